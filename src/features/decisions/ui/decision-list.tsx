"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { phaseNames } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { formatCount, formatDate } from "@/ui/format";
import { DecisionDiamond } from "@/ui/glyphs/decision-diamond";
import { Link } from "@/ui/link";
import { Table, Td, Th } from "@/ui/table";
import { asQuery, type DecisionFilter } from "./decision-filter";
import { NoDecisions } from "./no-decisions";
import { processWords } from "./process-words";

/** The log as rows. */
export function DecisionList({ workspace, filter }: { workspace: string; filter: DecisionFilter }) {
  const trpc = useTRPC();
  const { state } = filter;
  const { data: decisions } = useSuspenseQuery(
    trpc.decisions.list.queryOptions({ workspace, ...asQuery(filter) }),
  );
  if (decisions.length === 0) return <NoDecisions filter={filter} />;
  return (
    <Table label="Decisions" stacked>
      <thead>
        <tr>
          <Th>Question</Th>
          <Th>Project</Th>
          <Th>Phase</Th>
          <Th>Decides</Th>
          <Th numeric>{state === "decided" ? "Decided" : "Age"}</Th>
          <Th numeric>Due</Th>
        </tr>
      </thead>
      <tbody>
        {decisions.map((decision) => (
          <tr key={decision.id}>
            <Td className="min-w-64 max-md:col-span-2">
              <div className="flex items-start gap-2">
                <span className="mt-0.5">
                  <DecisionDiamond
                    open={decision.state === "open"}
                    superseded={decision.state === "superseded"}
                    size={14}
                  />
                </span>
                <div>
                  <Link
                    href={`/w/${workspace}/projects/${decision.project.key}/decisions/${decision.number}`}
                    className="font-medium hover:underline"
                  >
                    {decision.question}
                  </Link>
                  <div className="text-xs text-muted">
                    {decision.chosen === null
                      ? `${formatCount(decision.options, "option")} · ${formatCount(decision.positions, "position")} · ${processWords[decision.process].name.toLowerCase()}`
                      : decision.chosen.title}
                    <span className="md:hidden"> · {decision.ownerName}</span>
                  </div>
                </div>
              </div>
            </Td>
            <Td className="max-w-44 truncate">{decision.project.name}</Td>
            <Td className="whitespace-nowrap max-md:truncate">{phaseNames[decision.phase]}</Td>
            <Td className="whitespace-nowrap max-md:hidden">{decision.ownerName}</Td>
            <Td numeric className="whitespace-nowrap" name={state === "decided" ? "Decided" : "Age"}>
              {state === "decided" && decision.chosen !== null
                ? formatDate(decision.chosen.at)
                : `${decision.ageDays} d`}
            </Td>
            <Td numeric className="whitespace-nowrap" name="Due">
              {decision.dueOn === null ? "–" : formatDate(decision.dueOn)}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
