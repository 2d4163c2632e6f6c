-- Holidays, the loop, the correlation and the accelerator are standards, too; who knows no such kind leaves its rows alone.
ALTER TABLE "lifecycle_standard" DROP CONSTRAINT "lifecycle_standard_kind";
ALTER TABLE "lifecycle_standard"
  ADD CONSTRAINT "lifecycle_standard_kind" CHECK (kind IN ('task', 'own-task', 'technique', 'gate', 'planning'));
