import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, staleVersion } from "@/platform/errors";
import { aboutGate, findCriterion, type LockedGate, lockGate, touchGate } from "./find.queries";
import type { addCriterionInput, judgeInput, removeCriterionInput } from "./schema";

/** Says whether a criterion is met, not met, open again, or does not apply and why. Who and when stay with it. */
export async function judge(db: OrganizationDb, input: z.output<typeof judgeInput>) {
  return await db.write(input, async (tx) => {
    if (input.status === "not-applicable" && input.note === "") {
      throw invalid("REASON_MISSING", "Please say why it does not apply.", "note");
    }
    const gate = await lockGate(tx, db, input);
    const criterion = await findCriterion(tx, db, gate, input.key);
    if ((criterion.row?.version ?? 0) !== input.version) throw staleCriterion(criterion.row);
    return await judgeWithin(tx, db, gate, criterion, input);
  });
}

/** The same with the gate locked. */
export async function judgeWithin(
  tx: Transaction,
  { organizationId, actor }: OrganizationDb,
  gate: LockedGate,
  { row, text }: Awaited<ReturnType<typeof findCriterion>>,
  { key, status, note }: Pick<z.output<typeof judgeInput>, "key" | "status" | "note">,
) {
  await touchGate(tx, { organizationId }, gate);
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
    answer: { version: (row?.version ?? 0) + 1 },
    event: aboutGate(gate, "gate.criterion-judged", {
      key,
      criterion: text,
      before: { status: row?.status ?? "open", note: row?.note ?? "" },
      after: { status, note },
    }),
  };
}

const mostOwn = 30;

/** Adds a criterion that only this project asks. */
export async function addCriterion(db: OrganizationDb, input: z.output<typeof addCriterionInput>) {
  const { organizationId } = db;
  return await db.write(input, async (tx) => {
    const gate = await lockGate(tx, db, input);
    await refuseTooMany(tx, db, gate);
    await touchGate(tx, db, gate);
    const id = uuidv7();
    await tx.gateCriterion.create({
      data: { organizationId, id, gateId: gate.id, key: id, text: input.text },
    });
    return {
      answer: { key: id },
      event: aboutGate(gate, "gate.criterion-added", { key: id, criterion: input.text }),
    };
  });
}

async function refuseTooMany(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  gate: LockedGate,
): Promise<void> {
  const own = { organizationId, gateId: gate.id, text: { not: null }, removedAt: null };
  if ((await tx.gateCriterion.count({ where: own })) < mostOwn) return;
  throw invalid("TOO_MANY_CRITERIA", `Please keep to ${mostOwn} criteria of your own.`, "text");
}

/** Takes an own criterion away; one of the standard is set not applicable instead. */
export async function removeCriterion(db: OrganizationDb, input: z.output<typeof removeCriterionInput>) {
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
    return await removeCriterionWithin(tx, db, gate, { key: input.key, text });
  });
}

type OwnCriterion = { readonly key: string; readonly text: string };

/** The same with the gate locked. */
export async function removeCriterionWithin(
  tx: Transaction,
  db: OrganizationDb,
  gate: LockedGate,
  { key, text }: OwnCriterion,
) {
  await setRemoved(tx, db, gate, key, new Date());
  return { answer: null, event: aboutGate(gate, "gate.criterion-removed", { key, criterion: text }) };
}

/** An own criterion that was taken away is asked again, with what was said of it. */
export async function restoreCriterionWithin(
  tx: Transaction,
  db: OrganizationDb,
  gate: LockedGate,
  { key, text }: OwnCriterion,
) {
  await refuseTooMany(tx, db, gate);
  await setRemoved(tx, db, gate, key, null);
  return { answer: null, event: aboutGate(gate, "gate.criterion-added", { key, criterion: text }) };
}

async function setRemoved(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  gate: LockedGate,
  key: string,
  removedAt: Date | null,
): Promise<void> {
  await touchGate(tx, { organizationId }, gate);
  await tx.gateCriterion.updateMany({
    where: { organizationId, gateId: gate.id, key },
    data: { removedAt, version: { increment: 1 } },
  });
}

function staleCriterion(row: { status: string; note: string; version: number } | null) {
  const { status, note, version } = row ?? { status: "open", note: "", version: 0 };
  return staleVersion("criterion", { status, note, version });
}
