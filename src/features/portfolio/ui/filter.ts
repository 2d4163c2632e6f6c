import type { HealthState } from "@/planning";

export const sortOrders = [
  "name",
  "health",
  "finish",
  "oldest",
  "effort",
  "cost",
  "changed",
  "part",
] as const;
export const groupings = ["none", "phase", "health", "owner", "team"] as const;
/** What the effort is listed by, beside the phases. */
export const effortLists = ["technique", "discipline", "owner", "team", "quarter"] as const;
/** What stands for the projects without a team, where teams are told apart. */
export const noTeam = "none";
/** Columns that can be left out. */
export const columns = ["lifecycle", "health", "finish", "decisions", "effort", "cost"] as const;

export type Column = (typeof columns)[number];

/** What the address says about the page: what is shown, found and how it is ordered. */
export type PortfolioFilter = {
  readonly by: (typeof effortLists)[number];
  /** Not only the largest of that list. */
  readonly every: boolean;
  /** A part of the effort, as "technique:evaluation" or "expertise:serving:3": only projects that have some of it are shown. */
  readonly show: string;
  readonly text: string;
  readonly phase: string;
  readonly health: HealthState | "";
  readonly group: (typeof groupings)[number];
  readonly sort: (typeof sortOrders)[number];
  readonly hide: readonly Column[];
  /** The saved view whose tab this is under; nothing of what is shown. */
  readonly view: string;
};
