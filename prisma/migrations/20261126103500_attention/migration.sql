-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "digest_hour" SMALLINT NOT NULL DEFAULT 8,
ADD COLUMN     "mail_frequency" TEXT NOT NULL DEFAULT 'instant',
ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT 'UTC';

-- CreateTable
CREATE TABLE "consumer_cursor" (
    "organization_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "retry_at" TIMESTAMPTZ(3),

    CONSTRAINT "consumer_cursor_pkey" PRIMARY KEY ("organization_id","consumer")
);

-- CreateTable
CREATE TABLE "consumer_failure" (
    "organization_id" UUID NOT NULL,
    "consumer" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "error" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consumer_failure_pkey" PRIMARY KEY ("organization_id","consumer","seq")
);

-- CreateTable
CREATE TABLE "job" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "task" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "run_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "leased_until" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "job_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "inbox_item" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "decision_id" UUID,
    "count" INTEGER NOT NULL DEFAULT 1,
    "last_seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "snoozed_until" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_item_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "inbox_entry" (
    "organization_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "comment_id" UUID,
    "to_mail" BOOLEAN NOT NULL,
    "delivery_id" UUID,

    CONSTRAINT "inbox_entry_pkey" PRIMARY KEY ("organization_id","item_id","seq")
);

-- CreateTable
CREATE TABLE "subscription" (
    "organization_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "phase" TEXT,
    "decision_id" UUID,
    "choice" TEXT NOT NULL,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("organization_id","membership_id","subject")
);

-- CreateTable
CREATE TABLE "mail_delivery" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'claimed',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lost_attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_delivery_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "job_run_at_idx" ON "job"("run_at");

-- CreateIndex
CREATE UNIQUE INDEX "job_organization_id_task_key_key" ON "job"("organization_id", "task", "key");

-- CreateIndex
CREATE INDEX "inbox_item_organization_id_membership_id_last_seq_idx" ON "inbox_item"("organization_id", "membership_id", "last_seq");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_item_organization_id_membership_id_subject_key" ON "inbox_item"("organization_id", "membership_id", "subject");

-- CreateIndex
CREATE INDEX "inbox_entry_organization_id_comment_id_idx" ON "inbox_entry"("organization_id", "comment_id");

-- CreateIndex
CREATE INDEX "inbox_entry_organization_id_delivery_id_idx" ON "inbox_entry"("organization_id", "delivery_id");

-- CreateIndex
CREATE INDEX "inbox_entry_organization_id_seq_idx" ON "inbox_entry"("organization_id", "seq");

-- CreateIndex
CREATE INDEX "subscription_organization_id_project_id_idx" ON "subscription"("organization_id", "project_id");

-- CreateIndex
CREATE INDEX "mail_delivery_organization_id_membership_id_created_at_idx" ON "mail_delivery"("organization_id", "membership_id", "created_at");

-- AddForeignKey
ALTER TABLE "consumer_cursor" ADD CONSTRAINT "consumer_cursor_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consumer_failure" ADD CONSTRAINT "consumer_failure_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_organization_id_membership_id_fkey" FOREIGN KEY ("organization_id", "membership_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_entry" ADD CONSTRAINT "inbox_entry_organization_id_item_id_fkey" FOREIGN KEY ("organization_id", "item_id") REFERENCES "inbox_item"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_entry" ADD CONSTRAINT "inbox_entry_organization_id_seq_fkey" FOREIGN KEY ("organization_id", "seq") REFERENCES "event"("organization_id", "seq") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_entry" ADD CONSTRAINT "inbox_entry_organization_id_comment_id_fkey" FOREIGN KEY ("organization_id", "comment_id") REFERENCES "comment"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_entry" ADD CONSTRAINT "inbox_entry_organization_id_delivery_id_fkey" FOREIGN KEY ("organization_id", "delivery_id") REFERENCES "mail_delivery"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_organization_id_membership_id_fkey" FOREIGN KEY ("organization_id", "membership_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_delivery" ADD CONSTRAINT "mail_delivery_organization_id_membership_id_fkey" FOREIGN KEY ("organization_id", "membership_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "membership"
  ADD CONSTRAINT "membership_mail_frequency" CHECK (mail_frequency IN ('instant', 'digest', 'off')),
  ADD CONSTRAINT "membership_digest_hour" CHECK (digest_hour BETWEEN 0 AND 23);
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_choice" CHECK (choice IN ('following', 'muted'));
ALTER TABLE "mail_delivery" ADD CONSTRAINT "mail_delivery_kind" CHECK (kind IN ('instant', 'digest')),
  ADD CONSTRAINT "mail_delivery_status"
    CHECK (status IN ('claimed', 'sending', 'sent', 'dropped', 'refused', 'unknown'));

-- What is counted at each wake-up of a tab, and what a letter is made of.
CREATE INDEX "inbox_item_unread" ON "inbox_item" (organization_id, membership_id) WHERE read_at IS NULL AND done_at IS NULL;
CREATE INDEX "inbox_entry_to_mail" ON "inbox_entry" (organization_id, item_id) WHERE to_mail AND delivery_id IS NULL;

-- The tenant wall, as for every table of an organization.
DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY[
    'consumer_cursor', 'consumer_failure', 'job', 'inbox_item', 'inbox_entry', 'subscription', 'mail_delivery']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization()))
      WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;

-- Work in the background has to find out which organizations have work. It may look at the counters of the log, at the readers'
-- cursors and at the jobs' times, which hold ids and numbers only; for anything else, and for every write, it enters one organization
-- like everybody (src/platform/db/background.ts).
CREATE FUNCTION looks_for_work() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT current_setting('phasewise.looks_for_work', true) = 'on' $$;
CREATE POLICY looks_for_work ON "organization_counter" FOR SELECT USING ((SELECT looks_for_work()));
CREATE POLICY looks_for_work ON "consumer_cursor" FOR SELECT USING ((SELECT looks_for_work()));
CREATE POLICY looks_for_work ON "job" FOR SELECT USING ((SELECT looks_for_work()));

-- What happened before there was an inbox is no news: existing organizations are read from here on. The owner of the tables is
-- bound by forced row-level security, too, and has to look at all organizations this once.
ALTER TABLE "organization_counter" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "consumer_cursor" NO FORCE ROW LEVEL SECURITY;
INSERT INTO "consumer_cursor" (organization_id, consumer, seq)
  SELECT organization_id, 'inbox', event_seq FROM "organization_counter";
ALTER TABLE "organization_counter" FORCE ROW LEVEL SECURITY;
ALTER TABLE "consumer_cursor" FORCE ROW LEVEL SECURITY;
