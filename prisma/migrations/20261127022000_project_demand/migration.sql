-- AlterTable
ALTER TABLE "project_forecast" ADD COLUMN     "demand_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "project_demand" (
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "week_on" DATE NOT NULL,
    "discipline" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "p50" INTEGER NOT NULL,
    "p80" INTEGER NOT NULL,
    "tasks" JSONB NOT NULL,

    CONSTRAINT "project_demand_pkey" PRIMARY KEY ("organization_id","project_id","week_on","discipline","level")
);

-- CreateIndex
CREATE INDEX "project_demand_organization_id_week_on_discipline_level_idx" ON "project_demand"("organization_id", "week_on", "discipline", "level");

-- AddForeignKey
ALTER TABLE "project_demand" ADD CONSTRAINT "project_demand_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The tenant wall, as for every table of an organization.
ALTER TABLE "project_demand" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "project_demand" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "project_demand" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
