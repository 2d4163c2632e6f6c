"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { phaseNames } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { EmptyState } from "@/ui/empty-state";
import { formatCount, formatDate } from "@/ui/format";
import { DecisionDiamond } from "@/ui/glyphs/decision-diamond";
import { PageHeader } from "@/ui/page-header";
import { TabBar } from "@/ui/tab-bar";
import { Table, Td, Th } from "@/ui/table";
import { decisionStates, type StateFilter } from "./state-filter";

export function DecisionsScreen({ workspace, state }: { workspace: string; state: StateFilter }) {
  const trpc = useTRPC();
  const { data: decisions } = useSuspenseQuery(trpc.decisions.list.queryOptions({ workspace, state }));
  return (
    <>
      <PageHeader title="Decisions" subtitle="Over all projects; the oldest open one first" />
      <TabBar label="State">
        {decisionStates.map((known) => (
          <Link
            key={known}
            href={`/w/${workspace}/decisions?state=${known}`}
            aria-current={known === state ? "page" : undefined}
            className="-mb-px inline-flex min-h-9 items-center border-b-2 border-transparent text-sm text-muted capitalize hover:text-ink aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink"
          >
            {known}
          </Link>
        ))}
      </TabBar>
      {decisions.length === 0 ? (
        <EmptyState
          title={state === "open" ? "Nothing waits for a decision" : "No decisions here yet"}
          description="Decisions are asked inside a project: what is open widens its forecast until somebody decides."
        />
      ) : (
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
                          ? `${formatCount(decision.options, "option")} · ${formatCount(decision.positions, "position")}`
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
      )}
    </>
  );
}
