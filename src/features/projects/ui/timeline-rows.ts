import type { ProjectPlan, ProjectTask } from "@/features/plans/queries";
import { type PhaseId, phaseIds, phaseNames } from "@/planning";
import { formatDate } from "@/ui/format";
import { dayNumber } from "./timeline-scale";

/** In days: fades in up to `solidFrom`, out after `solidTo`. What has happened has no fading end. */
export type TimelineBar = {
  readonly from: number;
  readonly solidFrom: number;
  readonly solidTo: number;
  readonly to: number;
};

export type TimelineMark = {
  readonly kind: "gate-passed" | "gate-ahead" | "decision-open" | "decision-decided";
  readonly day: number;
  readonly words: string;
};

export type PhaseRow = {
  readonly kind: "phase";
  readonly id: string;
  readonly phase: PhaseId;
  readonly name: string;
  readonly bar: TimelineBar | null;
  readonly marks: readonly TimelineMark[];
  readonly tasks: number;
  readonly isOpen: boolean;
};

export type TaskRow = {
  readonly kind: "task";
  readonly id: string;
  readonly task: ProjectTask;
  readonly bar: TimelineBar | null;
  readonly words: string;
  readonly isCritical: boolean;
  /** Depends on an open decision. */
  readonly isTentative: boolean;
};

export type TimelineRow = PhaseRow | TaskRow;

/** What the rows of a phase need to know besides the plan. */
export type ProjectMoments = {
  readonly passages: readonly {
    readonly fromPhase: string;
    readonly toPhase: string;
    readonly at: Date;
  }[];
  readonly decisions: readonly {
    readonly number: number;
    readonly phase: PhaseId;
    readonly question: string;
    readonly state: "open" | "decided" | "superseded";
    readonly dueOn: string | null;
    readonly chosen: { readonly at: Date } | null;
  }[];
};

type ForecastTasks = ProjectPlan["forecast"]["tasks"];

/** A row for each phase that has tasks among those shown, and under each that is not folded a row for each of them. */
export function timelineRows(
  tasks: readonly ProjectTask[],
  forecast: ForecastTasks,
  moments: ProjectMoments,
  folded: ReadonlySet<PhaseId>,
): TimelineRow[] {
  const forecastOf = new Map(forecast.map((task) => [task.key, task]));
  return phaseIds.flatMap((phase): TimelineRow[] => {
    const own = tasks.filter((task) => task.phase === phase).map((task) => taskRow(task, forecastOf));
    if (own.length === 0) return [];
    const bar = spanning(own.flatMap((row) => (row.bar === null ? [] : [row.bar])));
    const isOpen = !folded.has(phase);
    return [
      {
        kind: "phase",
        id: phase,
        phase,
        name: phaseNames[phase],
        bar,
        marks: marksOf(phase, bar, moments),
        tasks: own.length,
        isOpen,
      },
      ...(isOpen ? own : []),
    ];
  });
}

function taskRow(task: ProjectTask, forecastOf: ReadonlyMap<string, ForecastTasks[number]>): TaskRow {
  const forecast = forecastOf.get(task.key);
  return {
    kind: "task",
    id: task.key,
    task,
    bar: taskBar(task, forecast),
    words: taskWords(task, forecast),
    isCritical: task.slack?.slackWorkingDays === 0,
    isTentative: forecast !== undefined && forecast.presence < 1 && task.status === "planned",
  };
}

/** What a task took, as far as it is known; what lies ahead, as the forecast has it. The last day belongs to it. */
export function taskBar(
  task: Pick<ProjectTask, "status" | "startedOn" | "finishedOn">,
  forecast: Omit<ForecastTasks[number], "technique" | "phase"> | undefined,
): TimelineBar | null {
  const { status, startedOn, finishedOn } = task;
  if (status === "done" && startedOn !== null && finishedOn !== null) {
    const [from, to] = [dayNumber(startedOn), dayNumber(finishedOn) + 1];
    return { from, solidFrom: from, solidTo: to, to };
  }
  if (forecast === undefined || status === "dropped") return null;
  const begun = status === "started" && startedOn !== null ? dayNumber(startedOn) : null;
  const solidFrom = begun ?? dayNumber(forecast.startP50);
  const solidTo = Math.max(dayNumber(forecast.finishP50) + 1, solidFrom);
  return {
    from: begun ?? Math.min(dayNumber(forecast.startP10), solidFrom),
    solidFrom,
    solidTo,
    to: Math.max(dayNumber(forecast.finishP95) + 1, solidTo),
  };
}

/** When a task begins and ends, in words: what the picture tells who does not see it. */
export function taskWords(
  task: Pick<ProjectTask, "status" | "startedOn" | "finishedOn">,
  forecast: Omit<ForecastTasks[number], "technique" | "phase"> | undefined,
): string {
  const { status, startedOn, finishedOn } = task;
  if (status === "done" && startedOn !== null && finishedOn !== null) {
    return `finished: ${formatDate(startedOn)} to ${formatDate(finishedOn)}`;
  }
  if (forecast === undefined || status === "dropped") return "not planned in time";
  const end = `to ${formatDate(forecast.finishP50)} (P50), ${formatDate(forecast.finishP95)} (P95)`;
  if (status === "started" && startedOn !== null) return `started ${formatDate(startedOn)}, ${end}`;
  return `from ${formatDate(forecast.startP50)} (P50; P10 ${formatDate(forecast.startP10)}) ${end}`;
}

function spanning(bars: readonly TimelineBar[]): TimelineBar | null {
  const [first, ...others] = bars;
  if (first === undefined) return null;
  return others.reduce(
    (all, bar) => ({
      from: Math.min(all.from, bar.from),
      solidFrom: Math.min(all.solidFrom, bar.solidFrom),
      solidTo: Math.max(all.solidTo, bar.solidTo),
      to: Math.max(all.to, bar.to),
    }),
    first,
  );
}

function marksOf(
  phase: PhaseId,
  bar: TimelineBar | null,
  { passages, decisions }: ProjectMoments,
): TimelineMark[] {
  const forward = (to: string) => phaseIds.slice(phaseIds.indexOf(phase) + 1).some((id) => id === to);
  const passed = passages.filter(({ fromPhase, toPhase }) => fromPhase === phase && forward(toPhase));
  const last = passed.at(-1);
  return [
    ...passed.map(({ at }): TimelineMark => {
      const day = at.toISOString();
      return { kind: "gate-passed", day: dayNumber(day) + 1, words: `Gate passed ${formatDate(day)}` };
    }),
    ...(last === undefined && bar !== null
      ? [{ kind: "gate-ahead", day: bar.solidTo, words: "Gate: when the last task ends (P50)" } as const]
      : []),
    ...decisions.flatMap((decision): TimelineMark[] => {
      if (decision.phase !== phase || decision.state === "superseded") return [];
      const { number, question, chosen, dueOn } = decision;
      const words = `D-${number} ${question}`;
      if (chosen !== null) {
        const day = chosen.at.toISOString();
        return [
          { kind: "decision-decided", day: dayNumber(day), words: `${words} Decided ${formatDate(day)}` },
        ];
      }
      if (dueOn === null) return [];
      return [{ kind: "decision-open", day: dayNumber(dueOn), words: `${words} Due ${formatDate(dueOn)}` }];
    }),
  ];
}

/** Every day that has to be on the picture. */
export function daysOf(rows: readonly TimelineRow[]): number[] {
  return rows.flatMap((row) => [
    ...(row.bar === null ? [] : [row.bar.from, row.bar.to]),
    ...(row.kind === "phase" ? row.marks.map(({ day }) => day) : []),
  ]);
}

export type TimelineLink = {
  readonly id: string;
  /** Keys of the two tasks. */
  readonly before: string;
  readonly after: string;
  readonly from: number;
  readonly to: number;
  readonly fromDay: number;
  readonly toDay: number;
  readonly isCritical: boolean;
};

/** What waits for what, between rows that are shown. */
export function timelineLinks(rows: readonly TimelineRow[]): TimelineLink[] {
  const placeOf = new Map(rows.map((row, place) => [row.id, place]));
  return rows.flatMap((row, to) => {
    if (row.kind !== "task" || row.bar === null) return [];
    const { bar, isCritical } = row;
    return row.task.waitsFor.flatMap(({ after, kind }) => {
      const from = placeOf.get(after);
      const before = from === undefined ? undefined : rows[from];
      if (from === undefined || before?.kind !== "task" || before.bar === null) return [];
      return [
        {
          id: `${after} ${row.id}`,
          before: after,
          after: row.id,
          from,
          to,
          fromDay: kind === "start-to-start" ? before.bar.solidFrom : before.bar.solidTo,
          toDay: kind === "finish-to-finish" ? bar.solidTo : bar.solidFrom,
          isCritical: isCritical && before.isCritical,
        },
      ];
    });
  });
}
