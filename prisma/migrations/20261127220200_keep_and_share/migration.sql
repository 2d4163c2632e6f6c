-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "shares_without_sign_in" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "saved_view" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "view_default" (
    "organization_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "view_id" UUID NOT NULL,

    CONSTRAINT "view_default_pkey" PRIMARY KEY ("organization_id","member_id")
);

-- CreateTable
CREATE TABLE "share_link" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_link_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "share_use" (
    "organization_id" UUID NOT NULL,
    "share_id" UUID NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "share_use_pkey" PRIMARY KEY ("organization_id","share_id")
);

-- CreateIndex
CREATE INDEX "saved_view_organization_id_scope_position_idx" ON "saved_view"("organization_id", "scope", "position");

-- CreateIndex
CREATE INDEX "saved_view_organization_id_owner_id_idx" ON "saved_view"("organization_id", "owner_id");

-- CreateIndex
CREATE INDEX "view_default_organization_id_view_id_idx" ON "view_default"("organization_id", "view_id");

-- CreateIndex
CREATE UNIQUE INDEX "share_link_token_hash_key" ON "share_link"("token_hash");

-- CreateIndex
CREATE INDEX "share_link_organization_id_created_at_idx" ON "share_link"("organization_id", "created_at");

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_organization_id_owner_id_fkey" FOREIGN KEY ("organization_id", "owner_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "view_default" ADD CONSTRAINT "view_default_organization_id_member_id_fkey" FOREIGN KEY ("organization_id", "member_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "view_default" ADD CONSTRAINT "view_default_organization_id_view_id_fkey" FOREIGN KEY ("organization_id", "view_id") REFERENCES "saved_view"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_organization_id_created_by_id_fkey" FOREIGN KEY ("organization_id", "created_by_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_use" ADD CONSTRAINT "share_use_organization_id_share_id_fkey" FOREIGN KEY ("organization_id", "share_id") REFERENCES "share_link"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_scope" CHECK ("scope" IN ('personal', 'shared'));

-- The tenant wall, as for every table of an organization.
ALTER TABLE "saved_view" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "saved_view" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "saved_view" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));

ALTER TABLE "view_default" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "view_default" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "view_default" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));

ALTER TABLE "share_link" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "share_link" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "share_link" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));

ALTER TABLE "share_use" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "share_use" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "share_use" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));

-- Whoever holds a token may read the one link it opens.
CREATE FUNCTION current_share() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('phasewise.share_hash', true), '') $$;
CREATE POLICY held_share_link ON "share_link" FOR SELECT USING (token_hash = (SELECT current_share()));
