-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "criterion_id" UUID,
ADD COLUMN     "option_id" UUID,
ADD COLUMN     "quote" TEXT,
ADD COLUMN     "quote_after" TEXT,
ADD COLUMN     "quote_before" TEXT,
ADD COLUMN     "suggestion" TEXT,
ADD COLUMN     "suggestion_applied_at" TIMESTAMPTZ(3),
ADD COLUMN     "suggestion_applied_by_id" UUID;

-- AlterTable
ALTER TABLE "presence" ADD COLUMN     "typing_in" TEXT,
ADD COLUMN     "typing_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "reaction" (
    "organization_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "emoji" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reaction_pkey" PRIMARY KEY ("organization_id","comment_id","membership_id","emoji")
);

-- CreateIndex
CREATE INDEX "comment_organization_id_parent_id_created_at_idx" ON "comment"("organization_id", "parent_id", "created_at");

-- CreateIndex
CREATE INDEX "comment_organization_id_option_id_idx" ON "comment"("organization_id", "option_id");

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_organization_id_option_id_fkey" FOREIGN KEY ("organization_id", "option_id") REFERENCES "decision_option"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_organization_id_suggestion_applied_by_id_fkey" FOREIGN KEY ("organization_id", "suggestion_applied_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_organization_id_comment_id_fkey" FOREIGN KEY ("organization_id", "comment_id") REFERENCES "comment"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_organization_id_membership_id_fkey" FOREIGN KEY ("organization_id", "membership_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a thread is about is said once, at its beginning; text is suggested for a quote only.
ALTER TABLE "comment" ADD CONSTRAINT "comment_anchor" CHECK (
  ("parent_id" IS NULL OR ("option_id" IS NULL AND "criterion_id" IS NULL AND "quote" IS NULL))
  AND ("quote" IS NULL OR ("option_id" IS NULL AND "criterion_id" IS NULL))
  AND ("quote" IS NULL) = ("quote_before" IS NULL) AND ("quote" IS NULL) = ("quote_after" IS NULL)
  AND ("suggestion" IS NULL OR "quote" IS NOT NULL)
  AND ("suggestion_applied_at" IS NULL OR "suggestion" IS NOT NULL)
  AND ("suggestion_applied_at" IS NULL) = ("suggestion_applied_by_id" IS NULL));
ALTER TABLE "reaction" ADD CONSTRAINT "reaction_emoji"
  CHECK ("emoji" IN ('agree', 'thanks', 'celebrate', 'insight', 'doubt', 'looking'));

-- The tenant wall, as for every table of an organization.
ALTER TABLE "reaction" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "reaction" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "reaction" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
