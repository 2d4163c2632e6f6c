import { currentForecasts } from "@/features/plans/service";
import { isTemplateId, lifecycleMap, type PhaseId, phaseIds, templateById } from "@/planning";
import { toDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { notFound } from "@/platform/errors";
import { readBrief } from "./brief-rules";
import { gateParts, toGates } from "./gates.queries";
import { visibilityOf } from "./sharing.queries";

export { readBrief };

const projectParts = {
  owner: { select: { id: true, account: { select: { name: true } } } },
  team: { select: { id: true, name: true, deletedAt: true } },
  gatePassages: {
    orderBy: { at: "asc" },
    select: {
      fromPhase: true,
      toPhase: true,
      reason: true,
      withoutGates: true,
      at: true,
      actor: { select: { account: { select: { name: true } } } },
    },
  },
  gates: gateParts,
  decisions: {
    where: { deletedAt: null },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      phase: true,
      question: true,
      dueOn: true,
      createdAt: true,
      owner: { select: { account: { select: { name: true } } } },
      supersededBy: { select: { number: true } },
      outcomes: {
        where: { endedAt: null },
        select: { decidedAt: true, option: { select: { title: true } } },
      },
    },
  },
} as const;

/** All projects of the workspace with what a row of them shows. */
export async function listProjects(db: OrganizationDb) {
  return await db.derive(async (tx) => {
    const projects = await listedProjects(tx, db);
    const forecasts = await currentForecasts(
      tx,
      db,
      projects.map((project) => project.id),
    );
    return projects.map((project) => ({ ...project, forecast: forecasts.get(project.id) ?? null }));
  });
}

/** The projects that are not deleted, by name, for whoever has a transaction. */
async function listedProjects(tx: Transaction, db: OrganizationDb) {
  const rows = await tx.project.findMany({
    where: { organizationId: db.organizationId, deletedAt: null },
    orderBy: { name: "asc" },
    include: projectParts,
  });
  return rows.map(toProject);
}

/** What the lifecycle maps of these projects draw, in a number of queries that does not grow with them. */
export async function lifecycleMaps(tx: Transaction, db: OrganizationDb, projectIds: readonly string[]) {
  const rows = await tx.project.findMany({
    where: { organizationId: db.organizationId, id: { in: [...projectIds] } },
    select: {
      id: true,
      phase: true,
      launchedAt: true,
      loopPass: true,
      gatePassages: { orderBy: { at: "asc" }, select: { fromPhase: true, toPhase: true } },
      decisions: {
        where: { deletedAt: null },
        orderBy: { number: "asc" },
        select: {
          id: true,
          number: true,
          phase: true,
          question: true,
          supersededBy: { select: { number: true } },
          outcomes: { where: { endedAt: null }, select: { id: true } },
        },
      },
    },
  });
  return new Map(
    rows.map((row) => {
      const decisions = row.decisions.map(({ id, number, phase, question, ...decision }) => ({
        id,
        number,
        phase: toPhase(phase),
        question,
        state: stateOf(decision),
      }));
      const { stations } = mapOf(row, decisions);
      return [
        row.id,
        { loopPass: row.loopPass, map: { stations: stations.map(({ state }) => ({ state })) }, decisions },
      ];
    }),
  );
}

/** One project with its map and decisions; plan and forecast come from the plans feature. */
export async function projectByKey(db: OrganizationDb, key: string) {
  return await db.read(async (tx) => toProject(await projectRow(tx, db, key)));
}

export async function brief(db: OrganizationDb, key: string) {
  return await db.read(async (tx) => {
    const project = await projectRow(tx, db, key);
    const row = await tx.brief.findFirstOrThrow({
      where: { organizationId: db.organizationId, projectId: project.id },
      include: { updatedBy: { select: { account: { select: { name: true } } } } },
    });
    return {
      projectId: project.id,
      version: row.version,
      content: readBrief(row.content),
      updatedAt: row.updatedAt,
      updatedBy: row.updatedBy.account.name,
    };
  });
}

/** Projects that were deleted and may be restored, the latest first. */
export async function deletedProjects(db: OrganizationDb) {
  return await db.read(
    async (tx) =>
      await tx.project.findMany({
        where: { organizationId: db.organizationId, deletedAt: { not: null } },
        orderBy: { deletedAt: "desc" },
        take: 100,
        select: { id: true, key: true, name: true, deletedAt: true },
      }),
  );
}

async function projectRow(tx: Transaction, db: OrganizationDb, key: string) {
  const row = await tx.project.findFirst({
    where: { organizationId: db.organizationId, key, deletedAt: null },
    include: projectParts,
  });
  if (row === null) throw notFound("project");
  return row;
}

type ProjectRow = Awaited<ReturnType<typeof projectRow>>;

function toProject(row: ProjectRow) {
  const phase = toPhase(row.phase);
  const decisions = row.decisions.map((decision) => {
    const outcome = decision.outcomes[0] ?? null;
    return {
      id: decision.id,
      number: decision.number,
      phase: toPhase(decision.phase),
      question: decision.question,
      dueOn: decision.dueOn === null ? null : toDay(decision.dueOn),
      askedAt: decision.createdAt,
      ownerName: decision.owner.account.name,
      state: stateOf(decision),
      chosen: outcome === null ? null : { title: outcome.option.title, at: outcome.decidedAt },
      supersededBy: decision.supersededBy?.number ?? null,
    };
  });
  const passages = row.gatePassages.map(({ actor, withoutGates, ...passage }) => ({
    ...passage,
    withoutGates: withoutGates.filter(isPhase),
    by: actor.account.name,
  }));
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    summary: row.summary,
    template: isTemplateId(row.template) ? templateById(row.template).name : row.template,
    phase,
    launchedAt: row.launchedAt,
    loopPass: row.loopPass,
    owner: { id: row.owner.id, name: row.owner.account.name },
    teamId: row.teamId,
    /** Nothing while the team is deleted. */
    teamName: row.team?.deletedAt === null ? row.team.name : null,
    startsOn: toDay(row.startsOn),
    targetOn: row.targetOn === null ? null : toDay(row.targetOn),
    budgetMinor: row.budgetMinor === null ? null : Number(row.budgetMinor),
    visibility: visibilityOf(row),
    version: row.version,
    updatedAt: row.updatedAt,
    passages,
    gates: toGates(row.gates, row.gatePassages),
    decisions,
    map: mapOf(row, decisions),
  };
}

function mapOf(
  row: {
    readonly phase: string;
    readonly launchedAt: Date | null;
    readonly loopPass: number;
    readonly gatePassages: readonly { readonly fromPhase: string; readonly toPhase: string }[];
  },
  decisions: readonly { readonly id: string; readonly phase: PhaseId; readonly state: DecisionState }[],
) {
  return lifecycleMap({
    currentPhase: row.launchedAt === null ? toPhase(row.phase) : null,
    passages: row.gatePassages.flatMap(({ fromPhase, toPhase: to }) =>
      isPhase(fromPhase) && isPhase(to) ? [{ fromPhase, toPhase: to }] : [],
    ),
    decisions: decisions.map(({ id, phase, state }) => ({ id, phase, state })),
    loopPass: row.loopPass,
  });
}

type DecisionState = "open" | "decided" | "superseded";

function stateOf(decision: {
  readonly supersededBy: unknown;
  readonly outcomes: readonly unknown[];
}): DecisionState {
  if (decision.supersededBy !== null) return "superseded";
  return decision.outcomes.length === 0 ? "open" : "decided";
}

function isPhase(text: string): text is PhaseId {
  return phaseIds.some((id) => id === text);
}

export function toPhase(text: string): PhaseId {
  if (!isPhase(text)) throw new Error(`Unknown phase ${text}`);
  return text;
}
