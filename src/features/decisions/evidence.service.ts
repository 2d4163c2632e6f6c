import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { isModelId, modelFacts } from "@/planning";
import { toDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { AppError, invalid, notFound, staleVersion } from "@/platform/errors";
import {
  type addEvidenceInput,
  type editEvidenceInput,
  type evidenceInput,
  type KeptContent,
  keptContent,
  type SizingInput,
} from "./evidence.schema";
import { type FoundDecision, lockDecision, superseded } from "./find.queries";
import { figuresOf } from "./sizing-rules";

const mostEvidence = 200;

/** Says what speaks for or against an option, or bears on the decision. Also after deciding: what is learned later is dated. */
export async function addEvidence(db: OrganizationDb, input: z.output<typeof addEvidenceInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    if (decision.state === "superseded") throw superseded();
    const option = optionOf(decision, input.optionId);
    await refuseTooMany(tx, db, decision.id);
    const { title, note, content } = input;
    const fileId = content.kind === "file" ? content.fileId : null;
    if (fileId !== null) await refuseOthersFile(tx, db, fileId);
    const kept = contentToKeep(content);
    const id = uuidv7();
    await tx.evidence.create({
      data: {
        organizationId,
        id,
        decisionId: decision.id,
        optionId: option?.id ?? null,
        kind: kept.kind,
        title,
        note,
        content: kept,
        fileId,
        addedById: actor.membershipId,
      },
    });
    return {
      answer: { id },
      event: eventAbout("evidence.added", decision, {
        evidenceId: id,
        option: option?.title ?? null,
        after: { kind: kept.kind, title, note, content: kept },
      }),
    };
  });
}

export async function editEvidence(db: OrganizationDb, input: z.output<typeof editEvidenceInput>) {
  const { organizationId } = db;
  return await db.write(input, async (tx) => {
    const { evidence, decision } = await lockEvidence(tx, db, input.evidenceId, { deletedAt: null });
    refuseIfRestedOn(decision, evidence.createdAt);
    const before = keptContent.parse(evidence.content);
    if (input.content.kind !== before.kind) {
      throw invalid("OTHER_KIND", "Evidence keeps its kind. Remove this one and add another.");
    }
    const { title, note } = input;
    const after =
      input.content.kind === "file" || input.content.kind === "model" ? before : contentToKeep(input.content);
    const changed = await tx.evidence.updateMany({
      where: { organizationId, id: evidence.id, version: input.version },
      data: { title, note, content: after, version: { increment: 1 } },
    });
    if (changed.count === 0) {
      const { title, note, version } = evidence;
      throw staleVersion("evidence", { title, note, content: before, version });
    }
    return {
      answer: { version: input.version + 1 },
      event: eventAbout("evidence.edited", decision, {
        evidenceId: evidence.id,
        before: { title: evidence.title, note: evidence.note, content: before },
        after: { title, note, content: after },
      }),
    };
  });
}

export async function removeEvidence(db: OrganizationDb, input: z.output<typeof evidenceInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const { evidence, decision } = await lockEvidence(tx, db, input.evidenceId, { deletedAt: null });
    refuseIfRestedOn(decision, evidence.createdAt);
    await tx.evidence.updateMany({
      where: { organizationId, id: evidence.id },
      data: { deletedAt: new Date(), deletedById: actor.membershipId },
    });
    const { title, note } = evidence;
    return {
      answer: null,
      event: eventAbout("evidence.removed", decision, {
        evidenceId: evidence.id,
        before: { title, note, content: keptContent.parse(evidence.content) },
      }),
    };
  });
}

/** Brings removed evidence back; whoever removed it may. */
export async function restoreEvidence(db: OrganizationDb, input: z.output<typeof evidenceInput>) {
  const { organizationId, actor } = db;
  return await db.write(input, async (tx) => {
    const { evidence, decision } = await lockEvidence(tx, db, input.evidenceId, { deletedAt: { not: null } });
    if (evidence.deletedById !== actor.membershipId) {
      throw new AppError("FORBIDDEN", "EVIDENCE_NOT_YOURS", "Only who removed evidence may bring it back.");
    }
    if (decision.state === "superseded") throw superseded();
    if (evidence.optionId !== null) optionOf(decision, evidence.optionId);
    await refuseTooMany(tx, db, decision.id);
    if (evidence.file !== null && evidence.file.droppedAt !== null) {
      throw invalid("FILE_GONE", "The file was removed so long ago that its content is gone.");
    }
    await tx.evidence.updateMany({
      where: { organizationId, id: evidence.id },
      data: { deletedAt: null, deletedById: null },
    });
    return {
      answer: null,
      event: eventAbout("evidence.restored", decision, {
        evidenceId: evidence.id,
        after: { title: evidence.title },
      }),
    };
  });
}

/** Keeps with a new option what the catalogue says of its model on this day. Part of the verb that adds the option. */
export async function keepModelFacts(
  tx: Transaction,
  db: OrganizationDb,
  of: { decisionId: string; optionId: string; modelId: string },
): Promise<void> {
  if (!isModelId(of.modelId)) throw invalid("UNKNOWN_MODEL", "The catalogue has no such model.", "modelId");
  const facts = modelFacts(of.modelId);
  const content = { kind: "model", facts: copyOf(facts), asOf: toDay(new Date()) } satisfies KeptContent;
  await refuseTooMany(tx, db, of.decisionId);
  await tx.evidence.create({
    data: {
      organizationId: db.organizationId,
      id: uuidv7(),
      decisionId: of.decisionId,
      optionId: of.optionId,
      kind: content.kind,
      title: facts.name,
      note: "",
      content,
      addedById: db.actor.membershipId,
    },
  });
}

/** Keeps calculations with a new option, each made with today's catalogue. Part of the verb that adds the option. */
export async function keepSizings(
  tx: Transaction,
  db: OrganizationDb,
  of: { decisionId: string; optionId: string; sizings: readonly NamedSizing[] },
): Promise<void> {
  const asOf = toDay(new Date());
  for (const { title, note, sizing } of of.sizings) {
    const content: KeptContent = { kind: "sizing", sizing, figures: figuresOf(sizing), asOf };
    await refuseTooMany(tx, db, of.decisionId);
    await tx.evidence.create({
      data: {
        organizationId: db.organizationId,
        id: uuidv7(),
        decisionId: of.decisionId,
        optionId: of.optionId,
        kind: content.kind,
        title,
        note,
        content,
        addedById: db.actor.membershipId,
      },
    });
  }
}

/**
 * The evidence of a decision for the one that takes its place, dated and signed as it was: what it was taken with may have changed
 * since, and the date says so. `optionIds` leads from each option to its copy; what was said of others stays behind.
 */
export async function copyEvidence(
  tx: Transaction,
  db: OrganizationDb,
  decisionId: string,
  successorId: string,
  optionIds: ReadonlyMap<string, string>,
): Promise<void> {
  const { organizationId } = db;
  const found = await tx.evidence.findMany({
    where: { organizationId, decisionId, deletedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { file: true },
  });
  const copies = found.flatMap(({ file, ...one }) => {
    const optionId = one.optionId === null ? null : optionIds.get(one.optionId);
    if (optionId === undefined || (file !== null && file.droppedAt !== null)) return [];
    // A file of its own, so that removing one takes nothing from the other; the content is kept once.
    const ownFile = file === null ? null : { ...file, id: uuidv7() };
    const content = keptContent.parse(one.content);
    const fileId = ownFile?.id ?? null;
    const row = { ...one, id: uuidv7(), decisionId: successorId, optionId, content, fileId, version: 1 };
    return [{ row, ownFile }];
  });
  await tx.storedFile.createMany({ data: copies.flatMap(({ ownFile }) => ownFile ?? []) });
  await tx.evidence.createMany({ data: copies.map(({ row }) => row) });
}

export type NamedSizing = { readonly title: string; readonly note: string; readonly sizing: SizingInput };

function copyOf(facts: ReturnType<typeof modelFacts>) {
  return { ...facts, memory: facts.memory.map((row) => ({ ...row })) };
}

type NewContent = z.output<typeof addEvidenceInput>["content"];

function contentToKeep(content: NewContent): KeptContent {
  switch (content.kind) {
    case "link":
    case "result":
      return content;
    case "file":
      return { kind: "file" };
    case "sizing":
      return { ...content, figures: figuresOf(content.sizing), asOf: toDay(new Date()) };
  }
}

/** What was there when a decision was taken belongs to its record. */
function refuseIfRestedOn(decision: FoundDecision, addedAt: Date): void {
  if (decision.state === "superseded") throw superseded();
  if (decision.outcome !== null && addedAt <= decision.outcome.decidedAt) {
    throw invalid(
      "DECISION_RESTS_ON_IT",
      "The decision was taken with this evidence. Reopen it to change that, or add new evidence.",
    );
  }
}

function optionOf(decision: FoundDecision, optionId: string | null) {
  if (optionId === null) return null;
  const option = decision.options.find((candidate) => candidate.id === optionId);
  if (option === undefined) throw notFound("option");
  return option;
}

async function refuseTooMany(tx: Transaction, db: OrganizationDb, decisionId: string): Promise<void> {
  const { organizationId } = db;
  const count = await tx.evidence.count({ where: { organizationId, decisionId, deletedAt: null } });
  if (count >= mostEvidence) {
    throw invalid("TOO_MUCH_EVIDENCE", `Please keep to ${mostEvidence} pieces of evidence for a decision.`);
  }
}

/** A file becomes evidence once, by whoever uploaded it. */
async function refuseOthersFile(tx: Transaction, db: OrganizationDb, fileId: string): Promise<void> {
  const file = await tx.storedFile.findFirst({
    where: {
      organizationId: db.organizationId,
      id: fileId,
      storedAt: { not: null },
      droppedAt: null,
      evidence: null,
    },
    select: { uploadedById: true },
  });
  if (file === null) throw notFound("file");
  if (file.uploadedById !== db.actor.membershipId) {
    throw new AppError("FORBIDDEN", "FILE_NOT_YOURS", "Only who uploaded a file may name it as evidence.");
  }
}

async function lockEvidence(
  tx: Transaction,
  db: OrganizationDb,
  evidenceId: string,
  which: { deletedAt: null | { not: null } },
) {
  const where = { organizationId: db.organizationId, id: evidenceId, ...which };
  const found = await tx.evidence.findFirst({ where, select: { decisionId: true } });
  if (found === null) throw notFound("evidence");
  const decision = await lockDecision(tx, db, found.decisionId);
  const evidence = await tx.evidence.findFirst({ where, include: { file: { select: { droppedAt: true } } } });
  if (evidence === null) throw notFound("evidence");
  return { evidence, decision };
}

function eventAbout<Data extends object>(
  type: "evidence.added" | "evidence.edited" | "evidence.removed" | "evidence.restored",
  decision: FoundDecision,
  data: Data,
) {
  return {
    type,
    subject: { type: "decision", id: decision.id },
    projectId: decision.projectId,
    data: { number: decision.number, question: decision.question, ...data },
  };
}
