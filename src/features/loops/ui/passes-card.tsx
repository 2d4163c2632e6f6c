"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { useWorkspace } from "@/features/workspaces/ui";
import { useTRPC } from "@/platform/trpc/client";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { TargetLines } from "@/ui/charts/target-lines";
import { Figure } from "@/ui/figure";
import { formatCount, formatMoney, formatPersonDays } from "@/ui/format";
import type { PassesView } from "../queries";
import { PassEntry } from "./pass-entry";
import { passLines } from "./pass-lines";
import { PassTakeBack } from "./pass-take-back";

/** Each pass of adapting and evaluating, what it found against the brief, what it took, and the budget of passes. */
export function PassesCard({ workspace, projectKey }: { workspace: string; projectKey: string }) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data } = useSuspenseQuery(trpc.loops.passes.queryOptions({ workspace, projectKey }));
  const lines = passLines(data);
  return (
    <div id="passes" className="scroll-mt-16 lg:col-span-2">
      <Card
        title="Passes of adapting and evaluating"
        hint={`${data.taken} of ${formatCount(data.budget, "budgeted pass", "budgeted passes")} used`}
        actions={
          <span className="flex items-center gap-2">
            {frame.may("loop.record") && (
              <PassTakeBack workspace={workspace} projectKey={projectKey} projectId={data.projectId} />
            )}
            <BudgetMarks taken={data.taken} budget={data.budget} />
          </span>
        }
      >
        {data.taken > data.budget && (
          <div className="mb-3">
            <Callout
              tone="warn"
              title={`${formatCount(data.taken - data.budget, "pass", "passes")} beyond the budget of ${data.budget}`}
            >
              The forecast counts every pass that has begun. Decide whether to stop, go on, or change the
              technique.
            </Callout>
          </div>
        )}
        {data.taken === 0 ? (
          <p className="max-w-prose text-sm text-muted">
            The first pass begins when the project comes to model alignment. Each is recorded here: what was
            tried, what the evaluation found against the brief&apos;s success criteria, and what it took.
          </p>
        ) : (
          <>
            <Totals workspace={workspace} data={data} />
            {lines.length === 0 ? (
              <p className="my-3 text-sm text-muted">
                The brief has no success criteria, and nothing was measured yet.
              </p>
            ) : (
              <div className="my-4">
                <TargetLines
                  label="Results by pass against the brief's success criteria"
                  step="Pass"
                  steps={data.taken}
                  lines={lines}
                />
              </div>
            )}
            <ol className="grid">
              {data.passes.toReversed().map((pass) => (
                <PassEntry
                  key={pass.number}
                  workspace={workspace}
                  projectKey={projectKey}
                  view={data}
                  pass={pass}
                />
              ))}
            </ol>
          </>
        )}
      </Card>
    </div>
  );
}

function Totals({ workspace, data }: { workspace: string; data: PassesView }) {
  const { currency } = useWorkspace(workspace);
  const costs = data.passes.flatMap(({ costMinor }) => (costMinor === null ? [] : [costMinor]));
  const days = data.passes.flatMap(({ personDays }) => (personDays === null ? [] : [personDays]));
  const of = (count: number) =>
    count === data.taken ? "all passes" : `${count} of ${formatCount(data.taken, "pass", "passes")} told`;
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-4">
      <Figure
        label="Cost so far"
        value={costs.length === 0 ? "–" : formatMoney(sum(costs), currency, { compact: true })}
        hint={of(costs.length)}
      />
      <Figure
        label="Effort of the passes"
        value={days.length === 0 ? "–" : formatPersonDays(sum(days), { short: true })}
        hint={of(days.length)}
      />
      <Figure
        label="Effort of the phase's tasks"
        value={formatPersonDays(data.taskPersonDays, { short: true })}
        hint="actuals in the plan"
      />
      <Figure label="Passes" value={`${data.taken} of ${data.budget}`} hint="used of the budget" />
    </div>
  );
}

const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);

/** A mark per pass: filled when used, hollow when it is left, crossed when it goes beyond the budget. */
function BudgetMarks({ taken, budget }: { taken: number; budget: number }) {
  const marks = Array.from({ length: Math.min(20, Math.max(taken, budget)) }, (_, place) => place + 1);
  return (
    <span aria-hidden="true" className="flex gap-1">
      {marks.map((mark) => (
        <span
          key={mark}
          className={clsx(
            "grid size-3.5 place-items-center rounded-[3px] border text-[9px]/none font-semibold",
            mark > budget
              ? "border-warn bg-warn-soft text-warn"
              : mark <= taken
                ? "border-align bg-align"
                : "border-line-strong",
          )}
        >
          {mark > budget && "!"}
        </span>
      ))}
    </span>
  );
}
