"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { BaselinesCard } from "@/features/baselines/ui";
import { ProjectFrame, projectAddress } from "@/features/projects/ui";
import { KeepScenario } from "@/features/scenarios/ui";
import { useWorkspace } from "@/features/workspaces/ui";
import { useTRPC } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { formatDate } from "@/ui/format";
import { saveCsv } from "@/ui/save-picture";
import { AssumptionsCard } from "./assumptions-card";
import { Chances } from "./chances";
import { measureIds, measuresIn } from "./distributions";
import { DriversCard } from "./drivers-card";
import { FiguresTable } from "./figures-table";
import { forecastCsv } from "./forecast-csv";
import { MeasureCard } from "./measure-card";
import { type Asked, useWhatIf } from "./use-what-if";
import type { WhatIfReply } from "./what-if.worker";
import { askedBy, emptyDraft, isToDo, keptAs, type WhatIfDraft } from "./what-if-draft";
import { WhatIfPanel } from "./what-if-panel";

/** When the project will be done and what it will take, as chances; what makes them wide, and what they rest on. */
export function ForecastScreen({ workspace, projectKey }: { workspace: string; projectKey: string }) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const of = { workspace, projectKey };
  const { data: project } = useSuspenseQuery(trpc.projects.byKey.queryOptions(of));
  const { data: plan } = useSuspenseQuery(trpc.plans.plan.queryOptions(of));
  const { data: baselines } = useSuspenseQuery(trpc.baselines.ofProject.queryOptions(of));
  const { forecast } = plan;
  const stored = { startsOn: project.startsOn, runs: forecast.runs };
  const [draft, setDraft] = useState<WhatIfDraft | null>(null);
  const shown = draft ?? emptyDraft(stored.startsOn, stored.runs);
  const tasks = plan.tasks.filter(isToDo);
  const asked = useSame(askedBy(shown, stored, { tasks, decisions: plan.openDecisions }));
  const input = useQuery({ ...trpc.plans.whatIfInput.queryOptions(of), enabled: draft !== null });
  const reply = useWhatIf(input.data, asked);
  const tried = reply?.answer.kind === "forecast" ? reply.answer.forecast : null;
  const base = projectAddress(workspace, projectKey);
  const kept = keptAs(shown, stored, { tasks, decisions: plan.openDecisions });
  const reference = baselines.standing.find(({ isReference }) => isReference) ?? null;
  const measures = measuresIn(frame.currency);
  const numberOf = (id: string) => project.decisions.find((decision) => decision.id === id)?.number;
  return (
    <ProjectFrame workspace={workspace} projectKey={projectKey}>
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_340px] xl:grid-rows-[auto_1fr]">
        <Card
          title="Forecast"
          hint={`${forecast.runs.toLocaleString("en-GB")} runs with seed ${forecast.seed}, as of ${formatDate(forecast.asOf)}`}
          actions={
            <Button
              size="sm"
              variant="ghost"
              className="print:hidden"
              onClick={() =>
                saveCsv(`${project.key}-forecast-${forecast.asOf}`, forecastCsv(forecast, frame.currency))
              }
            >
              Save as CSV
            </Button>
          }
        >
          <div className="grid gap-4">
            <Chances
              stored={forecast}
              tried={tried}
              limits={plan}
              currency={frame.currency}
              settings={base}
            />
            <FiguresTable stored={forecast} tried={tried} currency={frame.currency} />
          </div>
        </Card>
        <div className="xl:col-start-2 xl:row-span-2 xl:row-start-1">
          <WhatIfPanel
            draft={shown}
            onChange={setDraft}
            onReset={() => setDraft(emptyDraft(stored.startsOn, stored.runs))}
            tasks={tasks}
            decisions={plan.openDecisions.flatMap(({ id, options }) => {
              const decision = project.decisions.find((one) => one.id === id);
              return decision ? [{ id, number: decision.number, question: decision.question, options }] : [];
            })}
            storedRuns={forecast.runs}
            note={noteOf(asked, reply, input.isError)}
            isActive={asked !== null}
            keep={
              frame.may("project.edit") && (
                <KeepScenario
                  workspace={workspace}
                  projectId={plan.projectId}
                  address={`${base}/scenarios`}
                  content={reply?.answer.kind === "refused" ? null : kept}
                />
              )
            }
          />
        </div>
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
          {measureIds.map((id) => (
            <MeasureCard
              key={id}
              measure={measures[id]}
              project={project}
              stored={forecast}
              tried={tried}
              reference={reference}
              limits={plan}
            />
          ))}
        </div>
      </div>
      <div className="mt-4 grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <DriversCard workspace={workspace} base={base} drivers={forecast.drivers} numberOf={numberOf} />
        <AssumptionsCard
          workspace={workspace}
          base={base}
          plan={plan}
          decided={project.decisions.flatMap(({ number, question, state, chosen }) =>
            state === "decided" && chosen !== null ? [{ number, question, chosen: chosen.title }] : [],
          )}
          rates={frame}
        />
      </div>
      <BaselinesCard workspace={workspace} projectKey={projectKey} base={base} />
    </ProjectFrame>
  );
}

/** The object of before while it says the same, so that nothing is simulated twice. */
function useSame(asked: Asked | null): Asked | null {
  const text = JSON.stringify(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says all there is in it
  return useMemo(() => asked, [text]);
}

function noteOf(asked: Asked | null, reply: WhatIfReply | null, failed: boolean): string {
  if (failed) return "What would be can't be told now.";
  if (asked === null) return "Change something, and the charts show what would be, dashed.";
  if (reply === null) return "Simulating the plan as it would be…";
  if (reply.answer.kind === "refused") return "Once the figures are in order, the charts show what would be.";
  const runs = `${reply.answer.forecast.runs.toLocaleString("en-GB")} runs`;
  return reply.isRefined ? `Dashed: what would be, from ${runs}.` : `Dashed: from the first ${runs}.`;
}
