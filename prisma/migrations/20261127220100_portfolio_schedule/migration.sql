-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "priority_version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "task_record" ADD COLUMN     "not_before_on" DATE;

-- CreateTable
CREATE TABLE "project_priority" (
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "fixed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "project_priority_pkey" PRIMARY KEY ("organization_id","project_id")
);

-- CreateTable
CREATE TABLE "schedule_run" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "projects" JSONB NOT NULL,
    "improve_until" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "first_answer_ms" INTEGER,
    "schedules" INTEGER NOT NULL DEFAULT 0,
    "cost" DOUBLE PRECISION,
    "lower_bound" DOUBLE PRECISION,
    "beat_at" TIMESTAMPTZ(3),
    "fault" TEXT,
    "answer" JSONB,

    CONSTRAINT "schedule_run_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "schedule" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "kept_by_id" UUID NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_by_id" UUID,
    "applied_at" TIMESTAMPTZ(3),
    "applied" JSONB,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "schedule_run_organization_id_member_id_key" ON "schedule_run"("organization_id", "member_id");

-- CreateIndex
CREATE INDEX "schedule_organization_id_kept_at_idx" ON "schedule"("organization_id", "kept_at");

-- AddForeignKey
ALTER TABLE "project_priority" ADD CONSTRAINT "project_priority_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_run" ADD CONSTRAINT "schedule_run_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_run" ADD CONSTRAINT "schedule_run_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_organization_id_kept_by_id_fkey" FOREIGN KEY ("organization_id", "kept_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_organization_id_applied_by_id_fkey" FOREIGN KEY ("organization_id", "applied_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The tenant wall, as for every table of an organization.
ALTER TABLE "project_priority" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "project_priority" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "project_priority" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
ALTER TABLE "schedule_run" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "schedule_run" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "schedule_run" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
ALTER TABLE "schedule" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "schedule" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "schedule" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
