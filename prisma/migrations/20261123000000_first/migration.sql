-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'admin', 'lead', 'member', 'viewer');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "account_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "login_session" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "user_agent" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "login_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "person_day_cost_minor" INTEGER NOT NULL,
    "accelerator_hour_cost_minor" INTEGER NOT NULL,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_counter" (
    "organization_id" UUID NOT NULL,
    "event_seq" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "organization_counter_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "membership" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "capacity_person_days_per_week" DOUBLE PRECISION NOT NULL DEFAULT 4,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "expertise" (
    "organization_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "discipline" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,

    CONSTRAINT "expertise_pkey" PRIMARY KEY ("organization_id","membership_id","discipline")
);

-- CreateTable
CREATE TABLE "invitation" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "note" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_account_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "project" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "loop_pass" SMALLINT NOT NULL DEFAULT 0,
    "owner_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "target_on" DATE,
    "budget_minor" BIGINT,
    "decision_count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "launched_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "project_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "gate_passage" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "from_phase" TEXT NOT NULL,
    "to_phase" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gate_passage_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "brief" (
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "brief_pkey" PRIMARY KEY ("organization_id","project_id")
);

-- CreateTable
CREATE TABLE "task_record" (
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "task_key" TEXT NOT NULL,
    "effort_optimistic_person_days" DOUBLE PRECISION,
    "effort_most_likely_person_days" DOUBLE PRECISION,
    "effort_pessimistic_person_days" DOUBLE PRECISION,
    "duration_optimistic_working_days" DOUBLE PRECISION,
    "duration_most_likely_working_days" DOUBLE PRECISION,
    "duration_pessimistic_working_days" DOUBLE PRECISION,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "started_on" DATE,
    "finished_on" DATE,
    "actual_effort_person_days" DOUBLE PRECISION,
    "assignee_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_record_pkey" PRIMARY KEY ("organization_id","project_id","task_key")
);

-- CreateTable
CREATE TABLE "project_forecast" (
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "seed" INTEGER NOT NULL,
    "runs" INTEGER NOT NULL,
    "forecast" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_forecast_pkey" PRIMARY KEY ("organization_id","project_id")
);

-- CreateTable
CREATE TABLE "decision" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "phase" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "context" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "due_on" DATE,
    "supersedes_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "decision_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "decision_option" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "place" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "effects" JSONB NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "decision_option_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "outcome" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "option_id" UUID NOT NULL,
    "rationale" TEXT NOT NULL,
    "objections_answered" TEXT NOT NULL DEFAULT '',
    "difference" JSONB NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_by" TEXT,
    "end_reason" TEXT,
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "position" (
    "organization_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "stance" TEXT NOT NULL,
    "option_id" UUID,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "position_pkey" PRIMARY KEY ("organization_id","decision_id","membership_id")
);

-- CreateTable
CREATE TABLE "decision_dependency" (
    "organization_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "depends_on_id" UUID NOT NULL,

    CONSTRAINT "decision_dependency_pkey" PRIMARY KEY ("organization_id","decision_id","depends_on_id")
);

-- CreateTable
CREATE TABLE "comment" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "parent_id" UUID,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "event" (
    "organization_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "project_id" UUID,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("organization_id","seq")
);

-- CreateTable
CREATE TABLE "mutation" (
    "organization_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "mutation_id" UUID NOT NULL,
    "input_hash" TEXT NOT NULL,
    "answer" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mutation_pkey" PRIMARY KEY ("organization_id","account_id","mutation_id")
);

-- CreateTable
CREATE TABLE "presence" (
    "organization_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("organization_id","connection_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "login_session_account_id_created_at_idx" ON "login_session"("account_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE INDEX "membership_account_id_idx" ON "membership"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_organization_id_account_id_key" ON "membership"("organization_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_organization_id_created_at_idx" ON "invitation"("organization_id", "created_at");

-- CreateIndex
CREATE INDEX "project_organization_id_deleted_at_name_idx" ON "project"("organization_id", "deleted_at", "name");

-- CreateIndex
CREATE UNIQUE INDEX "project_organization_id_key_key" ON "project"("organization_id", "key");

-- CreateIndex
CREATE INDEX "gate_passage_organization_id_project_id_at_idx" ON "gate_passage"("organization_id", "project_id", "at");

-- CreateIndex
CREATE INDEX "task_record_organization_id_assignee_id_idx" ON "task_record"("organization_id", "assignee_id");

-- CreateIndex
CREATE INDEX "project_forecast_organization_id_as_of_idx" ON "project_forecast"("organization_id", "as_of");

-- CreateIndex
CREATE INDEX "decision_organization_id_deleted_at_created_at_idx" ON "decision"("organization_id", "deleted_at", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "decision_organization_id_project_id_number_key" ON "decision"("organization_id", "project_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "decision_organization_id_supersedes_id_key" ON "decision"("organization_id", "supersedes_id");

-- CreateIndex
CREATE INDEX "decision_option_organization_id_decision_id_place_idx" ON "decision_option"("organization_id", "decision_id", "place");

-- CreateIndex
CREATE UNIQUE INDEX "decision_option_organization_id_decision_id_id_key" ON "decision_option"("organization_id", "decision_id", "id");

-- CreateIndex
CREATE INDEX "outcome_organization_id_decision_id_decided_at_idx" ON "outcome"("organization_id", "decision_id", "decided_at");

-- CreateIndex
CREATE INDEX "decision_dependency_organization_id_depends_on_id_idx" ON "decision_dependency"("organization_id", "depends_on_id");

-- CreateIndex
CREATE INDEX "comment_organization_id_subject_type_subject_id_created_at_idx" ON "comment"("organization_id", "subject_type", "subject_id", "created_at");

-- CreateIndex
CREATE INDEX "event_organization_id_project_id_seq_idx" ON "event"("organization_id", "project_id", "seq");

-- CreateIndex
CREATE INDEX "event_organization_id_subject_type_subject_id_seq_idx" ON "event"("organization_id", "subject_type", "subject_id", "seq");

-- CreateIndex
CREATE INDEX "mutation_organization_id_at_idx" ON "mutation"("organization_id", "at");

-- CreateIndex
CREATE INDEX "presence_organization_id_place_seen_at_idx" ON "presence"("organization_id", "place", "seen_at");

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login_session" ADD CONSTRAINT "login_session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_counter" ADD CONSTRAINT "organization_counter_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expertise" ADD CONSTRAINT "expertise_organization_id_membership_id_fkey" FOREIGN KEY ("organization_id", "membership_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_created_by_id_fkey" FOREIGN KEY ("organization_id", "created_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_organization_id_owner_id_fkey" FOREIGN KEY ("organization_id", "owner_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_passage" ADD CONSTRAINT "gate_passage_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_passage" ADD CONSTRAINT "gate_passage_organization_id_actor_id_fkey" FOREIGN KEY ("organization_id", "actor_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "brief" ADD CONSTRAINT "brief_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "brief" ADD CONSTRAINT "brief_organization_id_updated_by_id_fkey" FOREIGN KEY ("organization_id", "updated_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_record" ADD CONSTRAINT "task_record_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_record" ADD CONSTRAINT "task_record_organization_id_assignee_id_fkey" FOREIGN KEY ("organization_id", "assignee_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_forecast" ADD CONSTRAINT "project_forecast_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_organization_id_owner_id_fkey" FOREIGN KEY ("organization_id", "owner_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_organization_id_asked_by_id_fkey" FOREIGN KEY ("organization_id", "asked_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_organization_id_supersedes_id_fkey" FOREIGN KEY ("organization_id", "supersedes_id") REFERENCES "decision"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_option" ADD CONSTRAINT "decision_option_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_organization_id_decision_id_option_id_fkey" FOREIGN KEY ("organization_id", "decision_id", "option_id") REFERENCES "decision_option"("organization_id", "decision_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_organization_id_decided_by_id_fkey" FOREIGN KEY ("organization_id", "decided_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_organization_id_ended_by_id_fkey" FOREIGN KEY ("organization_id", "ended_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_organization_id_membership_id_fkey" FOREIGN KEY ("organization_id", "membership_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_organization_id_decision_id_option_id_fkey" FOREIGN KEY ("organization_id", "decision_id", "option_id") REFERENCES "decision_option"("organization_id", "decision_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_dependency" ADD CONSTRAINT "decision_dependency_organization_id_decision_id_fkey" FOREIGN KEY ("organization_id", "decision_id") REFERENCES "decision"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_dependency" ADD CONSTRAINT "decision_dependency_organization_id_depends_on_id_fkey" FOREIGN KEY ("organization_id", "depends_on_id") REFERENCES "decision"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_organization_id_author_id_fkey" FOREIGN KEY ("organization_id", "author_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_organization_id_resolved_by_id_fkey" FOREIGN KEY ("organization_id", "resolved_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_organization_id_parent_id_fkey" FOREIGN KEY ("organization_id", "parent_id") REFERENCES "comment"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_organization_id_actor_id_fkey" FOREIGN KEY ("organization_id", "actor_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_organization_id_membership_id_fkey" FOREIGN KEY ("organization_id", "membership_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── Rules the schema language cannot say ─────────────────────────────────────────────────────────────────────────

ALTER TABLE "account" ADD CONSTRAINT "account_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "expertise" ADD CONSTRAINT "expertise_level" CHECK ("level" BETWEEN 1 AND 4);
ALTER TABLE "decision_dependency" ADD CONSTRAINT "decision_dependency_self" CHECK ("decision_id" <> "depends_on_id");
ALTER TABLE "position" ADD CONSTRAINT "position_stance" CHECK ("stance" IN ('agree', 'abstain', 'object'));
ALTER TABLE "task_record" ADD CONSTRAINT "task_record_status" CHECK ("status" IN ('planned', 'started', 'done', 'dropped'));
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_end" CHECK (
  ("ended_at" IS NULL) = ("ended_by" IS NULL) AND ("ended_by" IS NULL OR "ended_by" IN ('reopened', 'superseded')));

-- A decision has one outcome that holds.
CREATE UNIQUE INDEX "outcome_standing" ON "outcome" ("organization_id", "decision_id") WHERE "ended_at" IS NULL;

-- Every mutation row belongs to an organization.
ALTER TABLE "mutation" ADD CONSTRAINT "mutation_organization_id_fkey"
  FOREIGN KEY ("organization_id") REFERENCES "organization" ("id") ON DELETE CASCADE;

-- ── The tenant wall ──────────────────────────────────────────────────────────────────────────────────────────────
-- The application sets who is asking per transaction. The sub-select lets PostgreSQL evaluate the setting once per query.

CREATE FUNCTION current_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('phasewise.organization_id', true), '')::uuid $$;
CREATE FUNCTION current_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('phasewise.account_id', true), '')::uuid $$;
CREATE FUNCTION current_invitation() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('phasewise.invitation_hash', true), '') $$;

DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY[
    'organization_counter', 'membership', 'expertise', 'invitation', 'project', 'gate_passage', 'brief', 'task_record',
    'project_forecast', 'decision', 'decision_option', 'outcome', 'position', 'decision_dependency', 'comment', 'event',
    'mutation', 'presence']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization()))
      WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;

ALTER TABLE "organization" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "organization" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "organization" USING (id = (SELECT current_organization()))
  WITH CHECK (id = (SELECT current_organization()));

-- A person may read their own memberships and the organizations they belong to, in order to choose one.
CREATE POLICY own_memberships ON "membership" FOR SELECT USING (account_id = (SELECT current_account()));
CREATE POLICY own_organizations ON "organization" FOR SELECT USING (id IN (
  SELECT m.organization_id FROM "membership" m
  WHERE m.account_id = (SELECT current_account()) AND m.removed_at IS NULL));

-- Whoever holds a token may read the one invitation it opens.
CREATE POLICY held_invitation ON "invitation" FOR SELECT USING (token_hash = (SELECT current_invitation()));
