-- CreateTable
CREATE TABLE "project_sizing" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "saved_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by_id" UUID,

    CONSTRAINT "project_sizing_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "project_sizing_organization_id_project_id_created_at_idx" ON "project_sizing"("organization_id", "project_id", "created_at");

-- AddForeignKey
ALTER TABLE "project_sizing" ADD CONSTRAINT "project_sizing_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_sizing" ADD CONSTRAINT "project_sizing_organization_id_saved_by_id_fkey" FOREIGN KEY ("organization_id", "saved_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_sizing" ADD CONSTRAINT "project_sizing_organization_id_deleted_by_id_fkey" FOREIGN KEY ("organization_id", "deleted_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The tenant wall, as for every table of an organization.
ALTER TABLE "project_sizing" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "project_sizing" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "project_sizing" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
