-- CreateTable
CREATE TABLE "text_document" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "base" TEXT NOT NULL,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "text_document_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "text_change" (
    "organization_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "change" BYTEA NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "text_change_pkey" PRIMARY KEY ("organization_id","document_id","seq")
);

-- CreateTable
CREATE TABLE "text_cursor" (
    "organization_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "client_id" BIGINT NOT NULL,
    "selection" JSONB,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "text_cursor_pkey" PRIMARY KEY ("organization_id","connection_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "text_document_organization_id_subject_id_field_key" ON "text_document"("organization_id", "subject_id", "field");

-- CreateIndex
CREATE INDEX "text_cursor_organization_id_document_id_seen_at_idx" ON "text_cursor"("organization_id", "document_id", "seen_at");

-- AddForeignKey
ALTER TABLE "text_document" ADD CONSTRAINT "text_document_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_change" ADD CONSTRAINT "text_change_organization_id_document_id_fkey" FOREIGN KEY ("organization_id", "document_id") REFERENCES "text_document"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_change" ADD CONSTRAINT "text_change_organization_id_author_id_fkey" FOREIGN KEY ("organization_id", "author_id") REFERENCES "membership"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_cursor" ADD CONSTRAINT "text_cursor_organization_id_document_id_fkey" FOREIGN KEY ("organization_id", "document_id") REFERENCES "text_document"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_cursor" ADD CONSTRAINT "text_cursor_organization_id_membership_id_fkey" FOREIGN KEY ("organization_id", "membership_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The tenant wall, as for every table of an organization.
DO $$
DECLARE tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['text_document', 'text_change', 'text_cursor']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organization_id = (SELECT current_organization()))
      WITH CHECK (organization_id = (SELECT current_organization()))', tenant_table);
  END LOOP;
END $$;
