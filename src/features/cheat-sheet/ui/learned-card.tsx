"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useNames } from "@/features/workspaces/ui";
import { type LearnedTechnique, learnedInWords } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Card } from "@/ui/card";
import { formatCount } from "@/ui/format";
import { Table, Td, Th } from "@/ui/table";

/** What the workspace's own finished tasks say about the estimates: what every new plan takes into account. */
export function LearnedCard({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const { techniqueName } = useNames();
  const { data } = useSuspenseQuery(trpc.plans.learned.queryOptions({ workspace }));
  const { techniques, finishedTasks, mostTasks } = data;
  const told = techniques.flatMap((learned) => {
    const words = learnedInWords(learned);
    return words === null ? [] : [{ technique: learned.technique, words }];
  });
  const asStandard = techniques.filter((learned) => learnedInWords(learned) === null);
  return (
    <Card
      title="What your finished tasks taught"
      hint={`${formatCount(finishedTasks, "finished task")} of this workspace${finishedTasks === mostTasks ? ", the latest" : ""}`}
    >
      {techniques.length === 0 ? (
        <p className="max-w-prose text-sm text-muted">
          Nothing yet. Mark a task as done and say what it took: its effort, its days and its machine time are
          held against the standard's estimate, and the next plan takes it into account.
        </p>
      ) : (
        <>
          <ul className="mb-3 grid max-w-prose list-disc gap-1 pl-5 text-sm">
            {told.map(({ technique, words }) => (
              <li key={technique}>
                <b className="font-semibold">{techniqueName(technique)}</b> here {words}.
              </li>
            ))}
            {asStandard.length > 0 && (
              <li>
                {told.length > 0 ? "The others take" : "All take"} about what the standard says:{" "}
                {asStandard.map(({ technique }) => techniqueName(technique)).join(", ")}.
              </li>
            )}
          </ul>
          <details className="text-sm">
            <summary className="min-h-6 w-fit cursor-pointer rounded text-accent">As a table</summary>
            <Table label="What finished tasks taught, by technique" stacked className="mt-2">
              <thead>
                <tr>
                  <Th>Technique</Th>
                  <Th numeric>Effort × standard</Th>
                  <Th numeric>Tasks</Th>
                  <Th numeric>Time × standard</Th>
                  <Th numeric>Tasks</Th>
                  <Th numeric>Machine time × standard</Th>
                  <Th numeric>Tasks</Th>
                </tr>
              </thead>
              <tbody>
                {techniques.map((learned) => (
                  <tr key={learned.technique}>
                    <th
                      scope="row"
                      className="border-b border-line px-2.5 py-2 text-left font-medium max-md:col-span-2 max-md:border-0 max-md:p-0"
                    >
                      {techniqueName(learned.technique)}
                    </th>
                    <FactorCells name="Effort" of={learned.effort} />
                    <FactorCells name="Time" of={learned.duration} />
                    <FactorCells name="Machine time" of={learned.machineHours} />
                  </tr>
                ))}
              </tbody>
            </Table>
          </details>
          <p className="mt-3 max-w-prose text-xs text-muted">
            The factor at the median for a team new to the workspace. Few tasks move it little: it is drawn
            towards the standard until there is evidence. A team's own finished tasks count more in its own
            plans.
          </p>
        </>
      )}
    </Card>
  );
}

function FactorCells({ name, of }: { name: string; of: LearnedTechnique["effort"] }) {
  return (
    <>
      <Td numeric name={`${name} × standard`}>
        {of === null ? "–" : of.factor.toFixed(2)}
      </Td>
      <Td numeric name={`${name}, tasks`}>
        {of?.tasks ?? 0}
      </Td>
    </>
  );
}
