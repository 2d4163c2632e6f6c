"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { phaseNames } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Card } from "@/ui/card";
import { formatCount, formatPersonDays } from "@/ui/format";
import { Link } from "@/ui/link";
import type { Cohort } from "../queries";
import type { CohortKind } from "../schema";

const verdictWords: Readonly<Record<string, string>> = {
  passed: "passed",
  conditions: "passed with conditions",
  "sent-back": "sent back",
};

/** The lists that a cohort's figures are made of, each with its sum. */
export function CohortDetail({
  workspace,
  by,
  cohort,
  name,
  close,
}: {
  workspace: string;
  by: CohortKind;
  cohort: Cohort;
  name: string;
  close: string;
}) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.learning.cohort.queryOptions({ workspace, by, cohort: cohort.id }));
  if (data === null) return null;
  const { effort, gates, passes } = cohort;
  const project = (of: { key: string; name: string }) => (
    <Link href={`/w/${workspace}/projects/${of.key}`} className="hover:underline">
      {of.name}
    </Link>
  );
  return (
    <section aria-label={name} className="mt-6">
      <div className="mb-3 flex items-baseline justify-between gap-3">
        <h2 className="text-lg font-semibold">{name}</h2>
        <Link href={close} className="text-sm text-accent underline underline-offset-2">
          Close
        </Link>
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <List
          id="tasks"
          title="Finished tasks"
          hint={`${formatPersonDays(effort.actualPersonDays)} taken of ${formatPersonDays(effort.estimatedPersonDays)} estimated`}
          empty="No task is finished with what it took."
          rows={data.tasks.map((task) => ({
            id: `${task.project.key} ${task.taskKey}`,
            what: (
              <>
                {task.name} · {project(task.project)}
              </>
            ),
            figure: `${formatPersonDays(task.actualPersonDays, { short: true })} of ${formatPersonDays(task.estimatedPersonDays, { short: true })}`,
          }))}
        />
        <List
          id="stays"
          title="Time in phases"
          hint={`${formatCount(data.stays.length, "stay")}, ${formatCount(
            data.stays.reduce((sum, { calendarDays }) => sum + calendarDays, 0),
            "calendar day",
          )}`}
          empty="No project has left a phase yet."
          rows={data.stays.map((stay, place) => ({
            id: `${stay.project.key} ${place}`,
            what: (
              <>
                {phaseNames[stay.phase]} · {project(stay.project)}
              </>
            ),
            figure: `${stay.calendarDays} d`,
          }))}
        />
        <List
          id="passes"
          title="Passes of alignment"
          hint={`${passes.used} used of ${passes.budgeted} budgeted`}
          empty="No project has begun a pass."
          rows={data.looped.map((looped) => ({
            id: looped.key,
            what: project(looped),
            figure: `${looped.used} of ${looped.budgeted}`,
          }))}
        />
        <List
          id="gates"
          title="Gates"
          hint={`${gates.passed} passed, ${gates.conditions} with conditions, ${gates.sentBack} sent back`}
          empty="No gate has been judged yet."
          rows={data.verdicts.map((verdict) => ({
            id: verdict.id,
            what: (
              <>
                {phaseNames[verdict.phase]} · {project(verdict.project)}
              </>
            ),
            figure: verdictWords[verdict.verdict] ?? verdict.verdict,
          }))}
        >
          {data.sentBackFor.length > 0 && (
            <>
              <h3 className="mt-3 text-sm font-medium">Sent back with these not met</h3>
              <ul className="mt-1 grid gap-1 text-sm">
                {data.sentBackFor.map(({ text, times }) => (
                  <li key={text} className="flex justify-between gap-3">
                    <span className="min-w-0 [overflow-wrap:anywhere]">{text}</span>
                    <span className="shrink-0 text-muted tabular-nums">{formatCount(times, "time")}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </List>
      </div>
    </section>
  );
}

function List({
  id,
  title,
  hint,
  empty,
  rows,
  children,
}: {
  id: string;
  title: string;
  hint: string;
  empty: string;
  rows: readonly { readonly id: string; readonly what: ReactNode; readonly figure: string }[];
  children?: ReactNode;
}) {
  return (
    <div id={id} className="scroll-mt-16">
      <Card title={title} hint={hint}>
        {rows.length === 0 && <p className="text-sm text-muted">{empty}</p>}
        <ul aria-label={title} className="grid text-sm">
          {rows.map((row) => (
            <li
              key={row.id}
              className="flex justify-between gap-3 border-t border-line py-1.5 first:border-t-0"
            >
              <span className="min-w-0 [overflow-wrap:anywhere]">{row.what}</span>
              <span className="shrink-0 text-muted tabular-nums">{row.figure}</span>
            </li>
          ))}
        </ul>
        {children}
      </Card>
    </div>
  );
}
