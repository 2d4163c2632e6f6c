-- AlterTable
ALTER TABLE "inbox_item" ALTER COLUMN "project_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "profile_proposal" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "discipline" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,
    "ready_on" DATE,
    "sentence" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "profile_proposal_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "profile_proposal_organization_id_membership_id_created_at_idx" ON "profile_proposal"("organization_id", "membership_id", "created_at");

-- CreateIndex
CREATE INDEX "profile_proposal_organization_id_by_id_created_at_idx" ON "profile_proposal"("organization_id", "by_id", "created_at");

-- AddForeignKey
ALTER TABLE "profile_proposal" ADD CONSTRAINT "profile_proposal_organization_id_membership_id_fkey" FOREIGN KEY ("organization_id", "membership_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile_proposal" ADD CONSTRAINT "profile_proposal_organization_id_by_id_fkey" FOREIGN KEY ("organization_id", "by_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "profile_proposal" ADD CONSTRAINT "profile_proposal_level" CHECK ("level" BETWEEN 1 AND 4);
ALTER TABLE "profile_proposal" ADD CONSTRAINT "profile_proposal_settled" CHECK (
  (settled_at IS NULL) = (outcome IS NULL) AND (outcome IS NULL OR outcome IN ('taken-over', 'declined', 'withdrawn')));

-- Of what somebody proposes to somebody for a discipline, one is open: the latest.
CREATE UNIQUE INDEX "profile_proposal_open" ON "profile_proposal" (organization_id, membership_id, by_id, discipline)
  WHERE settled_at IS NULL;

-- The tenant wall, as for every table of an organization.
ALTER TABLE "profile_proposal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "profile_proposal" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "profile_proposal" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
