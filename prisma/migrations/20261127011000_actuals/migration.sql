-- AlterTable
ALTER TABLE "task_record" ADD COLUMN     "actual_machine_hours" DOUBLE PRECISION,
ADD COLUMN     "typed_effort_person_days" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "time_entry" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "task_key" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "worked_on" DATE NOT NULL,
    "hours" DECIMAL(4,2) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "booked_by_id" UUID NOT NULL,
    "booked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "time_entry_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "running_timer" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "task_key" TEXT NOT NULL,
    "task_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "running_timer_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "time_entry_organization_id_member_id_worked_on_idx" ON "time_entry"("organization_id", "member_id", "worked_on");

-- CreateIndex
CREATE INDEX "time_entry_organization_id_project_id_task_key_idx" ON "time_entry"("organization_id", "project_id", "task_key");

-- CreateIndex
CREATE INDEX "running_timer_organization_id_project_id_idx" ON "running_timer"("organization_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "running_timer_organization_id_member_id_key" ON "running_timer"("organization_id", "member_id");

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_organization_id_booked_by_id_fkey" FOREIGN KEY ("organization_id", "booked_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "running_timer" ADD CONSTRAINT "running_timer_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "running_timer" ADD CONSTRAINT "running_timer_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One entry per member, task and day; a deleted one may be restored where no other has come in its place.
CREATE UNIQUE INDEX "time_entry_day" ON "time_entry" ("organization_id", "member_id", "project_id", "task_key", "worked_on")
  WHERE "deleted_at" IS NULL;

ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_hours" CHECK ("hours" > 0 AND "hours" <= 24);

-- The tenant wall, as for every table of an organization.
ALTER TABLE "time_entry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "time_entry" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "time_entry" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));

ALTER TABLE "running_timer" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "running_timer" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "running_timer" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
