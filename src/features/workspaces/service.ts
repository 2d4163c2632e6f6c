import type { z } from "zod";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { staleVersion } from "@/platform/errors";
import type { configureInput } from "./schema";

export async function configure(db: OrganizationDb, input: z.output<typeof configureInput>) {
  // Named one by one: the input also says which workspace it is for.
  const { version } = input;
  const after = pick(input);
  return await db.write(input, async (tx) => {
    const where = { id: db.organizationId };
    const before = await tx.organization.findUniqueOrThrow({ where });
    const changed = await tx.organization.updateMany({
      where: { ...where, version },
      // Every plan's cost follows from the rates: forecasts stored before are stale.
      data: { ...after, version: { increment: 1 }, standardsVersion: { increment: 1 } },
    });
    if (changed.count === 0) throw staleVersion("workspace", before);
    return {
      answer: { version: version + 1 },
      event: {
        type: "workspace.configured",
        subject: { type: "workspace", id: db.organizationId },
        data: { before: pick(before), after },
      },
    };
  });
}

function pick(of: {
  name: string;
  currency: string;
  personDayCostMinor: number;
  acceleratorHourCostMinor: number;
}) {
  const { name, currency, personDayCostMinor, acceleratorHourCostMinor } = of;
  return { name, currency, personDayCostMinor, acceleratorHourCostMinor };
}
