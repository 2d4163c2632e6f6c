-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "standards_version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "project_forecast" ADD COLUMN     "standards_version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "lifecycle_standard" (
    "organization_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lifecycle_standard_pkey" PRIMARY KEY ("organization_id","kind","subject")
);

-- AddForeignKey
ALTER TABLE "lifecycle_standard" ADD CONSTRAINT "lifecycle_standard_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lifecycle_standard" ADD CONSTRAINT "lifecycle_standard_organization_id_changed_by_id_fkey" FOREIGN KEY ("organization_id", "changed_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "lifecycle_standard"
  ADD CONSTRAINT "lifecycle_standard_kind" CHECK (kind IN ('task', 'own-task', 'technique', 'gate'));

-- The tenant wall, as for every table of an organization.
ALTER TABLE "lifecycle_standard" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "lifecycle_standard" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "lifecycle_standard" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
