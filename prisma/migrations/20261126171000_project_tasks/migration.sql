-- CreateTable
CREATE TABLE "project_task" (
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "task_key" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_task_pkey" PRIMARY KEY ("organization_id","project_id","task_key")
);

-- CreateTable
CREATE TABLE "task_dependency" (
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "task_key" TEXT NOT NULL,
    "after_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lag_working_days" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_dependency_pkey" PRIMARY KEY ("organization_id","project_id","task_key","after_key")
);

-- AddForeignKey
ALTER TABLE "project_task" ADD CONSTRAINT "project_task_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_dependency" ADD CONSTRAINT "task_dependency_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "task_dependency" ADD CONSTRAINT "task_dependency_kind"
  CHECK ("kind" IN ('finish-to-start', 'start-to-start', 'finish-to-finish'));
ALTER TABLE "task_dependency" ADD CONSTRAINT "task_dependency_of_two" CHECK ("task_key" <> "after_key");

-- The tenant wall, as for every table of an organization.
ALTER TABLE "project_task" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "project_task" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "project_task" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
ALTER TABLE "task_dependency" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "task_dependency" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "task_dependency" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
