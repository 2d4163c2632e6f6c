-- AlterTable
ALTER TABLE "mail_delivery" ADD COLUMN     "at_seq" INTEGER,
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "letter_id" UUID;

-- CreateTable
CREATE TABLE "letter_schedule" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "view_id" UUID NOT NULL,
    "maker_id" UUID NOT NULL,
    "frequency" TEXT NOT NULL,
    "weekday" SMALLINT,
    "month_day" SMALLINT,
    "hour" SMALLINT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "letter_schedule_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "letter_reader" (
    "organization_id" UUID NOT NULL,
    "letter_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "letter_reader_pkey" PRIMARY KEY ("organization_id","letter_id","member_id")
);

-- CreateIndex
CREATE INDEX "letter_schedule_organization_id_maker_id_idx" ON "letter_schedule"("organization_id", "maker_id");

-- CreateIndex
CREATE INDEX "letter_schedule_organization_id_view_id_idx" ON "letter_schedule"("organization_id", "view_id");

-- CreateIndex
CREATE INDEX "letter_reader_organization_id_member_id_idx" ON "letter_reader"("organization_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_delivery_organization_id_letter_id_membership_id_due_a_key" ON "mail_delivery"("organization_id", "letter_id", "membership_id", "due_at");

-- AddForeignKey
ALTER TABLE "mail_delivery" ADD CONSTRAINT "mail_delivery_organization_id_letter_id_fkey" FOREIGN KEY ("organization_id", "letter_id") REFERENCES "letter_schedule"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_schedule" ADD CONSTRAINT "letter_schedule_organization_id_view_id_fkey" FOREIGN KEY ("organization_id", "view_id") REFERENCES "saved_view"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_schedule" ADD CONSTRAINT "letter_schedule_organization_id_maker_id_fkey" FOREIGN KEY ("organization_id", "maker_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_reader" ADD CONSTRAINT "letter_reader_organization_id_letter_id_fkey" FOREIGN KEY ("organization_id", "letter_id") REFERENCES "letter_schedule"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "letter_reader" ADD CONSTRAINT "letter_reader_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "mail_delivery" DROP CONSTRAINT "mail_delivery_kind";
ALTER TABLE "mail_delivery" ADD CONSTRAINT "mail_delivery_kind" CHECK (kind IN ('instant', 'digest', 'view')),
  ADD CONSTRAINT "mail_delivery_of_view"
    CHECK ((kind = 'view') = (letter_id IS NOT NULL) AND (kind = 'view') = (due_at IS NOT NULL));
ALTER TABLE "letter_schedule" ADD CONSTRAINT "letter_schedule_when" CHECK (
  frequency IN ('daily', 'weekly', 'monthly') AND hour BETWEEN 0 AND 23
  AND (frequency = 'weekly') = (weekday IS NOT NULL) AND (frequency = 'monthly') = (month_day IS NOT NULL)
  AND coalesce(weekday, 1) BETWEEN 1 AND 7 AND coalesce(month_day, 1) BETWEEN 1 AND 28);

-- Nobody schedules the same view twice.
CREATE UNIQUE INDEX "letter_schedule_running" ON "letter_schedule" (organization_id, maker_id, view_id) WHERE ended_at IS NULL;

-- The tenant wall, as for every table of an organization.
ALTER TABLE "letter_schedule" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "letter_schedule" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "letter_schedule" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));

ALTER TABLE "letter_reader" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "letter_reader" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "letter_reader" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
