"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ProjectFrame, projectAddress } from "@/features/projects/ui";
import { useWorkspace } from "@/features/workspaces/ui";
import { useTRPC } from "@/platform/trpc/client";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { FormInPlace } from "@/ui/form-in-place";
import { onDemand } from "@/ui/on-demand";
import { mostCompared } from "../limit-rules";
import { Comparison } from "./comparison";
import { ScenarioItem } from "./scenario-item";
import { ScenarioTakeBack } from "./scenario-take-back";
import { SettledScenarios } from "./settled-scenarios";

const form = onDemand(() => import("./scenario-form"));

/** What-if copies of a project's plan: side by side with today's, until one is applied or dropped. */
export function ScenariosScreen({ workspace, projectKey }: { workspace: string; projectKey: string }) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data } = useSuspenseQuery(trpc.scenarios.ofProject.queryOptions({ workspace, projectKey }));
  /** Until somebody chooses, the first ones are compared. */
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const open = data.open.map(({ id }) => id);
  const compared = open.filter((id) => chosen?.includes(id) ?? true).slice(0, mostCompared);
  const editable = frame.may("project.edit");
  const base = projectAddress(workspace, projectKey);
  const make = editable && (
    <FormInPlace part={form} button={{ variant: "primary", children: "New scenario…" }}>
      {(Form, close) => (
        <Form
          workspace={workspace}
          projectKey={projectKey}
          scenarios={data}
          scenario={null}
          onClose={close}
        />
      )}
    </FormInPlace>
  );
  return (
    <ProjectFrame workspace={workspace} projectKey={projectKey}>
      {data.open.length === 0 ? (
        <EmptyState
          title="No scenario yet"
          description="A scenario is a what-if copy of the plan: open decisions taken as chosen, other estimates, other people, another start. Compare up to four with today's plan, then apply one or drop it. The plan stays as it is until then."
        />
      ) : (
        <Card
          title="Side by side"
          hint={`today's plan and up to ${mostCompared} scenarios, forecast with the same draws`}
        >
          <Comparison
            workspace={workspace}
            projectKey={projectKey}
            scenarioIds={compared}
            currency={frame.currency}
          />
        </Card>
      )}
      {make !== false && (
        <div className="mt-4 grid grid-cols-[minmax(0,1fr)_auto] items-start *:not-first:pl-2 print:hidden">
          <div>{make}</div>
          <ScenarioTakeBack workspace={workspace} projectKey={projectKey} projectId={data.projectId} />
        </div>
      )}
      {data.open.length > 0 && (
        <ul aria-label="Scenarios" className="mt-4 grid gap-3">
          {data.open.map((scenario) => (
            <ScenarioItem
              key={scenario.id}
              workspace={workspace}
              projectKey={projectKey}
              base={base}
              scenarios={data}
              scenario={scenario}
              editable={editable}
              isCompared={compared.includes(scenario.id)}
              isFull={compared.length >= mostCompared}
              onCompare={(isCompared) =>
                setChosen(
                  isCompared ? [...compared, scenario.id] : compared.filter((id) => id !== scenario.id),
                )
              }
            />
          ))}
        </ul>
      )}
      <SettledScenarios
        workspace={workspace}
        applied={data.applied}
        dropped={data.dropped}
        editable={editable}
      />
    </ProjectFrame>
  );
}
