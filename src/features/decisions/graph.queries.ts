import type { z } from "zod";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { type DecisionState, stateOf } from "./find.queries";
import { clustersOf, drawCluster, type GraphLink } from "./graph-rules";
import type { listDecisionsInput } from "./schema";
import { decisionsOfLog } from "./search.queries";

const most = 500;

/**
 * How decisions hang together: which come before which, and which took whose place. Whoever a found decision is linked to is there as
 * well, since a link without its other end says nothing.
 */
export async function decisionGraph(db: OrganizationDb, input: z.output<typeof listDecisionsInput>) {
  const rows = await db.read(
    async (tx) =>
      await tx.decision.findMany({
        where: await decisionsOfLog(tx, db, input),
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: most,
        select: {
          ...told,
          dependsOn: { where: { dependsOn: { deletedAt: null } }, select: { dependsOn: { select: told } } },
          neededBy: { where: { decision: { deletedAt: null } }, select: { decision: { select: told } } },
          supersedes: { select: told },
          supersededBy: { select: told },
        },
      }),
  );
  const decisions = new Map<string, GraphDecision>();
  const links = new Map<string, GraphLink>();
  const link = (kind: GraphLink["kind"], from: Told, to: Told) => {
    for (const end of [from, to]) if (!decisions.has(end.id)) decisions.set(end.id, decisionOf(end, false));
    links.set(`${kind} ${from.id} ${to.id}`, { kind, from: from.id, to: to.id });
  };
  for (const row of rows) decisions.set(row.id, decisionOf(row, true));
  for (const { dependsOn, neededBy, supersedes, supersededBy, ...row } of rows) {
    const self = { ...row, supersededBy };
    for (const { dependsOn: first } of dependsOn) link("comes-before", first, self);
    for (const { decision: later } of neededBy) link("comes-before", self, later);
    if (supersedes !== null) link("superseded-by", supersedes, self);
    if (supersededBy !== null) link("superseded-by", self, supersededBy);
  }
  return graphOf([...decisions.values()], [...links.values()]);
}

const told = {
  id: true,
  number: true,
  question: true,
  project: { select: { key: true, name: true } },
  supersededBy: { select: { id: true } },
  outcomes: { where: { endedAt: null }, select: { id: true } },
} as const;

type Told = {
  readonly id: string;
  readonly number: number;
  readonly question: string;
  readonly project: { readonly key: string; readonly name: string };
  readonly supersededBy: { readonly id: string } | null;
  readonly outcomes: readonly { readonly id: string }[];
};

export type GraphDecision = Pick<Told, "id" | "number" | "question" | "project"> & {
  readonly state: DecisionState;
  /** It is what was asked for, and not only linked to it. */
  readonly found: boolean;
};

function decisionOf(
  { id, number, question, project, supersededBy, outcomes }: Told,
  found: boolean,
): GraphDecision {
  const state = stateOf(supersededBy !== null, outcomes.length > 0);
  return { id, number, question, project, state, found };
}

/** Links stay within a project, so each project has its own clusters. */
function graphOf(decisions: readonly GraphDecision[], links: readonly GraphLink[]) {
  const sorted = [...decisions].sort(
    (a, b) => a.project.name.localeCompare(b.project.name, "en") || a.number - b.number,
  );
  const byId = new Map(sorted.map((decision) => [decision.id, decision]));
  const clusters = clustersOf([...byId.keys()], links).map((ids) => ({
    project: byId.get(ids[0] ?? "")?.project ?? { key: "", name: "" },
    decisions: ids.flatMap((id) => byId.get(id) ?? []),
    links: links.filter(({ from }) => ids.includes(from)),
    drawing: drawCluster(ids, links),
  }));
  const linked = new Set(clusters.flatMap((cluster) => cluster.decisions.map(({ id }) => id)));
  return { clusters, alone: sorted.filter(({ id }) => !linked.has(id)) };
}
