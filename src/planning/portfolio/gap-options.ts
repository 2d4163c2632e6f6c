import type { Skill } from "../expertise/gap";
import type { LevellingPerson } from "../levelling/levelling-input";
import { makePlan } from "../plan";
import type { PlanInput } from "../plan-input";
import { addWorkingDays, type IsoDate, startMoment } from "../schedule/calendar";
import { forecastPlan } from "../schedule/forecast";
import { withWhatIf } from "../what-if";
import type { PortfolioSchedule } from "./level-portfolio";
import type { PortfolioInput, PortfolioProject } from "./portfolio-input";

/** Work of one discipline and level in one week that nobody has time for, and what asks for it. */
export interface PortfolioGap extends Skill {
  /** The Monday of the week. */
  readonly weekOn: IsoDate;
  readonly asks: readonly { readonly projectId: string; readonly taskKeys: readonly string[] }[];
  /** How many more people would have time for it in that week. */
  readonly peopleShort: number;
  /** Who might be trained, the nearest to the level first. */
  readonly traineeIds: readonly string[];
}

/** What could be done about it. */
export type GapOption =
  /** Add people at the level, five days a week from that week on. */
  | { readonly by: "hire"; readonly people: number }
  /** Take somebody as if they were at the level already. */
  | { readonly by: "train"; readonly personId: string }
  /** Put a project before another that takes the people who could; `personIds`: who then works on it in that week, and did not. */
  | {
      readonly by: "move";
      readonly projectId: string;
      readonly beforeProjectId: string;
      readonly personIds: readonly string[];
    }
  /** Choose an option that leaves out what asks for it. */
  | {
      readonly by: "change-technique";
      readonly projectId: string;
      readonly decisionId: string;
      readonly optionId: string;
      /** Tasks of that week which the plan would not have. */
      readonly withoutTaskKeys: readonly string[];
    };

const mostHired = 5;
const mostMoved = 2;
const mostChoices = 4;

/** The portfolio with as many more people as are short, and the option to say so. */
export function hire(input: PortfolioInput, gap: PortfolioGap) {
  const people = Math.max(1, Math.min(mostHired, gap.peopleShort));
  const fromDay = firstDayOf(gap, input);
  const hired = Array.from(
    { length: people },
    (_, place): LevellingPerson => ({
      id: `hired ${place + 1}`,
      skills: [{ discipline: gap.discipline, level: gap.level }],
      capacityPersonDaysPerWeek: 5,
      absences: fromDay > 0 ? [{ fromDay: 0, toDay: fromDay }] : [],
    }),
  );
  const option: GapOption = { by: "hire", people };
  return { option, input: { ...input, people: [...input.people, ...hired] } };
}

/** On which day of the portfolio the week begins. */
function firstDayOf({ weekOn }: PortfolioGap, { projects: [first] }: PortfolioInput): number {
  if (first === undefined) return 0;
  const { calendar, asOf } = makePlan(first.input);
  return Math.max(0, startMoment(weekOn, calendar) - startMoment(asOf, calendar));
}

/** The portfolio with somebody at the level. */
export function train(
  input: PortfolioInput,
  { discipline, level }: PortfolioGap,
  personId: string,
): PortfolioInput {
  return {
    ...input,
    people: input.people.map((person) =>
      person.id !== personId
        ? person
        : {
            ...person,
            skills: [
              ...person.skills.filter((skill) => skill.discipline !== discipline || skill.level > level),
              { discipline, level },
            ],
          },
    ),
  };
}

/** The projects that ask for it and wait most, each with the first one that has people at work in that week who could do it. */
export function orderings(input: PortfolioInput, gap: PortfolioGap, waiting: PortfolioSchedule) {
  const able = new Set(
    input.people
      .filter(({ skills }) =>
        skills.some(({ discipline, level }) => discipline === gap.discipline && level >= gap.level),
      )
      .map(({ id }) => id),
  );
  const free = waiting.projects.filter(({ isFixed }) => !isFixed);
  const takes = free.findIndex((project) => workersIn(project, gap).some((id) => able.has(id)));
  const before = free[takes];
  if (before === undefined) return [];
  const asking = new Set(gap.asks.map(({ projectId }) => projectId));
  return free
    .slice(takes + 1)
    .filter(({ projectId, laterWorkingDays }) => asking.has(projectId) && laterWorkingDays > 0)
    .toSorted((a, b) => b.laterWorkingDays - a.laterWorkingDays)
    .slice(0, mostMoved)
    .map(({ projectId }) => ({ projectId, beforeProjectId: before.projectId }));
}

type Scheduled = PortfolioSchedule["projects"][number];

/** Who works on the project in the week, as scheduled. */
function workersIn(
  { tasks }: Scheduled,
  { weekOn }: Pick<PortfolioGap, "weekOn">,
  keys?: readonly string[],
): string[] {
  const weekEnd = addWorkingDays(weekOn, 4);
  return tasks.flatMap(({ taskKey, startOn, finishOn, personIds }) =>
    startOn <= weekEnd && finishOn >= weekOn && (keys?.includes(taskKey) ?? true) ? [...personIds] : [],
  );
}

/** Who works on what asks for it in that week by the one schedule and not by the other. */
export function newcomers(
  gap: PortfolioGap,
  projectId: string,
  waiting: PortfolioSchedule,
  schedule: PortfolioSchedule,
): string[] {
  const keys = gap.asks.find((asked) => asked.projectId === projectId)?.taskKeys ?? [];
  const of = ({ projects }: PortfolioSchedule) =>
    projects.filter((one) => one.projectId === projectId).flatMap((one) => workersIn(one, gap, keys));
  const before = new Set(of(waiting));
  return [...new Set(of(schedule))].filter((id) => !before.has(id));
}

export function putBefore(input: PortfolioInput, projectId: string, beforeProjectId: string): PortfolioInput {
  const moved = input.projects.filter(({ id }) => id === projectId);
  const others = input.projects.filter(({ id }) => id !== projectId);
  const at = others.findIndex(({ id }) => id === beforeProjectId);
  return { ...input, projects: [...others.slice(0, at), ...moved, ...others.slice(at)] };
}

/** Options of the asking projects that are not chosen and leave out tasks of that week, for each decision the one that leaves out most. */
export function choices(input: PortfolioInput, gap: PortfolioGap) {
  return gap.asks
    .flatMap(({ projectId, taskKeys }) => {
      const project = input.projects.find(({ id }) => id === projectId);
      return project === undefined ? [] : project.input.decisions.flatMap(choiceWithout(project, taskKeys));
    })
    .toSorted((a, b) => b.withoutTaskKeys.length - a.withoutTaskKeys.length)
    .slice(0, mostChoices)
    .map(({ projectInput, ...option }) => ({
      ...option,
      changed: withPlan(input, option.projectId, projectInput),
    }));
}

function choiceWithout(project: PortfolioProject, taskKeys: readonly string[]) {
  return ({ id: decisionId, options, chosenOptionId }: PlanInput["decisions"][number]) =>
    options
      .filter(({ id }) => id !== chosenOptionId)
      .map(({ id: optionId }) => {
        const { startsOn } = project.input;
        const chosen = [{ decisionId, optionId }];
        const projectInput = withWhatIf(project.input, { startsOn, tasks: [], choices: chosen });
        const planned = new Set(
          makePlan(projectInput).tasks.flatMap(({ key, status }) => (status === "dropped" ? [] : [key])),
        );
        const withoutTaskKeys = taskKeys.filter((key) => !planned.has(key));
        const by = "change-technique" as const;
        return { by, projectId: project.id, decisionId, optionId, withoutTaskKeys, projectInput };
      })
      .filter(({ withoutTaskKeys }) => withoutTaskKeys.length > 0)
      .toSorted((a, b) => b.withoutTaskKeys.length - a.withoutTaskKeys.length)
      .slice(0, 1);
}

function withPlan(input: PortfolioInput, projectId: string, changed: PlanInput): PortfolioInput {
  return {
    ...input,
    projects: input.projects.map((project) =>
      project.id !== projectId
        ? project
        : {
            ...project,
            input: changed,
            finishBefore: forecastPlan(makePlan(changed), project.sampling).finish.p50,
          },
    ),
  };
}
