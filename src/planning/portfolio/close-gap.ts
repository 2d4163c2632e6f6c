import { makePlan } from "../plan";
import { type IsoDate, type WorkingCalendar, workingDaysBetween } from "../schedule/calendar";
import {
  choices,
  type GapOption,
  hire,
  newcomers,
  orderings,
  type PortfolioGap,
  putBefore,
  train,
} from "./gap-options";
import { levelPortfolio, type PortfolioSchedule } from "./level-portfolio";
import type { PortfolioInput } from "./portfolio-input";

export interface MovedFinish {
  readonly projectId: string;
  readonly finish: IsoDate;
  /** Against what it is compared with; negative: earlier. */
  readonly laterWorkingDays: number;
}

export interface GapAnswer {
  /** When nothing is done but waiting: projects that finish later than as planned. */
  readonly waiting: readonly MovedFinish[];
  /** What gains most working days first; each with the projects that finish on another day than when waiting. */
  readonly options: readonly {
    readonly option: GapOption;
    readonly finishes: readonly MovedFinish[];
    /** Sum over those. */
    readonly laterWorkingDays: number;
  }[];
}

const mostTrained = 2;

/** All that `closeGap` takes, for whoever has a thread do it. */
export interface GapOrder {
  readonly input: PortfolioInput;
  readonly gap: PortfolioGap;
  readonly seed: number;
  readonly maxSchedules: number;
}

/**
 * What each way to close a gap does to the finishes of all projects: the portfolio is levelled as it is, and once more for each way,
 * with the same seed and number of schedules. Finishes are P50 of the forecast, moved as far as levelling moves the most likely end.
 * Throws a PlanningError for input that makes no sense.
 */
export function closeGap({ input, gap, ...search }: GapOrder): GapAnswer {
  const [first] = input.projects;
  if (first === undefined) return { waiting: [], options: [] };
  const { calendar } = makePlan(first.input);
  const level = (changed: PortfolioInput) => levelPortfolio(changed, { ...search, finishesBy: "shift" });
  const waiting = level(input);
  // More people never make worse: whoever comes or learns may as well have nothing to do.
  const levelWithMore = (changed: PortfolioInput) => {
    const found = level(changed);
    return found.cost < waiting.cost ? found : waiting;
  };
  const hired = hire(input, gap);
  const found: { option: GapOption; schedule: PortfolioSchedule }[] = [
    { option: hired.option, schedule: levelWithMore(hired.input) },
    ...gap.traineeIds.slice(0, mostTrained).map((personId) => ({
      option: { by: "train", personId } as const,
      schedule: levelWithMore(train(input, gap, personId)),
    })),
    ...orderings(input, gap, waiting).map(({ projectId, beforeProjectId }) => {
      const schedule = level(putBefore(input, projectId, beforeProjectId));
      const personIds = newcomers(gap, projectId, waiting, schedule);
      return { option: { by: "move", projectId, beforeProjectId, personIds } as const, schedule };
    }),
    ...choices(input, gap).map(({ changed, ...option }) => ({ option, schedule: level(changed) })),
  ];
  return {
    waiting: waiting.projects
      .filter(({ laterWorkingDays }) => laterWorkingDays > 0)
      .map(({ projectId, finish, laterWorkingDays }) => ({ projectId, finish, laterWorkingDays })),
    options: found
      .map(({ option, schedule }) => {
        const finishes = against(waiting, schedule, calendar);
        const laterWorkingDays = finishes.reduce((sum, one) => sum + one.laterWorkingDays, 0);
        return { option, finishes, laterWorkingDays };
      })
      // To put a project first that does not gain by it is no way to help it.
      .filter(({ option, finishes }) => option.by !== "move" || isEarlier(finishes, option.projectId))
      .sort((a, b) => a.laterWorkingDays - b.laterWorkingDays),
  };
}

function isEarlier(finishes: readonly MovedFinish[], projectId: string): boolean {
  return finishes.some((one) => one.projectId === projectId && one.laterWorkingDays < 0);
}

function against(
  waiting: PortfolioSchedule,
  schedule: PortfolioSchedule,
  calendar: WorkingCalendar,
): MovedFinish[] {
  const finishOf = new Map(schedule.projects.map(({ projectId, finish }) => [projectId, finish]));
  return waiting.projects.flatMap(({ projectId, finish: before }) => {
    const finish = finishOf.get(projectId) ?? before;
    const laterWorkingDays = workingDaysBetween(before, finish, calendar);
    return laterWorkingDays === 0 ? [] : [{ projectId, finish, laterWorkingDays }];
  });
}
