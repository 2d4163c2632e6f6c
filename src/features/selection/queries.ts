import type { z } from "zod";
import {
  type AssessedModel,
  acceleratorById,
  accelerators,
  benchmarkNames,
  cheapestUsdPerMonth,
  judgeOwnModel,
  licenceTerms,
  modelById,
  type OwnModelCase,
  ownModelCase,
  publishedBenchmarks,
  type RankedOption,
  shortlistModels,
} from "@/planning";
import { toDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { type ProjectNeed, readNeed, tried } from "./need.queries";
import type { ownModelInput, shortlistInput } from "./schema";

/** The catalogue's models held against a project's brief, with what is tried out, and the decisions that one may become an option of. */
export async function shortlist(db: OrganizationDb, input: z.output<typeof shortlistInput>) {
  return await db.read(async (tx) => {
    const project = await tx.project.findFirst({
      where: { organizationId: db.organizationId, key: input.projectKey, deletedAt: null },
      select: { id: true },
    });
    if (project === null) throw notFound("project");
    const need = await readNeed(tx, db, project.id);
    const now = tried(need.given, input.limits);
    const list = shortlistModels(now, input.weights);
    const ranks = new Map(list.ranking?.options.map((option) => [option.optionId, option]));
    return {
      currency: need.currency,
      given: need.given,
      now,
      acceleratorName: acceleratorById(now.accelerator).name,
      rentOfAccelerator: rentOf(now),
      accelerators: Object.entries(accelerators).map(([id, { name, vendor }]) => ({ id, name, vendor })),
      total: list.total,
      neverSaid: list.neverSaid,
      silent: list.silent,
      isRanked: list.ranking !== null,
      rows: list.standing.map((model) => rowOf(model, ranks.get(model.id) ?? null)),
      fallen: list.fallen.map(({ rule, models }) => ({
        rule,
        models: models.map(({ id, reasons }) => ({ id, name: modelById(id).name, reasons })),
      })),
      own: ownModel(need, input.own),
      decisions: await modelDecisions(tx, db, project.id),
    };
  });
}

export type ShortlistAnswer = Awaited<ReturnType<typeof shortlist>>;
export type ShortlistRow = ShortlistAnswer["rows"][number];

function rentOf({ accelerator, usdPerAcceleratorHour }: ProjectNeed["given"]) {
  if (usdPerAcceleratorHour !== null)
    return {
      usdPerHour: usdPerAcceleratorHour,
      origin: "workspace",
      basis: "list",
      source: null,
      asOf: null,
    } as const;
  const { rent } = acceleratorById(accelerator);
  if (rent === null) return null;
  const { usdPerHour, basis, source, asOf } = rent;
  return { usdPerHour, origin: "catalogue", basis, source, asOf } as const;
}

function rowOf(assessed: AssessedModel, rank: RankedOption | null) {
  const { id, unsaid, memory, canBeCalled, canBeServed, served, called } = assessed;
  const model = modelById(id);
  return {
    id,
    name: model.name,
    organization: model.organization,
    access: model.access,
    licence: model.licence,
    licenceSummary: licenceTerms(model).summary,
    contextTokens: model.contextTokens,
    parameters: model.architecture?.parameters ?? null,
    published: model.access === "open-weights" ? model.published : null,
    source: model.source,
    unsaid,
    memory: canBeServed ? memory : null,
    canBeCalled,
    canBeServed,
    served:
      served === null
        ? null
        : {
            acceleratorsPerCopy: served.acceleratorsPerCopy,
            accelerators: served.accelerators,
            requestsPerDayPerCopy: served.requestsPerDayPerCopy,
            firstTokenSeconds: served.firstTokenSeconds,
            usdPerMonth: served.usdPerMonth,
          },
    called: called === null ? null : calledWithSource(assessed, called),
    cheapestUsdPerMonth: cheapestUsdPerMonth(assessed),
    benchmarks: (publishedBenchmarks[id] ?? []).map((result) => ({
      ...result,
      name: benchmarkNames[result.benchmark],
    })),
    rank:
      rank === null
        ? null
        : { low: rank.low, high: rank.high, bestPlace: rank.bestPlace, worstPlace: rank.worstPlace },
  };
}

function calledWithSource({ id }: AssessedModel, called: NonNullable<AssessedModel["called"]>) {
  const { host, ofHosts, usdPerMonth } = called;
  const price = modelById(id).prices.find((one) => one.host === host);
  return { host, ofHosts, usdPerMonth, source: price?.source ?? null, asOf: price?.asOf ?? null };
}

function ownModel({ content, given, currency }: ProjectNeed, own: z.output<typeof ownModelInput>) {
  const fromBrief = ownModelCase(content, {
    today: toDay(new Date()),
    accelerator: given.accelerator,
    usdPerAcceleratorHour: given.usdPerAcceleratorHour,
    budgetUsd: currency === "USD" && content.budgetMinor !== null ? content.budgetMinor / 100 : null,
  });
  const { parametersBillions, trainingAccelerators, ...rest } = own;
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const asked: OwnModelCase = {
    ...fromBrief,
    ...said,
    ...(parametersBillions === undefined ? {} : { parameters: parametersBillions * 1e9 }),
    ...(trainingAccelerators === undefined ? {} : { accelerators: trainingAccelerators }),
  };
  return { fromBrief, asked, ...judgeOwnModel(asked) };
}

/** The decisions of the phase in which a model is chosen, the newest first, with the models that are options of theirs. */
async function modelDecisions(tx: Transaction, db: OrganizationDb, projectId: string) {
  const rows = await tx.decision.findMany({
    where: {
      organizationId: db.organizationId,
      projectId,
      phase: "model-selection",
      deletedAt: null,
      supersededBy: null,
    },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      question: true,
      outcomes: { where: { endedAt: null }, select: { id: true } },
      options: { where: { deletedAt: null, modelId: { not: null } }, select: { modelId: true } },
    },
  });
  return rows.map(({ id, number, question, outcomes, options }) => ({
    id,
    number,
    question,
    isOpen: outcomes.length === 0,
    models: options.flatMap(({ modelId }) => modelId ?? []),
  }));
}
