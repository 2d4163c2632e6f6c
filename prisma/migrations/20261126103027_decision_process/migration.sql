-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "comment_id" UUID,
ADD COLUMN     "process" TEXT NOT NULL DEFAULT 'advice',
ADD COLUMN     "suggestion" TEXT,
ADD COLUMN     "task_key" TEXT;

-- AlterTable
ALTER TABLE "outcome" ADD COLUMN     "positions" JSONB,
ADD COLUMN     "review_on" DATE;

-- AlterTable
ALTER TABLE "position" ADD COLUMN     "answer" TEXT,
ADD COLUMN     "answered_at" TIMESTAMPTZ(3),
ADD COLUMN     "answered_by_id" UUID,
ADD COLUMN     "kept_at" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "consultation" (
    "organization_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("organization_id","decision_id","membership_id")
);

-- CreateTable
CREATE TABLE "outcome_review" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "next_on" DATE,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outcome_review_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "suggestion_dismissal" (
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "suggestion" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "dismissed_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suggestion_dismissal_pkey" PRIMARY KEY ("organization_id","project_id","suggestion")
);

-- CreateIndex
CREATE INDEX "consultation_organization_id_membership_id_idx" ON "consultation"("organization_id", "membership_id");

-- CreateIndex
CREATE INDEX "outcome_review_organization_id_outcome_id_at_idx" ON "outcome_review"("organization_id", "outcome_id", "at");

-- CreateIndex
CREATE INDEX "outcome_organization_id_review_on_idx" ON "outcome"("organization_id", "review_on");

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_organization_id_answered_by_id_fkey" FOREIGN KEY ("organization_id", "answered_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_organization_id_membership_id_fkey" FOREIGN KEY ("organization_id", "membership_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_organization_id_asked_by_id_fkey" FOREIGN KEY ("organization_id", "asked_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_review" ADD CONSTRAINT "outcome_review_organization_id_outcome_id_fkey" FOREIGN KEY ("organization_id", "outcome_id") REFERENCES "outcome"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome_review" ADD CONSTRAINT "outcome_review_organization_id_reviewer_id_fkey" FOREIGN KEY ("organization_id", "reviewer_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_dismissal" ADD CONSTRAINT "suggestion_dismissal_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_dismissal" ADD CONSTRAINT "suggestion_dismissal_organization_id_dismissed_by_id_fkey" FOREIGN KEY ("organization_id", "dismissed_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "decision"
  ADD CONSTRAINT "decision_process" CHECK ("process" IN ('advice', 'consent', 'vote', 'scoring'));
ALTER TABLE "position" ADD CONSTRAINT "position_answer" CHECK (
  ("answer" IS NULL) = ("answered_by_id" IS NULL) AND ("answer" IS NULL) = ("answered_at" IS NULL));

-- The tenant wall, as for every table of an organization.
DO $$
DECLARE tenant_table TEXT;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['consultation', 'outcome_review', 'suggestion_dismissal'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization()))
      WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;
