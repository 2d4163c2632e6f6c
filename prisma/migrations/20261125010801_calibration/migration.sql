-- AlterTable
ALTER TABLE "task_record" ADD COLUMN     "estimate_at_finish" JSONB;

-- AlterTable
ALTER TABLE "project_forecast" ADD COLUMN     "calibration" JSONB;

-- CreateIndex
CREATE INDEX "task_record_organization_id_finished_on_idx" ON "task_record"("organization_id", "finished_on");
