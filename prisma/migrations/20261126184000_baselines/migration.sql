-- CreateTable
CREATE TABLE "baseline" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "standards_version" INTEGER NOT NULL,
    "input" JSONB NOT NULL,
    "snapshot" JSONB NOT NULL,
    "is_reference" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "baseline_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "baseline_organization_id_project_id_made_at_idx" ON "baseline"("organization_id", "project_id", "made_at");

-- AddForeignKey
ALTER TABLE "baseline" ADD CONSTRAINT "baseline_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline" ADD CONSTRAINT "baseline_organization_id_made_by_id_fkey" FOREIGN KEY ("organization_id", "made_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A forecast is held against one baseline.
CREATE UNIQUE INDEX "baseline_reference" ON "baseline" ("organization_id", "project_id")
  WHERE "is_reference" AND "deleted_at" IS NULL;

-- The tenant wall, as for every table of an organization.
ALTER TABLE "baseline" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "baseline" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "baseline" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
