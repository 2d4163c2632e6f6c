import type { PortfolioInput, PortfolioSchedule } from "@/planning";

/** What the thread is told that levels a portfolio. */
export type LevellingOrder = {
  readonly input: PortfolioInput;
  readonly seed: number;
  /** One number that both sides see: when it is not 0 any more, the best so far is the answer. */
  readonly stop: SharedArrayBuffer;
};

/** What it answers: the first schedule, better ones, and at the end the best. */
export type LevellingReport = {
  readonly kind: "answer" | "end";
  readonly schedule: PortfolioSchedule;
};

/** For how long it goes on improving by itself, and each time somebody asks it to go on. */
export const improvesAtFirstSeconds = 15;
export const improvesFurtherSeconds = 60;
