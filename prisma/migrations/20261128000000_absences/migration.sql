-- CreateTable
CREATE TABLE "absence" (
    "organization_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("organization_id","membership_id","from_on")
);

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_organization_id_membership_id_fkey" FOREIGN KEY ("organization_id", "membership_id") REFERENCES "membership"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "absence" ADD CONSTRAINT "absence_in_order" CHECK ("from_on" <= "to_on");

-- The tenant wall, as for every table of an organization.
ALTER TABLE "absence" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "absence" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "absence" USING (organization_id = (SELECT current_organization()))
  WITH CHECK (organization_id = (SELECT current_organization()));
