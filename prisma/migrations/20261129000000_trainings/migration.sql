-- CreateTable
CREATE TABLE "training" (
    "organization_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "discipline" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,
    "ready_on" DATE NOT NULL,

    CONSTRAINT "training_pkey" PRIMARY KEY ("organization_id","membership_id","discipline")
);

-- AddForeignKey
ALTER TABLE "training" ADD CONSTRAINT "training_organization_id_membership_id_fkey" FOREIGN KEY ("organization_id", "membership_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "training" ADD CONSTRAINT "training_level" CHECK ("level" BETWEEN 1 AND 4);

-- The tenant wall, as for every table of an organization.
ALTER TABLE "training" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "training" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "training" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
