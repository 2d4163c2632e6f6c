-- CreateTable
CREATE TABLE "task_checklist" (
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "task_key" TEXT NOT NULL,
    "items" JSONB NOT NULL,

    CONSTRAINT "task_checklist_pkey" PRIMARY KEY ("organization_id","project_id","task_key")
);

-- AddForeignKey
ALTER TABLE "task_checklist" ADD CONSTRAINT "task_checklist_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The tenant wall, as for every table of an organization.
ALTER TABLE "task_checklist" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "task_checklist" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "task_checklist" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
