-- AlterTable
ALTER TABLE "task_record" ADD COLUMN     "discipline" TEXT,
ADD COLUMN     "level" SMALLINT;

ALTER TABLE "task_record" ADD CONSTRAINT "task_record_expertise"
  CHECK (("discipline" IS NULL) = ("level" IS NULL) AND "level" BETWEEN 1 AND 4);
