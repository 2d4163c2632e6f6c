"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/platform/trpc/client";
import { Card } from "@/ui/card";
import { ChartTable } from "@/ui/charts/chart-table";
import { formatCount } from "@/ui/format";
import { Link } from "@/ui/link";
import { asQuery, type DecisionFilter } from "./decision-filter";
import { GraphDrawing } from "./graph-drawing";
import { GraphLegend } from "./graph-legend";
import { NoDecisions } from "./no-decisions";

/** How decisions hang together, cluster by cluster: drawn, and as a table. */
export function DecisionGraph({ workspace, filter }: { workspace: string; filter: DecisionFilter }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.decisionLog.graph.queryOptions({ workspace, ...asQuery(filter) }));
  const { clusters, alone } = data;
  if (clusters.length === 0 && alone.length === 0) return <NoDecisions filter={filter} />;
  return (
    <div className="grid gap-4">
      {clusters.length > 0 && <GraphLegend />}
      <div className="flex flex-wrap items-start gap-4">
        {clusters.map(({ project, decisions, links, drawing }) => {
          const first = decisions[0]?.number ?? 0;
          const caption = `${project.name}, from D-${first}`;
          const named = new Map(decisions.map((decision) => [decision.id, decision]));
          const tell = (id: string) => {
            const decision = named.get(id);
            if (decision === undefined) return "";
            return (
              <Link
                href={`/w/${workspace}/projects/${project.key}/decisions/${decision.number}`}
                className="hover:underline"
              >
                D-{decision.number} {decision.question}
              </Link>
            );
          };
          return (
            <Card
              key={`${project.key} ${first}`}
              title={project.name}
              hint={formatCount(decisions.length, "decision")}
              className="max-w-full"
            >
              {drawing === null ? (
                <p className="text-sm text-muted">
                  Too many hang together to be drawn. The table has them all; a state, phase or words make it
                  fewer.
                </p>
              ) : (
                <GraphDrawing
                  label={caption}
                  base={`/w/${workspace}/projects/${project.key}`}
                  decisions={decisions}
                  drawing={drawing}
                />
              )}
              <ChartTable
                caption={caption}
                columns={["Decision", "Relation", "Other decision"]}
                rows={links.map(({ kind, from, to }) => [
                  tell(from),
                  kind === "superseded-by"
                    ? "was superseded by"
                    : named.get(from)?.state === "open"
                      ? "blocks"
                      : "came before",
                  tell(to),
                ])}
              />
            </Card>
          );
        })}
      </div>
      {clusters.length === 0 && (
        <p className="text-sm text-muted">
          No links yet. A decision's page says what should be decided first; superseding links the old to the
          new.
        </p>
      )}
      {alone.length > 0 && (
        <Card title="Without links" hint={formatCount(alone.length, "decision")}>
          <ul className="grid gap-1 text-sm sm:grid-cols-2">
            {alone.map((decision) => (
              <li key={decision.id} className="min-w-0 [overflow-wrap:anywhere]">
                <Link
                  href={`/w/${workspace}/projects/${decision.project.key}/decisions/${decision.number}`}
                  className="hover:underline"
                >
                  {decision.question}
                </Link>{" "}
                <span className="text-xs text-muted">
                  {decision.project.name} · D-{decision.number}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
