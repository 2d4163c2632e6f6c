-- AlterTable
ALTER TABLE "gate_passage" ADD COLUMN     "without_gates" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "gate" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "approver_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gate_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "gate_criterion" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "gate_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT,
    "status" TEXT NOT NULL DEFAULT 'open',
    "note" TEXT NOT NULL DEFAULT '',
    "judged_by_id" UUID,
    "judged_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gate_criterion_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "gate_evidence" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "decision_id" UUID,
    "result_id" UUID,
    "deliverable" TEXT,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "gate_evidence_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "gate_round" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "gate_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "note" TEXT NOT NULL,
    "verdict" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "shown" JSONB,

    CONSTRAINT "gate_round_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "gate_condition" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "place" SMALLINT NOT NULL,
    "text" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "owner_id" UUID NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "closing_note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gate_condition_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "loop_pass" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tried" TEXT NOT NULL DEFAULT '',
    "techniques" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "decision_id" UUID,
    "started_on" DATE,
    "finished_on" DATE,
    "cost_minor" BIGINT,
    "person_days" DOUBLE PRECISION,
    "next_decision_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "loop_pass_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "loop_result" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pass_id" UUID NOT NULL,
    "metric" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "unit" TEXT NOT NULL,
    "data_set" TEXT NOT NULL,
    "measured_on" DATE NOT NULL,
    "measured_by" TEXT NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "loop_result_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "gate_organization_id_project_id_phase_key" ON "gate"("organization_id", "project_id", "phase");

-- CreateIndex
CREATE UNIQUE INDEX "gate_criterion_organization_id_gate_id_key_key" ON "gate_criterion"("organization_id", "gate_id", "key");

-- CreateIndex
CREATE INDEX "gate_evidence_organization_id_criterion_id_idx" ON "gate_evidence"("organization_id", "criterion_id");

-- CreateIndex
CREATE INDEX "gate_evidence_organization_id_decision_id_idx" ON "gate_evidence"("organization_id", "decision_id");

-- CreateIndex
CREATE INDEX "gate_evidence_organization_id_result_id_idx" ON "gate_evidence"("organization_id", "result_id");

-- CreateIndex
CREATE UNIQUE INDEX "gate_round_organization_id_gate_id_number_key" ON "gate_round"("organization_id", "gate_id", "number");

-- CreateIndex
CREATE INDEX "gate_condition_organization_id_round_id_idx" ON "gate_condition"("organization_id", "round_id");

-- CreateIndex
CREATE INDEX "loop_pass_organization_id_decision_id_idx" ON "loop_pass"("organization_id", "decision_id");

-- CreateIndex
CREATE INDEX "loop_pass_organization_id_next_decision_id_idx" ON "loop_pass"("organization_id", "next_decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "loop_pass_organization_id_project_id_number_key" ON "loop_pass"("organization_id", "project_id", "number");

-- CreateIndex
CREATE INDEX "loop_result_organization_id_pass_id_idx" ON "loop_result"("organization_id", "pass_id");

-- AddForeignKey
ALTER TABLE "gate" ADD CONSTRAINT "gate_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate" ADD CONSTRAINT "gate_organization_id_approver_id_fkey" FOREIGN KEY ("organization_id", "approver_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_criterion" ADD CONSTRAINT "gate_criterion_organization_id_gate_id_fkey" FOREIGN KEY ("organization_id", "gate_id") REFERENCES "gate"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_criterion" ADD CONSTRAINT "gate_criterion_organization_id_judged_by_id_fkey" FOREIGN KEY ("organization_id", "judged_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_evidence" ADD CONSTRAINT "gate_evidence_organization_id_criterion_id_fkey" FOREIGN KEY ("organization_id", "criterion_id") REFERENCES "gate_criterion"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_evidence" ADD CONSTRAINT "gate_evidence_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_evidence" ADD CONSTRAINT "gate_evidence_organization_id_result_id_fkey" FOREIGN KEY ("organization_id", "result_id") REFERENCES "loop_result"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_evidence" ADD CONSTRAINT "gate_evidence_organization_id_added_by_id_fkey" FOREIGN KEY ("organization_id", "added_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_evidence" ADD CONSTRAINT "gate_evidence_organization_id_removed_by_id_fkey" FOREIGN KEY ("organization_id", "removed_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_round" ADD CONSTRAINT "gate_round_organization_id_gate_id_fkey" FOREIGN KEY ("organization_id", "gate_id") REFERENCES "gate"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_round" ADD CONSTRAINT "gate_round_organization_id_asked_by_id_fkey" FOREIGN KEY ("organization_id", "asked_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_round" ADD CONSTRAINT "gate_round_organization_id_decided_by_id_fkey" FOREIGN KEY ("organization_id", "decided_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_condition" ADD CONSTRAINT "gate_condition_organization_id_round_id_fkey" FOREIGN KEY ("organization_id", "round_id") REFERENCES "gate_round"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_condition" ADD CONSTRAINT "gate_condition_organization_id_owner_id_fkey" FOREIGN KEY ("organization_id", "owner_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_condition" ADD CONSTRAINT "gate_condition_organization_id_closed_by_id_fkey" FOREIGN KEY ("organization_id", "closed_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "loop_pass" ADD CONSTRAINT "loop_pass_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "loop_pass" ADD CONSTRAINT "loop_pass_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "loop_pass" ADD CONSTRAINT "loop_pass_organization_id_next_decision_id_fkey" FOREIGN KEY ("organization_id", "next_decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "loop_result" ADD CONSTRAINT "loop_result_organization_id_pass_id_fkey" FOREIGN KEY ("organization_id", "pass_id") REFERENCES "loop_pass"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "loop_result" ADD CONSTRAINT "loop_result_organization_id_added_by_id_fkey" FOREIGN KEY ("organization_id", "added_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "loop_result" ADD CONSTRAINT "loop_result_organization_id_removed_by_id_fkey" FOREIGN KEY ("organization_id", "removed_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "gate_criterion" ADD CONSTRAINT "gate_criterion_status"
  CHECK ("status" IN ('open', 'met', 'not-met', 'not-applicable') AND ("judged_at" IS NULL) = ("judged_by_id" IS NULL)
    AND ("status" <> 'not-applicable' OR "note" <> ''));
ALTER TABLE "gate_evidence" ADD CONSTRAINT "gate_evidence_kind" CHECK (
  "kind" IN ('link', 'note', 'decision', 'result', 'deliverable')
  AND ("kind" = 'link') = ("url" IS NOT NULL) AND ("kind" = 'decision') = ("decision_id" IS NOT NULL)
  AND ("kind" = 'result') = ("result_id" IS NOT NULL) AND ("kind" = 'deliverable') = ("deliverable" IS NOT NULL)
  AND ("removed_at" IS NULL) = ("removed_by_id" IS NULL));
ALTER TABLE "gate_round" ADD CONSTRAINT "gate_round_verdict" CHECK (
  "verdict" IN ('passed', 'conditions', 'sent-back') AND ("verdict" IS NULL) = ("decided_at" IS NULL)
  AND ("verdict" IS NULL) = ("decided_by_id" IS NULL) AND ("verdict" IS NULL) = ("shown" IS NULL)
  AND ("verdict" IS DISTINCT FROM 'sent-back' OR "reason" <> ''));
ALTER TABLE "gate_condition" ADD CONSTRAINT "gate_condition_closed"
  CHECK (("closed_at" IS NULL) = ("closed_by_id" IS NULL));
ALTER TABLE "loop_pass" ADD CONSTRAINT "loop_pass_days"
  CHECK ("number" > 0 AND ("finished_on" IS NULL OR "started_on" IS NULL OR "finished_on" >= "started_on"));
ALTER TABLE "loop_result" ADD CONSTRAINT "loop_result_removed"
  CHECK (("removed_at" IS NULL) = ("removed_by_id" IS NULL));

-- One round at a time: of two that are asked for at once, the later one fails.
CREATE UNIQUE INDEX "gate_round_waiting" ON "gate_round" ("organization_id", "gate_id") WHERE "verdict" IS NULL;

-- The tenant wall, as for every table of an organization.
DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['gate', 'gate_criterion', 'gate_evidence', 'gate_round', 'gate_condition',
    'loop_pass', 'loop_result'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization()))
      WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;
