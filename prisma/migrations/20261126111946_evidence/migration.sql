-- AlterTable
ALTER TABLE "decision_option" ADD COLUMN     "cons" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "cost_of_change" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "cost_of_change_level" TEXT,
ADD COLUMN     "model_id" TEXT,
ADD COLUMN     "pros" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "evidence" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "option_id" UUID,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "file_id" UUID,
    "added_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by_id" UUID,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stored_at" TIMESTAMPTZ(3),
    "dropped_at" TIMESTAMPTZ(3),

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "evidence_organization_id_decision_id_created_at_idx" ON "evidence"("organization_id", "decision_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_organization_id_file_id_key" ON "evidence"("organization_id", "file_id");

-- CreateIndex
CREATE INDEX "stored_file_organization_id_sha256_idx" ON "stored_file"("organization_id", "sha256");

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organization_id_decision_id_option_id_fkey" FOREIGN KEY ("organization_id", "decision_id", "option_id") REFERENCES "decision_option"("organization_id", "decision_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organization_id_file_id_fkey" FOREIGN KEY ("organization_id", "file_id") REFERENCES "stored_file"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organization_id_added_by_id_fkey" FOREIGN KEY ("organization_id", "added_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_organization_id_deleted_by_id_fkey" FOREIGN KEY ("organization_id", "deleted_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_organization_id_uploaded_by_id_fkey" FOREIGN KEY ("organization_id", "uploaded_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "decision_option"
  ADD CONSTRAINT "decision_option_cost_of_change_level" CHECK (cost_of_change_level IN ('low', 'medium', 'high'));
ALTER TABLE "evidence"
  ADD CONSTRAINT "evidence_kind" CHECK (kind IN ('link', 'result', 'file', 'sizing', 'model')),
  ADD CONSTRAINT "evidence_file" CHECK ((kind = 'file') = (file_id IS NOT NULL));

-- The tenant wall, as for every table of an organization.
ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "evidence" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "evidence" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
ALTER TABLE "stored_file" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "stored_file" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "stored_file" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
