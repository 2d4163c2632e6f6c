-- AlterTable
ALTER TABLE "decision" ADD COLUMN "rationale" TEXT NOT NULL DEFAULT '';
