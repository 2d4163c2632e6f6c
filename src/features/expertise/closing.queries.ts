import { freshenForecasts } from "@/features/plans/service";
import { projectsInOrder } from "@/features/schedule/order.queries";
import { readPortfolio } from "@/features/schedule/portfolio.queries";
import {
  closeWeeklyGap,
  type GapAnswer,
  type GapOption,
  type GapOrder,
  type MovedFinish,
  type PortfolioGap,
} from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { readDemandOf, supplyAndDemand } from "./queries";
import type { CellInput } from "./schema";

/** So many projects are levelled in a second or so; more would keep whoever looks waiting. */
const mostLevelled = 50;
/** Beside the best priority rule of each option: a little luck, the same for all of them. */
const schedulesPerOption = 20;

type CloseGap = (order: GapOrder, signal: AbortSignal | undefined) => Promise<GapAnswer>;

/**
 * What each way to close a cell's gap does to the dates of the projects one sees, levelled together; null where there is no gap. The
 * levelling itself is `close`'s, in a thread: it takes seconds, and no transaction waits for it.
 */
export async function closing(
  db: OrganizationDb,
  close: CloseGap,
  input: CellInput,
  signal: AbortSignal | undefined,
) {
  const asked = await db.derive(async (tx) => await readGap(tx, db, input));
  if (asked === null) return null;
  const { portfolio, gap, of, names } = asked;
  const answer = await close({ input: portfolio, gap, seed: 1, maxSchedules: schedulesPerOption }, signal);
  return { ...(await db.read(async (tx) => await withNames(tx, db, answer, names))), of };
}

export type GapClosing = NonNullable<Awaited<ReturnType<typeof closing>>>;

async function readGap(tx: Transaction, db: OrganizationDb, input: CellInput) {
  const { organizationId } = db;
  const { quantile, weekOn, discipline, level } = input;
  await freshenForecasts(tx, db);
  const { people, weeks } = await supplyAndDemand(tx, db, quantile);
  const at = weeks.findIndex((week) => week.weekOn === weekOn);
  const remedies = closeWeeklyGap(weeks.slice(at < 0 ? weeks.length : at), people, { discipline, level });
  const week = weeks[at];
  if (remedies === null || week === undefined) return null;
  const demand = await readDemandOf(tx, organizationId, input);
  const asks = demand.map(({ projectId, tasks }) => ({ projectId, taskKeys: tasks.map(({ key }) => key) }));
  const asking = new Set(asks.map(({ projectId }) => projectId));
  const inOrder = await projectsInOrder(tx, db);
  const others = inOrder.filter(({ id }) => !asking.has(id));
  const first = new Set(
    [...inOrder.filter(({ id }) => asking.has(id)), ...others].slice(0, mostLevelled).map(({ id }) => id),
  );
  const { input: portfolio } = await readPortfolio(
    tx,
    organizationId,
    inOrder.filter(({ id }) => first.has(id)),
  );
  const gap: PortfolioGap = {
    discipline,
    level,
    weekOn,
    asks,
    peopleShort: Math.ceil(remedies.hirePersonDays / Math.max(1, week.workingDays)),
    traineeIds: remedies.train.map(({ personId }) => personId),
  };
  const of = {
    levelled: portfolio.projects.length,
    projects: inOrder.length,
    /** Levelling takes work that nobody can do as if somebody could. */
    isNobodyAble: people.every(({ skills }) =>
      skills.every((skill) => skill.discipline !== discipline || skill.level < level),
    ),
  };
  return {
    portfolio,
    gap,
    of,
    names: { people, projects: inOrder, tasks: demand.flatMap(({ tasks }) => tasks) },
  };
}

type Names = {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly projects: readonly { readonly id: string; readonly key: string; readonly name: string }[];
  readonly tasks: readonly { readonly key: string; readonly name: string }[];
};

/** With names in place of ids. What has gone since the gap was read is left out. */
async function withNames(tx: Transaction, db: OrganizationDb, { waiting, options }: GapAnswer, names: Names) {
  const decisions = await tx.decision.findMany({
    where: {
      organizationId: db.organizationId,
      deletedAt: null,
      id: { in: options.flatMap(({ option }) => ("decisionId" in option ? [option.decisionId] : [])) },
    },
    select: {
      id: true,
      number: true,
      question: true,
      outcomes: { where: { endedAt: null }, select: { id: true } },
      options: { select: { id: true, title: true } },
    },
  });
  const projectOf = new Map(names.projects.map(({ id, key, name }) => [id, { key, name }]));
  const personOf = new Map(names.people.map(({ id, name }) => [id, name]));
  const taskOf = new Map(names.tasks.map(({ key, name }) => [key, name]));
  const named = (finishes: readonly MovedFinish[]) =>
    finishes.flatMap(({ projectId, ...moved }) => {
      const project = projectOf.get(projectId);
      return project === undefined ? [] : [{ project, ...moved }];
    });
  const tellOption = (option: GapOption) => {
    if (option.by === "hire") return option;
    if (option.by === "train") return { by: option.by, person: personOf.get(option.personId) ?? "" };
    const project = projectOf.get(option.projectId);
    if (project === undefined) return null;
    if (option.by === "move") {
      const before = projectOf.get(option.beforeProjectId);
      const people = option.personIds.flatMap((id) => personOf.get(id) ?? []);
      return before === undefined ? null : { by: option.by, project, before, people };
    }
    const decision = decisions.find(({ id }) => id === option.decisionId);
    const chosen = decision?.options.find(({ id }) => id === option.optionId);
    if (decision === undefined || chosen === undefined) return null;
    return {
      by: option.by,
      project,
      decision: {
        number: decision.number,
        question: decision.question,
        isDecided: decision.outcomes.length > 0,
      },
      option: chosen.title,
      without: option.withoutTaskKeys.flatMap((key) => taskOf.get(key) ?? []),
    };
  };
  return {
    waiting: named(waiting),
    options: options.flatMap(({ option, finishes, laterWorkingDays }) => {
      const told = tellOption(option);
      return told === null ? [] : [{ option: told, finishes: named(finishes), laterWorkingDays }];
    }),
  };
}
