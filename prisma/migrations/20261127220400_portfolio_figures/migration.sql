-- AlterTable
ALTER TABLE "project_forecast" ADD COLUMN     "cost_p50_minor" DOUBLE PRECISION,
ADD COLUMN     "cost_p80_minor" DOUBLE PRECISION,
ADD COLUMN     "effort_p50_person_days" DOUBLE PRECISION,
ADD COLUMN     "figures_at" TIMESTAMPTZ(3),
ADD COLUMN     "finish_p10" DATE,
ADD COLUMN     "finish_p50" DATE,
ADD COLUMN     "finish_p80" DATE,
ADD COLUMN     "finish_p95" DATE,
ADD COLUMN     "open_decisions" JSONB;

-- CreateTable
CREATE TABLE "project_effort" (
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "actual" INTEGER NOT NULL,
    "remaining" INTEGER NOT NULL,

    CONSTRAINT "project_effort_pkey" PRIMARY KEY ("organization_id","project_id","dimension","key")
);

-- CreateIndex
CREATE INDEX "project_effort_organization_id_dimension_key_idx" ON "project_effort"("organization_id", "dimension", "key");

-- AddForeignKey
ALTER TABLE "project_effort" ADD CONSTRAINT "project_effort_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The tenant wall, as for every table of an organization.
ALTER TABLE "project_effort" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "project_effort" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "project_effort" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));

-- The wall around private projects, as for every table that holds their rows.
CREATE POLICY private_projects ON "project_effort" AS RESTRICTIVE USING (
  (SELECT sees_all()) OR (project_id IN (SELECT unnest(hidden_projects()))) IS NOT TRUE);
CREATE POLICY private_projects ON "project_priority" AS RESTRICTIVE USING (
  (SELECT sees_all()) OR (project_id IN (SELECT unnest(hidden_projects()))) IS NOT TRUE);
CREATE POLICY private_projects ON "decision_nudge" AS RESTRICTIVE USING (
  (SELECT sees_all()) OR EXISTS (SELECT FROM decision AS parent
    WHERE parent.organization_id = decision_nudge.organization_id AND parent.id = decision_nudge.decision_id));
CREATE POLICY private_projects ON "review_entry" AS RESTRICTIVE USING (
  (SELECT sees_all()) OR EXISTS (SELECT FROM decision AS parent
    WHERE parent.organization_id = review_entry.organization_id AND parent.id = review_entry.decision_id));
