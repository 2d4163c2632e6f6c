-- A member may read where the log of an own organization stands together with the membership, in one statement: the role is then
-- the one that holds at that position.
CREATE POLICY own_counters ON "organization_counter" FOR SELECT USING (organization_id IN (
  SELECT m.organization_id FROM "membership" m
  WHERE m.account_id = (SELECT current_account()) AND m.removed_at IS NULL));
