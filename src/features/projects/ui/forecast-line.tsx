"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { ProjectPlan } from "@/features/plans/queries";
import type { ForecastTotals } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { formatDate, formatPersonDays, formatSignedDays } from "@/ui/format";
import { localDay } from "@/ui/local-day";
import type { ValueStore } from "@/ui/value-store";
import type { TaskPreviewAnswer } from "./preview-task";
import { changed, type TypedTask } from "./task-change";
import { planningRecord, taskDraft } from "./task-draft";
import type { TaskEdits } from "./use-task-edits";
import { useTaskPreview } from "./use-task-preview";

type Told = {
  readonly answer: Figures;
  /** The forecast that was stored when it was asked for, and the one that came next: with the change, if it was saved. */
  readonly forecast: ProjectPlan["forecast"];
  readonly next: ProjectPlan["forecast"] | null;
};
type Figures = Extract<TaskPreviewAnswer, { kind: "figures" }>;

/**
 * The plan's forecast, always in sight below its tasks, and what the last change in a cell did to it: simulated beside the page while
 * it is typed, and the same figures once the server has stored them.
 */
export function ForecastLine({
  workspace,
  plan,
  edits,
  typing,
  isWatching,
}: {
  workspace: string;
  plan: ProjectPlan;
  edits: TaskEdits;
  /** What is typed in a cell right now. */
  typing: ValueStore<TypedTask | null>;
  /** Somebody is about to change something: what simulating needs is fetched. */
  isWatching: boolean;
}) {
  const typed = useSyncExternalStore(typing.subscribe, typing.get, () => null);
  const told = useTold(workspace, plan, edits, typed, isWatching);
  const { forecast } = plan;
  const isAhead = told !== null && told.forecast === forecast;
  const figures: ForecastTotals = isAhead ? told.answer.after : forecast;
  const values = [
    { name: "Finish P50", value: formatDate(figures.finish.p50) },
    { name: "P80", value: formatDate(figures.finish.p80) },
    { name: "Effort P50", value: formatPersonDays(figures.effortPersonDays.p50, { short: true }) },
  ];
  return (
    <section
      aria-label="Forecast of these tasks"
      data-runs={isAhead ? told.answer.runs : forecast.runs}
      className="sticky bottom-0 z-20 flex min-h-10 flex-wrap items-center gap-x-5 gap-y-0.5 rounded-lg border border-line bg-surface px-3 py-2 text-sm shadow-card max-md:text-xs print:static"
    >
      <dl className="flex flex-wrap gap-x-5 gap-y-0.5 max-md:gap-x-3">
        {values.map(({ name, value }) => (
          <div key={name} className="flex gap-1.5">
            <dt className="text-muted">{name}</dt>
            <dd className="font-medium whitespace-nowrap tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <p role="status" className="text-xs text-muted tabular-nums md:ml-auto">
        {told?.answer.isRefined === true &&
          `${typed === null ? "Your last change" : "If saved"}: ${changeInWords(told.answer)}`}
      </p>
    </section>
  );
}

/** What is typed, what is being saved, or what was saved last does to the plan; nothing where it could not be saved as it is. */
function useTold(
  workspace: string,
  plan: ProjectPlan,
  { edits, tasks }: TaskEdits,
  typed: TypedTask | null,
  isWatching: boolean,
): Told | null {
  const trpc = useTRPC();
  const { projectId, forecast } = plan;
  const { data } = useQuery({
    ...trpc.plans.taskPreviewInput.queryOptions({ workspace, projectId }),
    enabled: isWatching,
  });
  const isContested = [...edits.values()].some(
    ({ contested, failure }) => contested.length > 0 || failure !== null,
  );
  const [wasSaved, setWasSaved] = useState(false);
  useEffect(() => {
    if (edits.size > 0) setWasSaved(!isContested);
    else if (typed !== null) setWasSaved(false);
  }, [edits.size, isContested, typed]);
  const asked = useMemo(() => {
    if (isContested) return null;
    const drafts = new Map(
      tasks.filter(({ key }) => edits.has(key)).map((task) => [task.key, { task, draft: taskDraft(task) }]),
    );
    if (typed !== null) {
      const { task, change } = typed;
      const draft = drafts.get(task.key)?.draft ?? taskDraft(task);
      drafts.set(task.key, { task, draft: changed(draft, change, localDay(new Date())) });
    }
    if (drafts.size === 0 && !wasSaved) return null;
    return [...drafts.values()].map(({ task, draft }) => planningRecord(task, draft));
  }, [edits, tasks, typed, isContested, wasSaved]);
  // What is typed and then kept is the same question.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says all of it
  const records = useMemo(() => asked, [JSON.stringify(asked)]);
  const asking = useRef(forecast);
  const answer = useTaskPreview(data, records, 0);
  const [told, setTold] = useState<Told | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer belongs to the forecast that was stored when it was asked for
  useEffect(() => {
    if (records !== null && records.length > 0) asking.current = forecast;
  }, [records]);
  useEffect(
    () => setTold(answer?.kind === "figures" ? { answer, forecast: asking.current, next: null } : null),
    [answer],
  );
  // What moves the forecast after it, an undo or somebody else, is not the last change any more.
  useEffect(() => {
    setTold((now) => {
      if (now === null || forecast === now.forecast || forecast === now.next) return now;
      return now.next === null ? { ...now, next: forecast } : null;
    });
  }, [forecast]);
  return told;
}

function changeInWords({ before, after, laterWorkingDays }: Figures): string {
  const { p50, p80 } = laterWorkingDays;
  const effort = after.effortPersonDays.p50 - before.effortPersonDays.p50;
  const parts = [
    p50 !== 0 && `P50 ${formatSignedDays(p50, "working days")}`,
    p80 !== 0 && `P80 ${formatSignedDays(p80, "working days")}`,
    Math.abs(effort) >= 0.05 && `effort ${formatSignedDays(effort, "pd")}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "none of these moves" : parts.join(", ");
}
