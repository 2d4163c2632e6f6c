import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { optionEffects } from "@/features/plans/schema";
import { replan } from "@/features/plans/service";
import { isModelId, modelFacts } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound, staleVersion } from "@/platform/errors";
import { keepModelFacts, keepSizings, type NamedSizing } from "./evidence.service";
import { type FoundDecision, lockDecision, refuseUnlessOpen } from "./find.queries";
import { optionOfModel } from "./model-option-rules";
import type { addOptionInput, editOptionInput, newOption, removeOptionInput } from "./schema";

const mostOptions = 30;

export async function addOption(db: OrganizationDb, input: z.output<typeof addOptionInput>) {
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    const { modelId = null } = input;
    return await insertOption(tx, db, decision, { content: input, modelId, sizings: [] });
  });
}

/** Adds a model of the catalogue as an option, with what the catalogue says of it and calculations as evidence. The caller holds the lock. */
export async function insertModelOption(
  tx: Transaction,
  db: OrganizationDb,
  decision: FoundDecision,
  of: { readonly modelId: string; readonly remarks: string; readonly sizings: readonly NamedSizing[] },
) {
  refuseUnlessOpen(decision);
  if (decision.options.some(({ modelId }) => modelId === of.modelId))
    throw invalid("ALREADY_AN_OPTION", "This model is an option of the decision already.");
  if (!isModelId(of.modelId)) throw invalid("UNKNOWN_MODEL", "The catalogue has no such model.", "modelId");
  const { description, ...content } = optionOfModel(modelFacts(of.modelId));
  return await insertOption(tx, db, decision, {
    content: { ...content, description: `${description}${of.remarks}` },
    modelId: of.modelId,
    sizings: of.sizings,
  });
}

async function insertOption(
  tx: Transaction,
  db: OrganizationDb,
  decision: FoundDecision,
  of: {
    readonly content: z.output<typeof newOption>;
    readonly modelId: string | null;
    readonly sizings: readonly NamedSizing[];
  },
) {
  const { organizationId } = db;
  refuseUnlessOpen(decision);
  if (decision.options.length >= mostOptions) {
    throw invalid("TOO_MANY_OPTIONS", `Please keep to ${mostOptions} options.`);
  }
  const id = uuidv7();
  const { modelId, sizings } = of;
  const after = contentOf(of.content);
  const place = (decision.options.at(-1)?.place ?? -1) + 1;
  await tx.decisionOption.create({
    data: { organizationId, id, decisionId: decision.id, place, modelId, ...after },
  });
  if (modelId !== null) await keepModelFacts(tx, db, { decisionId: decision.id, optionId: id, modelId });
  await keepSizings(tx, db, { decisionId: decision.id, optionId: id, sizings });
  await replan(tx, db, decision.projectId);
  return {
    answer: { id },
    event: {
      type: "option.added",
      subject: { type: "decision", id: decision.id },
      projectId: decision.projectId,
      data: {
        number: decision.number,
        question: decision.question,
        after: { optionId: id, ...after },
      },
    } as const,
  };
}

export async function editOption(db: OrganizationDb, input: z.output<typeof editOptionInput>) {
  return await db.write(input, async (tx) => {
    const { decision, option } = await openDecisionOf(tx, db, input.optionId);
    const after = contentOf(input, option);
    await bumpOption(tx, db, input, after);
    await replan(tx, db, decision.projectId);
    return {
      answer: { version: input.version + 1 },
      event: {
        type: "option.edited",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: {
          number: decision.number,
          question: decision.question,
          before: content(option),
          after: { optionId: option.id, ...after },
        },
      },
    };
  });
}

export async function removeOption(db: OrganizationDb, input: z.output<typeof removeOptionInput>) {
  const { organizationId } = db;
  return await db.write(input, async (tx) => {
    const { decision, option } = await openDecisionOf(tx, db, input.optionId);
    await bumpOption(tx, db, input, { deletedAt: new Date() });
    await tx.position.updateMany({
      where: { organizationId, optionId: option.id },
      data: { optionId: null },
    });
    await replan(tx, db, decision.projectId);
    return {
      answer: null,
      event: {
        type: "option.removed",
        subject: { type: "decision", id: decision.id },
        projectId: decision.projectId,
        data: { number: decision.number, question: decision.question, before: content(option) },
      },
    };
  });
}

async function openDecisionOf(tx: Transaction, db: OrganizationDb, optionId: string) {
  const found = await tx.decisionOption.findFirst({
    where: { organizationId: db.organizationId, id: optionId, deletedAt: null },
    select: { decisionId: true },
  });
  if (found === null) throw notFound("option");
  const decision = await lockDecision(tx, db, found.decisionId);
  refuseUnlessOpen(decision);
  const option = decision.options.find((candidate) => candidate.id === optionId);
  if (option === undefined) throw notFound("option");
  return { decision, option };
}

async function bumpOption(
  tx: Transaction,
  db: OrganizationDb,
  seen: { optionId: string; version: number },
  data: OptionContent | { deletedAt: Date },
): Promise<void> {
  const where = { organizationId: db.organizationId, id: seen.optionId };
  const changed = await tx.decisionOption.updateMany({
    where: { ...where, version: seen.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (changed.count === 1) return;
  const current = await tx.decisionOption.findFirstOrThrow({ where });
  throw staleVersion("option", { ...content(current), version: current.version });
}

type OptionContent = ReturnType<typeof contentOf>;

const nothingYet = {
  pros: [],
  cons: [],
  costOfChange: "",
  costOfChangeLevel: null,
} satisfies Partial<OptionRow>;

/** An option as it is to be kept; what the input leaves out stays as it was. */
export function contentOf(
  input: z.output<typeof newOption>,
  before: Pick<OptionRow, keyof typeof nothingYet> = nothingYet,
) {
  const { title, description, effects } = input;
  return {
    title,
    description,
    effects,
    pros: input.pros ?? before.pros,
    cons: input.cons ?? before.cons,
    costOfChange: input.costOfChange ?? before.costOfChange,
    costOfChangeLevel:
      input.costOfChangeLevel === undefined ? before.costOfChangeLevel : input.costOfChangeLevel,
  };
}

type OptionRow = FoundDecision["options"][number];

function content({
  id,
  title,
  description,
  effects,
  pros,
  cons,
  costOfChange,
  costOfChangeLevel,
}: OptionRow) {
  return {
    optionId: id,
    title,
    description,
    effects: optionEffects.parse(effects),
    pros,
    cons,
    costOfChange,
    costOfChangeLevel,
  };
}
