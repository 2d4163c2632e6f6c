-- CreateTable
CREATE TABLE "decision_nudge" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "sentence" TEXT NOT NULL DEFAULT '',
    "nudged_on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_nudge_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "review_entry" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reviewed_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_entry_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "decision_nudge_organization_id_decision_id_owner_id_nudged__key" ON "decision_nudge"("organization_id", "decision_id", "owner_id", "nudged_on");

-- CreateIndex
CREATE INDEX "review_entry_organization_id_member_id_reviewed_at_idx" ON "review_entry"("organization_id", "member_id", "reviewed_at");

-- CreateIndex
CREATE INDEX "review_entry_organization_id_decision_id_idx" ON "review_entry"("organization_id", "decision_id");

-- AddForeignKey
ALTER TABLE "decision_nudge" ADD CONSTRAINT "decision_nudge_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_nudge" ADD CONSTRAINT "decision_nudge_organization_id_by_id_fkey" FOREIGN KEY ("organization_id", "by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_nudge" ADD CONSTRAINT "decision_nudge_organization_id_owner_id_fkey" FOREIGN KEY ("organization_id", "owner_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_entry" ADD CONSTRAINT "review_entry_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_entry" ADD CONSTRAINT "review_entry_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A decision stands on a list once, until it was talked over.
CREATE UNIQUE INDEX "review_entry_once" ON "review_entry" ("organization_id", "member_id", "decision_id")
  WHERE "reviewed_at" IS NULL;

-- The tenant wall, as for every table of an organization.
ALTER TABLE "decision_nudge" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "decision_nudge" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "decision_nudge" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));

ALTER TABLE "review_entry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "review_entry" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "review_entry" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
