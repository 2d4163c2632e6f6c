import type { ProjectTask } from "@/features/plans/queries";
import { type DisciplineId, disciplineIds, type PhaseId, phaseIds } from "@/planning";

/** Ways of looking at the same tasks. */
export const planViews = ["table", "timeline", "board"] as const;
export type PlanView = (typeof planViews)[number];

/** What one step of a timeline's ruler is, from near to far. */
export const timelineZooms = ["day", "week", "month", "quarter"] as const;
export type TimelineZoom = (typeof timelineZooms)[number];

/** In the place of a member's id: tasks that have none. */
export const nobody = "nobody";

/** Which tasks of a plan are shown, and how: all of it stands in the address. */
export type PlanFilter = {
  readonly view: PlanView;
  readonly phase: PhaseId | null;
  readonly discipline: DisciplineId | null;
  /** A member's id, or `nobody`. */
  readonly person: string | null;
  readonly zoom: TimelineZoom;
  /** Whether a timeline draws what waits for what for every task, not only for the one that is looked at. */
  readonly everyLink: boolean;
};

/** What an address asks for; what it asks for wrongly is not asked for. */
export function readPlanFilter(search: Pick<URLSearchParams, "get">): PlanFilter {
  const one = <Value extends string>(name: string, known: readonly Value[]) =>
    known.find((value) => value === search.get(name)) ?? null;
  return {
    view: one("view", planViews) ?? "table",
    phase: one("phase", phaseIds),
    discipline: one("discipline", disciplineIds),
    person: search.get("person")?.slice(0, 60) || null,
    zoom: one("zoom", timelineZooms) ?? "month",
    everyLink: search.get("links") === "all",
  };
}

export function planAddress(base: string, filter: PlanFilter): string {
  const { view, phase, discipline, person, zoom, everyLink } = filter;
  const search = new URLSearchParams({
    ...(view === "table" ? {} : { view }),
    ...(phase === null ? {} : { phase }),
    ...(discipline === null ? {} : { discipline }),
    ...(person === null ? {} : { person }),
    ...(zoom === "month" ? {} : { zoom }),
    ...(everyLink ? { links: "all" } : {}),
  });
  return search.size === 0 ? base : `${base}?${search}`;
}

export function isNarrowed({ phase, discipline, person }: PlanFilter): boolean {
  return phase !== null || discipline !== null || person !== null;
}

export function isShown(
  { phase, discipline, person }: Pick<PlanFilter, "phase" | "discipline" | "person">,
  task: Pick<ProjectTask, "phase" | "discipline" | "assignee">,
): boolean {
  return (
    (phase === null || task.phase === phase) &&
    (discipline === null || task.discipline === discipline) &&
    (person === null || (task.assignee?.id ?? nobody) === person)
  );
}
