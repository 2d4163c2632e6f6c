"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useWorkspace } from "@/features/workspaces/ui";
import { type IsoDate, phases, workingDaysBetween } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { TimelineBars } from "@/ui/charts/timeline-bars";
import {
  formatCount,
  formatDate,
  formatHours,
  formatMoney,
  formatMonth,
  formatPersonDays,
} from "@/ui/format";
import { phaseTones } from "@/ui/glyphs/phase-tone";
import { Table, Td, Th } from "@/ui/table";
import { ProjectFrame } from "./project-frame";
import { TaskTable } from "./task-table";

export function PlanScreen({ workspace, projectKey }: { workspace: string; projectKey: string }) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data: plan } = useSuspenseQuery(trpc.plans.plan.queryOptions({ workspace, projectKey }));
  const { forecast } = plan;
  const money = (minor: number) => formatMoney(minor, frame.currency, { compact: true });
  const person = (days: number) => formatPersonDays(days, { short: true });
  const rows = [
    [
      "Finish",
      formatDate(forecast.finish.p10),
      formatDate(forecast.finish.p50),
      formatDate(forecast.finish.p80),
      formatDate(forecast.finish.p95),
    ],
    ["Effort, person-days", ...quantiles(forecast.effortPersonDays, person)],
    ["Cost: people, machines, one-off", ...quantiles(forecast.costMinor, money)],
    ["of it machines", ...quantiles(forecast.machineCostMinor, money)],
    ["Machine time, accelerator-hours", ...quantiles(forecast.machineHours, formatHours)],
    ["Running cost a month", ...quantiles(forecast.monthlyCostMinor, money)],
  ];
  return (
    <ProjectFrame workspace={workspace} projectKey={projectKey}>
      <div className="grid gap-4">
        {plan.conflicts.length > 0 && (
          <Callout tone="warn" title="Decisions contradict each other">
            <ul className="list-disc pl-5">
              {plan.conflicts.map((conflict) => (
                <li key={conflict}>{conflict}</li>
              ))}
            </ul>
          </Callout>
        )}
        <Card
          title="Forecast"
          hint={`${forecast.runs.toLocaleString("en-GB")} runs with seed ${forecast.seed}, as of ${formatDate(forecast.asOf)}${calibratedOn(forecast.calibration)}`}
        >
          <Table label="Forecast" className="max-md:block">
            <thead className="max-md:block">
              <tr className="max-md:grid max-md:grid-cols-4">
                <Th className="max-md:hidden" />
                {["P10", "P50", "P80", "P95"].map((name) => (
                  <Th key={name} numeric>
                    {name}
                  </Th>
                ))}
              </tr>
            </thead>
            <tbody className="max-md:block">
              {rows.map(([name, ...values]) => (
                <tr key={name} className="max-md:grid max-md:grid-cols-4">
                  <th
                    scope="row"
                    className="border-line px-2.5 py-2 text-left font-normal whitespace-nowrap max-md:col-span-4 max-md:px-0 max-md:pb-0 max-md:text-xs max-md:text-muted md:border-b"
                  >
                    {name}
                  </th>
                  {values.map((value, place) => (
                    <Td
                      key={["p10", "p50", "p80", "p95"][place]}
                      numeric
                      className="whitespace-nowrap max-md:px-0 max-md:py-1.5 max-md:text-xs max-md:first-of-type:text-left"
                    >
                      {value}
                    </Td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
          <p className="mt-2 text-xs text-muted">
            P80 means: in 80 of 100 simulated runs it is not later, or not more. Each run draws every
            estimate, the passes of alignment and the options of open decisions.
          </p>
        </Card>
        <Card title="Timeline" hint="fading ends are uncertainty, underlined is often on the longest path">
          <Timeline
            tasks={forecast.tasks}
            asOf={forecast.asOf}
            done={new Set(plan.tasks.filter((task) => task.status === "done").map((task) => task.key))}
          />
        </Card>
        {phases.map((phase) => (
          <TaskTable
            key={phase.id}
            workspace={workspace}
            projectId={plan.projectId}
            title={phase.name}
            tasks={plan.tasks.filter((task) => task.phase === phase.id)}
            editable={frame.may("project.edit")}
          />
        ))}
        <Card title="Assumptions" hint="what these figures rest on">
          <ul className="grid max-w-prose list-disc gap-1 pl-5 text-sm">
            {plan.assumptions.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
            <li>
              A person-day costs {formatMoney(frame.personDayCostMinor, frame.currency)}, an accelerator-hour{" "}
              {formatMoney(frame.acceleratorHourCostMinor, frame.currency)}: change them in the{" "}
              <Link href={`/w/${workspace}/settings`} className="text-accent underline underline-offset-2">
                settings
              </Link>
              .
            </li>
          </ul>
        </Card>
      </div>
    </ProjectFrame>
  );
}

function calibratedOn(calibration: { effortPairs: number; durationPairs: number } | null): string {
  if (calibration === null) return "";
  const { effortPairs, durationPairs } = calibration;
  return `, calibrated on ${formatCount(Math.max(effortPairs, durationPairs), "finished task")}`;
}

function quantiles(
  of: Record<"p10" | "p50" | "p80" | "p95", number>,
  format: (value: number) => string,
): string[] {
  return [of.p10, of.p50, of.p80, of.p95].map(format);
}

type TimelineTask = {
  key: string;
  name: string;
  phase: keyof typeof phaseTones;
  startP50: IsoDate;
  finishP50: IsoDate;
  finishP95: IsoDate;
  criticality: number;
  presence: number;
};

function Timeline({
  tasks,
  asOf,
  done,
}: {
  tasks: readonly TimelineTask[];
  asOf: IsoDate;
  done: ReadonlySet<string>;
}) {
  const starts = tasks.map((task) => task.startP50).sort();
  const ends = tasks.map((task) => task.finishP95).sort();
  const first = starts[0] ?? asOf;
  const last = ends.at(-1) ?? asOf;
  const width = Math.max(1, workingDaysBetween(first, last));
  const at = (day: IsoDate) => workingDaysBetween(first, day) / width;
  return (
    <TimelineBars
      label="Tasks over time"
      rows={tasks.map((task) => ({
        id: task.key,
        name: task.name,
        tone: phaseTones[task.phase],
        start: at(task.startP50),
        p50: at(task.finishP50),
        p95: at(task.finishP95),
        words: [formatDate(task.startP50), formatDate(task.finishP50), formatDate(task.finishP95)],
        critical: task.criticality > 0.5,
        done: done.has(task.key),
        tentative: task.presence < 1,
      }))}
      ticks={monthStarts(first, last).map((day) => ({
        at: Math.max(0, daysAt(first, last, day)),
        name: formatMonth(day),
      }))}
      today={asOf >= first && asOf <= last ? at(asOf) : null}
    />
  );
}

function daysAt(first: string, last: string, day: string): number {
  const time = (text: string) => Date.parse(`${text}T00:00:00Z`);
  return (time(day) - time(first)) / Math.max(1, time(last) - time(first));
}

/** The first days of months within the span; every third where there are many. */
function monthStarts(first: string, last: string): string[] {
  const days: string[] = [];
  const month = new Date(`${first.slice(0, 7)}-01T00:00:00Z`);
  for (;;) {
    const day = month.toISOString().slice(0, 10);
    if (day > last) break;
    if (day >= first) days.push(day);
    month.setUTCMonth(month.getUTCMonth() + 1);
  }
  return days.length <= 10 ? days : days.filter((_, index) => index % Math.ceil(days.length / 8) === 0);
}
