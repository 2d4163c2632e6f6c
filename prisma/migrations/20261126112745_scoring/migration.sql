-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "weighting" TEXT NOT NULL DEFAULT 'swing',
ADD COLUMN     "weights_version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "criterion" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "place" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "worst" DOUBLE PRECISION NOT NULL,
    "best" DOUBLE PRECISION NOT NULL,
    "unit" TEXT NOT NULL,
    "words" TEXT[],
    "importance" DOUBLE PRECISION NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "criterion_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "scoring_round" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revealed_by_id" UUID,
    "revealed_at" TIMESTAMPTZ(3),

    CONSTRAINT "scoring_round_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "scorer" (
    "organization_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "option_ids" UUID[],
    "criterion_ids" UUID[],
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scorer_pkey" PRIMARY KEY ("organization_id","round_id","membership_id")
);

-- CreateTable
CREATE TABLE "score_sheet" (
    "organization_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "cells" JSONB NOT NULL,

    CONSTRAINT "score_sheet_pkey" PRIMARY KEY ("organization_id","round_id","membership_id")
);

-- CreateTable
CREATE TABLE "score_draft" (
    "organization_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "cells" JSONB NOT NULL,

    CONSTRAINT "score_draft_pkey" PRIMARY KEY ("organization_id","round_id","membership_id")
);

-- CreateIndex
CREATE INDEX "criterion_organization_id_decision_id_place_idx" ON "criterion"("organization_id", "decision_id", "place");

-- CreateIndex
CREATE UNIQUE INDEX "scoring_round_organization_id_decision_id_number_key" ON "scoring_round"("organization_id", "decision_id", "number");

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scoring_round" ADD CONSTRAINT "scoring_round_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scoring_round" ADD CONSTRAINT "scoring_round_organization_id_opened_by_id_fkey" FOREIGN KEY ("organization_id", "opened_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scoring_round" ADD CONSTRAINT "scoring_round_organization_id_revealed_by_id_fkey" FOREIGN KEY ("organization_id", "revealed_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scorer" ADD CONSTRAINT "scorer_organization_id_round_id_fkey" FOREIGN KEY ("organization_id", "round_id") REFERENCES "scoring_round"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scorer" ADD CONSTRAINT "scorer_organization_id_membership_id_fkey" FOREIGN KEY ("organization_id", "membership_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_organization_id_round_id_fkey" FOREIGN KEY ("organization_id", "round_id") REFERENCES "scoring_round"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_organization_id_membership_id_fkey" FOREIGN KEY ("organization_id", "membership_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_draft" ADD CONSTRAINT "score_draft_organization_id_round_id_fkey" FOREIGN KEY ("organization_id", "round_id") REFERENCES "scoring_round"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_draft" ADD CONSTRAINT "score_draft_organization_id_membership_id_fkey" FOREIGN KEY ("organization_id", "membership_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "decision" ADD CONSTRAINT "decision_weighting" CHECK ("weighting" IN ('swing', 'direct'));
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_scale" CHECK ("worst" <> "best");
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_importance" CHECK ("importance" BETWEEN 0 AND 100);
ALTER TABLE "scoring_round" ADD CONSTRAINT "scoring_round_revealed"
  CHECK (("revealed_at" IS NULL) = ("revealed_by_id" IS NULL));

-- One round at a time: of two that are opened at once, the later one fails.
CREATE UNIQUE INDEX "scoring_round_running" ON "scoring_round" ("organization_id", "decision_id") WHERE "revealed_at" IS NULL;

-- The tenant wall, as for every table of an organization.
DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['criterion', 'scoring_round', 'scorer', 'score_sheet', 'score_draft'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization()))
      WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;

-- Blindness, whatever a query asks for: a draft is its writer's alone; scores that were handed in are for those who handed in
-- theirs, and for everybody when the round is revealed. The application always says which account asks; work on the database
-- itself, as a backup, says none.
CREATE POLICY own ON "score_draft" AS RESTRICTIVE USING (
  (SELECT current_account()) IS NULL
  OR membership_id IN (SELECT m.id FROM membership m WHERE m.account_id = (SELECT current_account())));

CREATE POLICY blind ON "score_sheet" AS RESTRICTIVE FOR SELECT USING (
  (SELECT current_account()) IS NULL
  OR membership_id IN (SELECT m.id FROM membership m WHERE m.account_id = (SELECT current_account()))
  OR EXISTS (SELECT FROM scoring_round r WHERE r.organization_id = score_sheet.organization_id
    AND r.id = score_sheet.round_id AND r.revealed_at IS NOT NULL)
  OR round_id IN (SELECT s.round_id FROM scorer s JOIN membership m
    ON m.organization_id = s.organization_id AND m.id = s.membership_id WHERE m.account_id = (SELECT current_account())));

-- Nobody writes scores in another's name.
CREATE POLICY own_write ON "score_sheet" AS RESTRICTIVE FOR INSERT WITH CHECK (
  (SELECT current_account()) IS NULL
  OR membership_id IN (SELECT m.id FROM membership m WHERE m.account_id = (SELECT current_account())));
CREATE POLICY own_change ON "score_sheet" AS RESTRICTIVE FOR UPDATE USING (
  (SELECT current_account()) IS NULL
  OR membership_id IN (SELECT m.id FROM membership m WHERE m.account_id = (SELECT current_account())));
