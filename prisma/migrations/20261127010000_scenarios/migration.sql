-- CreateTable
CREATE TABLE "scenario" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_by_id" UUID,
    "applied_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "scenario_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "scenario_organization_id_project_id_made_at_idx" ON "scenario"("organization_id", "project_id", "made_at");

-- AddForeignKey
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_organization_id_made_by_id_fkey" FOREIGN KEY ("organization_id", "made_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_organization_id_applied_by_id_fkey" FOREIGN KEY ("organization_id", "applied_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was applied is on record and can't be dropped.
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_applied_or_dropped" CHECK ("applied_at" IS NULL OR "deleted_at" IS NULL);

-- The tenant wall, as for every table of an organization.
ALTER TABLE "scenario" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "scenario" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "scenario" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
