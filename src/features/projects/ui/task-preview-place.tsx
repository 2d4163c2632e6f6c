import type { ReactNode } from "react";
import type { ForecastTotals } from "@/planning";
import { formatDate, formatPersonDays, formatSignedDays } from "@/ui/format";
import type { TaskPreviewAnswer } from "./preview-task";

/** The place of a preview, of one size whatever is known: what is typed above must not make the form jump. */
export function TaskPreviewPlace({
  answer = null,
  children,
}: {
  answer?: Extract<TaskPreviewAnswer, { kind: "figures" }> | null;
  children?: ReactNode;
}) {
  return (
    <section
      aria-label="If saved"
      data-runs={answer?.runs}
      className="grid gap-1.5 rounded-md border border-line bg-paper px-3 py-2.5"
    >
      <dl className="grid min-h-16 grid-cols-3 gap-2">
        {rows.map(({ name, figure, change }) => (
          <div key={name}>
            <dt className="text-xs text-muted">{name}</dt>
            <dd className="font-medium tabular-nums">{answer === null ? "–" : figure(answer.after)}</dd>
            <dd className="text-xs text-muted tabular-nums">{answer !== null && change(answer)}</dd>
          </div>
        ))}
      </dl>
      <p className="min-h-8 text-xs text-muted">{children}</p>
    </section>
  );
}

type Figures = Extract<TaskPreviewAnswer, { kind: "figures" }>;

const rows: readonly {
  name: string;
  figure: (after: ForecastTotals) => string;
  change: (answer: Figures) => string;
}[] = [
  {
    name: "Finish, P50",
    figure: (after) => formatDate(after.finish.p50),
    change: ({ laterWorkingDays }) => formatSignedDays(laterWorkingDays.p50, "working days"),
  },
  {
    name: "Finish, P80",
    figure: (after) => formatDate(after.finish.p80),
    change: ({ laterWorkingDays }) => formatSignedDays(laterWorkingDays.p80, "working days"),
  },
  {
    name: "Effort, P50",
    figure: (after) => formatPersonDays(after.effortPersonDays.p50, { short: true }),
    change: ({ before, after }) =>
      formatSignedDays(after.effortPersonDays.p50 - before.effortPersonDays.p50, "pd"),
  },
];
