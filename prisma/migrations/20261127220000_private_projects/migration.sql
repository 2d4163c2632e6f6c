-- AlterTable
ALTER TABLE "project" ADD COLUMN     "visibility" TEXT NOT NULL DEFAULT 'workspace';

-- AlterTable
ALTER TABLE "presence" ADD COLUMN     "project_id" UUID;

-- CreateTable
CREATE TABLE "project_member" (
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "shared_by_id" UUID NOT NULL,
    "shared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_member_pkey" PRIMARY KEY ("organization_id","project_id","membership_id")
);

-- CreateIndex
CREATE INDEX "project_member_organization_id_membership_id_idx" ON "project_member"("organization_id", "membership_id");

-- AddForeignKey
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_organization_id_membership_id_fkey" FOREIGN KEY ("organization_id", "membership_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_organization_id_shared_by_id_fkey" FOREIGN KEY ("organization_id", "shared_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "project" ADD CONSTRAINT "project_visibility" CHECK (visibility IN ('workspace', 'private'));

-- What the gate reads whenever somebody enters: as long as nothing is private, there is nothing in it.
CREATE INDEX "project_private" ON "project" (organization_id) WHERE visibility = 'private';

-- The tenant wall, as for every table of an organization.
ALTER TABLE "project_member" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "project_member" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "project_member" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));

-- ── Who sees a private project ───────────────────────────────────────────────────────────────────────────────────
-- Its owner, the members it is shared with, and the workspace's owners: here and nowhere else.

CREATE FUNCTION is_hidden(p project, m membership) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT p.visibility = 'private' AND m.role <> 'owner' AND p.owner_id <> m.id AND NOT EXISTS (
    SELECT FROM project_member s
    WHERE s.organization_id = p.organization_id AND s.project_id = p.id AND s.membership_id = m.id) $$;

-- From here to the end of the transaction the organization is seen as the member sees it. Answers what is hidden from them. It reads
-- whatever is committed when it is called, past the setting of before.
CREATE FUNCTION see_as(organization uuid, viewer uuid) RETURNS uuid[] LANGUAGE plpgsql VOLATILE
  AS $$
DECLARE hidden uuid[];
BEGIN
  PERFORM set_config('phasewise.organization_id', organization::text, true);
  PERFORM set_config('phasewise.hidden_projects', '', true);
  SELECT coalesce(array_agg(p.id ORDER BY p.id), '{}') INTO hidden
    FROM membership m JOIN project p ON p.organization_id = m.organization_id AND p.visibility = 'private'
    WHERE m.organization_id = organization AND m.id = viewer AND is_hidden(p, m);
  PERFORM set_config('phasewise.hidden_projects', hidden::text, true);
  RETURN hidden;
END $$;

-- ── The wall around private projects ─────────────────────────────────────────────────────────────────────────────
-- A transaction says which projects are hidden from whoever asks. The process's own work says nothing and sees all of its
-- organization. While nothing is hidden, the first condition is all that is evaluated, once per statement.

CREATE FUNCTION hidden_projects() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('phasewise.hidden_projects', true), ''), '{}')::uuid[] $$;
CREATE FUNCTION sees_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('phasewise.hidden_projects', true), '') IN ('', '{}') $$;

CREATE POLICY private_projects ON "project" AS RESTRICTIVE USING (
  (SELECT sees_all()) OR id NOT IN (SELECT unnest(hidden_projects())));

-- Rows of a project are as visible as the project. A row without a project belongs to the workspace.
DO $$
DECLARE walled_table text;
BEGIN
  FOREACH walled_table IN ARRAY ARRAY[
    'project_member', 'gate_passage', 'brief', 'task_record', 'task_checklist', 'project_task', 'task_dependency',
    'project_forecast', 'project_demand', 'baseline', 'scenario', 'time_entry', 'running_timer', 'decision',
    'suggestion_dismissal', 'project_sizing', 'comment', 'text_document', 'event', 'inbox_item', 'subscription', 'gate',
    'loop_pass', 'presence']
  LOOP
    EXECUTE format('CREATE POLICY private_projects ON %I AS RESTRICTIVE USING (
      (SELECT sees_all()) OR (project_id IN (SELECT unnest(hidden_projects()))) IS NOT TRUE)', walled_table);
  END LOOP;
END $$;

-- What reaches its project through another row is as visible as that row.
DO $$
DECLARE walled record;
BEGIN
  FOR walled IN SELECT * FROM (VALUES
    ('decision_option', 'decision', 'decision_id'), ('outcome', 'decision', 'decision_id'),
    ('position', 'decision', 'decision_id'), ('consultation', 'decision', 'decision_id'),
    ('decision_dependency', 'decision', 'decision_id'), ('evidence', 'decision', 'decision_id'),
    ('criterion', 'decision', 'decision_id'), ('scoring_round', 'decision', 'decision_id'),
    ('outcome_review', 'outcome', 'outcome_id'), ('scorer', 'scoring_round', 'round_id'),
    ('score_sheet', 'scoring_round', 'round_id'), ('score_draft', 'scoring_round', 'round_id'),
    ('reaction', 'comment', 'comment_id'), ('text_change', 'text_document', 'document_id'),
    ('text_cursor', 'text_document', 'document_id'), ('inbox_entry', 'inbox_item', 'item_id'),
    ('gate_criterion', 'gate', 'gate_id'), ('gate_round', 'gate', 'gate_id'),
    ('gate_evidence', 'gate_criterion', 'criterion_id'), ('gate_condition', 'gate_round', 'round_id'),
    ('loop_result', 'loop_pass', 'pass_id')) AS reached(child, parent, parent_id)
  LOOP
    EXECUTE format('CREATE POLICY private_projects ON %1$I AS RESTRICTIVE USING (
      (SELECT sees_all()) OR EXISTS (SELECT FROM %2$I AS parent
        WHERE parent.organization_id = %1$I.organization_id AND parent.id = %1$I.%3$I))',
      walled.child, walled.parent, walled.parent_id);
  END LOOP;
END $$;

-- A file is as visible as what it is evidence of; before it is evidence, whoever uploaded it sees it.
CREATE POLICY private_projects ON "stored_file" AS RESTRICTIVE USING (
  (SELECT sees_all())
  OR EXISTS (SELECT FROM evidence WHERE evidence.organization_id = stored_file.organization_id AND evidence.file_id = stored_file.id)
  OR uploaded_by_id IN (SELECT m.id FROM membership m WHERE m.account_id = (SELECT current_account())));
