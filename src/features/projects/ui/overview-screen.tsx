"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { FollowMenu } from "@/features/attention/ui";
import { Discussion, DiscussionView } from "@/features/comments/ui";
import { useWorkspace } from "@/features/workspaces/ui";
import { disciplineName, phaseIds, phaseNames, workingDaysBetween } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { BarList } from "@/ui/charts/bar-list";
import { Histogram } from "@/ui/charts/histogram";
import { StackedBar } from "@/ui/charts/stacked-bar";
import { Figure } from "@/ui/figure";
import { formatDate, formatHours, formatMoney, formatPercent, formatPersonDays } from "@/ui/format";
import { ExpertiseDots } from "@/ui/glyphs/expertise-dots";
import { LifecycleMap } from "@/ui/glyphs/lifecycle-map";
import { phaseTones } from "@/ui/glyphs/phase-tone";
import { Link } from "@/ui/link";
import { DetailsTakeBack } from "./details-take-back";
import { EditProjectDialog } from "./edit-project-dialog";
import { GatesCard } from "./gates-card";
import { mapProps, projectAddress } from "./map-data";
import { MoveProjectDialog } from "./move-project-dialog";
import { OpenDecisionsCard } from "./open-decisions-card";
import { ProjectFrame } from "./project-frame";
import { ProjectMenu } from "./project-menu";
import { SharingDialog } from "./sharing-dialog";

export function OverviewScreen({ workspace, projectKey }: { workspace: string; projectKey: string }) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data: project } = useSuspenseQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey }));
  const { data: plan } = useSuspenseQuery(trpc.plans.plan.queryOptions({ workspace, projectKey }));
  const base = projectAddress(workspace, projectKey);
  const { forecast } = plan;
  const open = project.decisions.filter((decision) => decision.state === "open");
  const notes = phaseIds.map((phase) => {
    const passage = project.passages.findLast((entry) => entry.fromPhase === phase);
    const undecided = open.filter((decision) => decision.phase === phase).length;
    if (project.map.stations[phaseIds.indexOf(phase)]?.state === "done" && passage !== undefined) {
      const without = passage.withoutGates.includes(phase) ? ", no gate" : "";
      return `left ${formatDate(passage.at, { withYear: false })}${without}`;
    }
    return undecided > 0 ? `${undecided} to decide` : undefined;
  });
  const actions = (
    <>
      <FollowMenu workspace={workspace} subject={{ kind: "project", projectId: project.id }} what="project" />
      <SharingDialog workspace={workspace} projectKey={projectKey} />
      {frame.may("project.delete") && <ProjectMenu workspace={workspace} project={project} />}
      {frame.may("project.edit") && (
        <>
          <DetailsTakeBack workspace={workspace} projectKey={projectKey} projectId={project.id} />
          <EditProjectDialog workspace={workspace} project={project} />
        </>
      )}
      {frame.may("project.move") && <MoveProjectDialog workspace={workspace} project={project} />}
      {frame.may("decision.ask") && (
        <Button asChild variant="primary">
          <Link href={`${base}/decisions/new`}>New decision</Link>
        </Button>
      )}
    </>
  );
  return (
    <ProjectFrame workspace={workspace} projectKey={projectKey} actions={actions}>
      <Card className="mb-4 px-6 py-4">
        <LifecycleMap
          size="header"
          notes={notes}
          stationHrefs={phaseIds.map((phase) => `${base}/phases/${phase}`)}
          {...mapProps(workspace, project)}
        />
      </Card>
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid grid-cols-1 gap-4">
          <Card
            title="Forecast"
            hint={`medians (P50) of ${forecast.runs.toLocaleString("en-GB")} runs, as of ${formatDate(forecast.asOf)}`}
          >
            <div className="grid grid-cols-2 gap-x-6 gap-y-4 md:grid-cols-4">
              <Figure
                label="Finish"
                value={
                  project.launchedAt === null
                    ? formatDate(forecast.finish.p50)
                    : formatDate(project.launchedAt)
                }
                hint={
                  project.launchedAt === null
                    ? `P80 ${formatDate(forecast.finish.p80)} · P95 ${formatDate(forecast.finish.p95)}`
                    : "launched"
                }
              />
              <Figure
                label="Effort"
                value={formatPersonDays(forecast.effortPersonDays.p50, { short: true })}
                hint={`P80 ${formatPersonDays(forecast.effortPersonDays.p80, { short: true })}`}
                href={`${base}/plan`}
              />
              <Figure
                label="Cost"
                value={formatMoney(forecast.costMinor.p50, frame.currency, { compact: true })}
                hint={`P80 ${formatMoney(forecast.costMinor.p80, frame.currency, { compact: true })}${
                  plan.budgetMinor === null
                    ? ""
                    : `, budget ${formatMoney(plan.budgetMinor, frame.currency, { compact: true })}`
                }`}
                href={`${base}/plan`}
              />
              <Figure
                label="Machine time"
                value={formatHours(forecast.machineHours.p50)}
                hint={`accelerator-hours, P80 ${formatHours(forecast.machineHours.p80)}`}
                href={`${base}/plan`}
              />
            </div>
          </Card>
          <Card title="Effort by phase" hint="person-days, mean">
            <StackedBar
              label="Effort by phase"
              parts={forecast.effortByPhase.map(({ phase, effortPersonDays }) => ({
                id: phase,
                name: phaseNames[phase],
                amount: effortPersonDays,
                value: formatPersonDays(effortPersonDays, { short: true }),
                tone: phaseTones[phase],
                href: `${base}/phases/${phase}`,
              }))}
            />
          </Card>
          <OpenDecisionsCard base={base} decisions={open} plan={plan} currency={frame.currency} />
          <Card>
            <DiscussionView>
              <Discussion
                workspace={workspace}
                subject={{ subjectType: "project", subjectId: project.id, projectId: project.id }}
              />
            </DiscussionView>
          </Card>
        </div>
        <div className="grid grid-cols-1 gap-4">
          <GatesCard base={base} project={project} />
          {project.launchedAt === null && <FinishCard plan={plan} />}
          <Card title="What drives the spread" hint="share of the variance">
            <BarList
              label="What drives the spread of the finish"
              rows={forecast.drivers.slice(0, 6).map((driver) => ({
                id: `${driver.kind} ${driver.id}`,
                name: driver.kind === "decision" ? `Decision: ${driver.name}` : driver.name,
                share: driver.share,
                value: formatPercent(driver.share),
              }))}
            />
          </Card>
          <Card title="Expertise needed" hint="person-days, mean">
            <ul className="grid gap-1.5 text-sm">
              {[...forecast.demand]
                .sort((a, b) => b.effortPersonDays - a.effortPersonDays)
                .slice(0, 8)
                .map((row) => (
                  <li key={`${row.discipline} ${row.level}`} className="flex items-center gap-3">
                    <span className="min-w-0 flex-1 truncate">{disciplineName(row.discipline)}</span>
                    <ExpertiseDots level={row.level} />
                    <span className="w-14 text-right text-muted tabular-nums">
                      {formatPersonDays(row.effortPersonDays, { short: true })}
                    </span>
                  </li>
                ))}
            </ul>
          </Card>
        </div>
      </div>
    </ProjectFrame>
  );
}

type Plan = {
  forecast: {
    histogram: readonly { from: Parameters<typeof workingDaysBetween>[0]; count: number }[];
    finish: Record<"p10" | "p50" | "p80" | "p95", Parameters<typeof workingDaysBetween>[0]>;
    runs: number;
  };
  targetOn: Parameters<typeof workingDaysBetween>[0] | null;
  chanceByTarget: number | null;
};

function FinishCard({ plan }: { plan: Plan }) {
  const { histogram, finish } = plan.forecast;
  const first = histogram[0]?.from ?? finish.p10;
  const last = histogram.at(-1)?.from ?? finish.p95;
  const width = Math.max(1, workingDaysBetween(first, last));
  const at = (day: typeof first) => workingDaysBetween(first, day) / width;
  const { targetOn, chanceByTarget } = plan;
  return (
    <Card title="Finish">
      <Histogram
        label={`Finish: half of the runs by ${formatDate(finish.p50)}, 80 % by ${formatDate(finish.p80)}`}
        bins={histogram.map((bin) => ({
          name: formatDate(bin.from),
          count: bin.count,
          late: targetOn !== null && bin.from > targetOn,
        }))}
        marks={[
          { name: `P50 ${formatDate(finish.p50, { withYear: false })}`, at: at(finish.p50), look: "solid" },
          { name: `P80 ${formatDate(finish.p80, { withYear: false })}`, at: at(finish.p80), look: "dashed" },
          ...(targetOn === null
            ? []
            : [
                {
                  name: `target ${formatDate(targetOn, { withYear: false })}`,
                  at: at(targetOn),
                  look: "target" as const,
                },
              ]),
        ]}
        ends={[formatDate(first), formatDate(last)]}
      />
      {chanceByTarget !== null && (
        <p className="mt-2 text-sm">
          <b className="font-semibold">{formatPercent(chanceByTarget)}</b> chance to finish by the target
        </p>
      )}
    </Card>
  );
}
