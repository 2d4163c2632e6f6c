import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { phaseIds } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound } from "@/platform/errors";
import { aboutGate, askedOf, findCriterion, type LockedGate, lockGate, touchGate } from "./find.queries";
import type { addEvidenceInput, removeEvidenceInput } from "./schema";

const mostPerCriterion = 20;

type Content = z.output<typeof addEvidenceInput>["content"];

/** Puts what shows it beside a criterion. Words of what it points at are kept with it, as they stood. */
export async function addEvidence(db: OrganizationDb, input: z.output<typeof addEvidenceInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const gate = await lockGate(tx, db, input);
    const { row, text } = await findCriterion(tx, db, gate, input.key);
    const criterionId = row?.id ?? uuidv7();
    await refuseTooMuch(tx, db, criterionId);
    const content = await pointing(tx, db, gate, input.content);
    await touchGate(tx, db, gate);
    if (row === null) {
      await tx.gateCriterion.create({
        data: { organizationId, id: criterionId, gateId: gate.id, key: input.key },
      });
    }
    const id = uuidv7();
    const { kind } = input.content;
    await tx.gateEvidence.create({
      data: { organizationId, id, criterionId, kind, addedById: actor.membershipId, ...content },
    });
    return {
      answer: { id },
      event: aboutGate(gate, "gate.evidence-added", {
        evidenceId: id,
        criterion: text,
        after: { kind: input.content.kind, title: content.title },
      }),
    };
  });
}

async function refuseTooMuch(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  criterionId: string,
): Promise<void> {
  const standing = { organizationId, criterionId, removedAt: null };
  if ((await tx.gateEvidence.count({ where: standing })) < mostPerCriterion) return;
  throw invalid("TOO_MUCH_EVIDENCE", `Please keep to ${mostPerCriterion} pieces of evidence per criterion.`);
}

export async function removeEvidence(db: OrganizationDb, input: z.output<typeof removeEvidenceInput>) {
  return await db.write(input, async (tx) => await removeEvidenceWithin(tx, db, input.evidenceId));
}

export async function removeEvidenceWithin(tx: Transaction, db: OrganizationDb, evidenceId: string) {
  const { organizationId, actor } = db;
  const { gate, kind, title } = await lockEvidence(tx, db, evidenceId, null);
  const removed = await tx.gateEvidence.updateMany({
    where: { organizationId, id: evidenceId, removedAt: null },
    data: { removedAt: new Date(), removedById: actor.membershipId },
  });
  if (removed.count === 0) throw notFound("evidence");
  await touchGate(tx, db, gate);
  return {
    answer: null,
    event: aboutGate(gate, "gate.evidence-removed", { evidenceId, before: { kind, title } }),
  };
}

/** Evidence that was taken away stands again as it was. */
export async function restoreEvidenceWithin(tx: Transaction, db: OrganizationDb, evidenceId: string) {
  const { gate, kind, title, criterion } = await lockEvidence(tx, db, evidenceId, { not: null });
  await refuseTooMuch(tx, db, criterion.id);
  const { text } = await findCriterion(tx, db, gate, criterion.key);
  await tx.gateEvidence.updateMany({
    where: { organizationId: db.organizationId, id: evidenceId },
    data: { removedAt: null, removedById: null },
  });
  await touchGate(tx, db, gate);
  return {
    answer: null,
    event: aboutGate(gate, "gate.evidence-added", { evidenceId, criterion: text, after: { kind, title } }),
  };
}

async function lockEvidence(
  tx: Transaction,
  db: OrganizationDb,
  id: string,
  removedAt: null | { not: null },
) {
  const evidence = await tx.gateEvidence.findFirst({
    where: {
      organizationId: db.organizationId,
      id,
      removedAt,
      criterion: { gate: { project: { deletedAt: null } } },
    },
    select: {
      kind: true,
      title: true,
      criterion: { select: { id: true, key: true, gate: { select: { projectId: true, phase: true } } } },
    },
  });
  if (evidence === null) throw notFound("evidence");
  const { projectId, phase } = evidence.criterion.gate;
  const known = phaseIds.find((candidate) => candidate === phase);
  if (known === undefined) throw new Error(`Unknown phase ${phase}`);
  return { ...evidence, gate: await lockGate(tx, db, { projectId, phase: known }) };
}

/** What the evidence points at, which must be of this project, and its words. */
async function pointing(tx: Transaction, db: OrganizationDb, gate: LockedGate, content: Content) {
  switch (content.kind) {
    case "link":
      return { title: content.title, url: content.url };
    case "note":
      return { title: content.title };
    case "decision":
      return { decisionId: content.decisionId, title: await outcomeOf(tx, db, gate, content.decisionId) };
    case "result":
      return { resultId: content.resultId, title: await resultOf(tx, db, gate, content.resultId) };
    case "deliverable": {
      const { deliverables } = await askedOf(tx, db, gate);
      const deliverable = deliverables.find(({ id }) => id === content.deliverable);
      if (deliverable === undefined) throw notFound("deliverable");
      return { deliverable: deliverable.id, title: deliverable.name };
    }
  }
}

async function outcomeOf(tx: Transaction, db: OrganizationDb, gate: LockedGate, id: string): Promise<string> {
  const decision = await tx.decision.findFirst({
    where: { organizationId: db.organizationId, id, projectId: gate.projectId, deletedAt: null },
    select: {
      number: true,
      question: true,
      outcomes: { where: { endedAt: null }, select: { option: { select: { title: true } } } },
    },
  });
  if (decision === null) throw notFound("decision");
  const [outcome] = decision.outcomes;
  if (outcome === undefined) {
    throw invalid(
      "NOT_DECIDED",
      "Only the outcome of a decision shows something: decide it first.",
      "content",
    );
  }
  return `D-${decision.number} ${decision.question} ${outcome.option.title}`;
}

async function resultOf(tx: Transaction, db: OrganizationDb, gate: LockedGate, id: string): Promise<string> {
  const result = await tx.loopResult.findFirst({
    where: {
      organizationId: db.organizationId,
      id,
      removedAt: null,
      pass: { projectId: gate.projectId },
    },
    select: { metric: true, value: true, unit: true, dataSet: true, pass: { select: { number: true } } },
  });
  if (result === null) throw notFound("result");
  const { metric, value, unit, dataSet, pass } = result;
  const on = dataSet === "" ? "" : ` on ${dataSet}`;
  return `${metric}: ${value}${unit === "" ? "" : ` ${unit}`}${on} (pass ${pass.number})`;
}
