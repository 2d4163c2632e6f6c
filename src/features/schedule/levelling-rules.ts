import type { PortfolioInput, PortfolioSchedule } from "@/planning";

/** What the thread is told that levels a portfolio. */
export type LevellingOrder = {
  readonly input: PortfolioInput;
  readonly seed: number;
  /** What both sides see: see `shared`. */
  readonly shared: SharedArrayBuffer;
};

/** Numbers shared by the thread and who began it: `stop` not 0 any more: the best so far is the answer; and how many schedules were tried. */
export const shared = { stop: 0, schedules: 1, bytes: 2 * Int32Array.BYTES_PER_ELEMENT } as const;

/** What it answers: the first schedule, better ones, and at the end the best. */
export type LevellingReport = {
  readonly kind: "answer" | "end";
  readonly schedule: PortfolioSchedule;
};

/** For how long it goes on improving by itself, and each time somebody asks it to go on. */
export const improvesAtFirstSeconds = 15;
export const improvesFurtherSeconds = 60;
