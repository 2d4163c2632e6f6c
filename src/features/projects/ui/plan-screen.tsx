"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/ui";
import { useTRPC } from "@/platform/trpc/client";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { formatCount, formatDate, formatHours, formatMoney, formatPersonDays } from "@/ui/format";
import { Link } from "@/ui/link";
import { Table, Td, Th } from "@/ui/table";
import { AssumptionText } from "./assumption-text";
import { OwnTasksBar } from "./own-tasks-bar";
import { PlanViews } from "./plan-views";
import { ProjectFrame } from "./project-frame";

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
        <OwnTasksBar
          workspace={workspace}
          projectKey={projectKey}
          plan={plan}
          editable={frame.may("project.edit")}
        />
        <PlanViews workspace={workspace} projectKey={projectKey} plan={plan} />
        <Card title="Assumptions" hint="what these figures rest on">
          <ul className="grid max-w-prose list-disc gap-1 pl-5 text-sm">
            {plan.assumptions.map((assumption) => (
              <li key={assumption.text}>
                <AssumptionText workspace={workspace} assumption={assumption} />
              </li>
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
