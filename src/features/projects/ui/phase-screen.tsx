"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FollowMenu } from "@/features/attention/ui";
import { useWorkspace } from "@/features/workspaces/ui";
import { lifecycleWith, type PhaseId } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { formatDate, formatPersonDays } from "@/ui/format";
import { DecisionDiamond } from "@/ui/glyphs/decision-diamond";
import { phaseTones } from "@/ui/glyphs/phase-tone";
import { Link } from "@/ui/link";
import { projectAddress } from "./map-data";
import { MoveProjectDialog } from "./move-project-dialog";
import { EnteredWithoutGate, PassagesCard } from "./passages";
import { PhaseTechniquesCard } from "./phase-techniques-card";
import { ProjectFrame } from "./project-frame";
import { RolesCard } from "./roles-card";

const statusTones = { planned: "neutral", started: "accent", done: "ok", dropped: "neutral" } as const;

export function PhaseScreen({
  workspace,
  projectKey,
  phase: id,
  suggestions,
  passes,
  gate,
}: {
  workspace: string;
  projectKey: string;
  phase: PhaseId;
  /** What the lifecycle suggests to decide here: of the decisions' making. */
  suggestions: ReactNode;
  /** The passes of adapting and evaluating, in the phase that has them. */
  passes: ReactNode;
  gate: ReactNode;
}) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data: project } = useSuspenseQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey }));
  const { data: plan } = useSuspenseQuery(trpc.plans.plan.queryOptions({ workspace, projectKey }));
  const base = projectAddress(workspace, projectKey);
  const lifecycle = lifecycleWith(plan.lifecycle);
  const phase = lifecycle.phaseById(id);
  const decisions = project.decisions.filter((decision) => decision.phase === id);
  const tasks = plan.tasks.filter((task) => task.phase === id);
  const included = new Map(plan.techniques.map((technique) => [technique.id, technique.because]));
  const passages = project.passages.filter((passage) => passage.fromPhase === id || passage.toPhase === id);
  const isHere = project.phase === id && project.launchedAt === null;
  return (
    <ProjectFrame
      workspace={workspace}
      projectKey={projectKey}
      actions={
        <>
          <FollowMenu
            workspace={workspace}
            subject={{ kind: "phase", projectId: project.id, phase: id }}
            what="phase"
          />
          {isHere && frame.may("project.move") && (
            <MoveProjectDialog workspace={workspace} project={project} />
          )}
        </>
      }
    >
      <div className="mb-4 max-w-3xl">
        <EnteredWithoutGate phase={id} passages={project.passages} />
        <h2 className="flex items-center gap-2 text-lg font-semibold">
          {phase.number} {phase.name}
          {isHere && <Badge tone={phaseTones[id]}>the project is here</Badge>}
        </h2>
        <p className="mt-1 text-muted">{phase.question}</p>
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <Card
            title="Decisions"
            hint={`${decisions.filter((decision) => decision.state === "open").length} open`}
          >
            {decisions.length === 0 && (
              <p className="text-sm text-muted">Nothing was asked in this phase yet.</p>
            )}
            <ul className="grid">
              {decisions.map((decision) => (
                <li
                  key={decision.id}
                  className="flex items-start gap-2.5 border-t border-line py-2 first:border-0"
                >
                  <span className="mt-0.5">
                    <DecisionDiamond
                      open={decision.state === "open"}
                      superseded={decision.state === "superseded"}
                      size={14}
                    />
                  </span>
                  <div className="min-w-0">
                    <Link
                      href={`${base}/decisions/${decision.number}`}
                      className="font-medium hover:underline"
                    >
                      {decision.question}
                    </Link>
                    <p className="text-xs text-muted">
                      {decision.chosen !== null
                        ? `${decision.chosen.title}, ${formatDate(decision.chosen.at)}`
                        : decision.supersededBy !== null
                          ? `superseded by D-${decision.supersededBy}`
                          : `open, ${decision.ownerName} decides`}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
            {id === "model-selection" && (
              <p className="mt-2 text-sm">
                <Link href={`${base}/models`} className="text-accent underline underline-offset-2">
                  Which models fit the brief
                </Link>
              </p>
            )}
            {frame.may("decision.ask") && (
              <Button asChild size="sm" className="mt-2">
                <Link href={`${base}/decisions/new?phase=${id}`}>Ask a question</Link>
              </Button>
            )}
          </Card>
          {suggestions}
        </div>
        <PhaseTechniquesCard
          phase={phase}
          techniques={lifecycle.techniques}
          included={included}
          base={base}
          passes={{ taken: project.loopPass, budget: plan.loopPasses }}
        />
        <Card
          title="Tasks"
          hint={formatPersonDays(
            plan.forecast.effortByPhase.find((row) => row.phase === id)?.effortPersonDays ?? 0,
          )}
        >
          <ul className="grid text-sm">
            {tasks.map((task) => (
              <li
                key={task.key}
                className="flex items-center gap-3 border-t border-line py-1.5 first:border-0"
              >
                <span className="min-w-0 flex-1">{task.name}</span>
                {task.assignee !== null && <span className="text-xs text-muted">{task.assignee.name}</span>}
                <Badge tone={statusTones[task.status]}>{task.status}</Badge>
                <span className="w-14 text-right text-muted tabular-nums">
                  {formatPersonDays(task.actualEffortPersonDays ?? task.effortPersonDays.mostLikely, {
                    short: true,
                  })}
                </span>
              </li>
            ))}
          </ul>
          <p className="mt-2 text-xs text-muted">
            Most likely effort, or the actual where it is known.{" "}
            <Link href={`${base}/plan`} className="text-accent underline underline-offset-2">
              Edit in the plan
            </Link>
          </p>
        </Card>
        <RolesCard
          phase={phase}
          techniques={lifecycle.techniques.filter((technique) => included.has(technique.id))}
          tasks={tasks}
        />
        {passes}
        {gate}
        <PassagesCard phase={id} passages={passages} />
      </div>
    </ProjectFrame>
  );
}
