import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { invalid, staleVersion } from "@/platform/errors";
import { aboutGate, findCriterion, lockGate, touchGate } from "./find.queries";
import type { addCriterionInput, judgeInput, removeCriterionInput } from "./schema";

/** Says whether a criterion is met, not met, open again, or does not apply and why. Who and when stay with it. */
export async function judge(db: OrganizationDb, input: z.output<typeof judgeInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    if (input.status === "not-applicable" && input.note === "") {
      throw invalid("REASON_MISSING", "Please say why it does not apply.", "note");
    }
    const gate = await lockGate(tx, db, input);
    const { row, text } = await findCriterion(tx, db, gate, input.key);
    if ((row?.version ?? 0) !== input.version) throw staleCriterion(row);
    const { status, note, key } = input;
    await touchGate(tx, db, gate);
    const said = { status, note, judgedById: actor.membershipId, judgedAt: new Date() };
    if (row === null) {
      await tx.gateCriterion.create({
        data: { organizationId, id: uuidv7(), gateId: gate.id, key, ...said },
      });
    } else {
      await tx.gateCriterion.updateMany({
        where: { organizationId, id: row.id },
        data: { ...said, version: { increment: 1 } },
      });
    }
    return {
      answer: { version: input.version + 1 },
      event: aboutGate(gate, "gate.criterion-judged", {
        criterion: text,
        before: { status: row?.status ?? "open", note: row?.note ?? "" },
        after: { status, note },
      }),
    };
  });
}

const mostOwn = 30;

/** Adds a criterion that only this project asks. */
export async function addCriterion(db: OrganizationDb, input: z.output<typeof addCriterionInput>) {
  const { organizationId } = db;
  return await db.write(input, async (tx) => {
    const gate = await lockGate(tx, db, input);
    const own = { organizationId, gateId: gate.id, text: { not: null }, removedAt: null };
    if ((await tx.gateCriterion.count({ where: own })) >= mostOwn) {
      throw invalid("TOO_MANY_CRITERIA", `Please keep to ${mostOwn} criteria of your own.`, "text");
    }
    await touchGate(tx, db, gate);
    const id = uuidv7();
    await tx.gateCriterion.create({
      data: { organizationId, id, gateId: gate.id, key: id, text: input.text },
    });
    return {
      answer: { key: id },
      event: aboutGate(gate, "gate.criterion-added", { criterion: input.text }),
    };
  });
}

/** Takes an own criterion away; one of the standard is set not applicable instead. */
export async function removeCriterion(db: OrganizationDb, input: z.output<typeof removeCriterionInput>) {
  const { organizationId } = db;
  return await db.write(input, async (tx) => {
    const gate = await lockGate(tx, db, input);
    const { row, text } = await findCriterion(tx, db, gate, input.key);
    if (row === null || row.text === null) {
      throw invalid(
        "NOT_YOUR_OWN",
        "A criterion of the standard stays: set it not applicable, with a reason.",
      );
    }
    if (row.version !== input.version) throw staleCriterion(row);
    await touchGate(tx, db, gate);
    await tx.gateCriterion.updateMany({
      where: { organizationId, id: row.id },
      data: { removedAt: new Date(), version: { increment: 1 } },
    });
    return {
      answer: null,
      event: aboutGate(gate, "gate.criterion-removed", { criterion: text }),
    };
  });
}

function staleCriterion(row: { status: string; note: string; version: number } | null) {
  const { status, note, version } = row ?? { status: "open", note: "", version: 0 };
  return staleVersion("criterion", { status, note, version });
}
