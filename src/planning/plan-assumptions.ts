import { calibrationInWords } from "./calibration-in-words";
import { type ParameterValues, parameterById, parameterIds } from "./decisions/parameters";
import { factorSharesWith, sharedFactorIds, sharedFactorNames } from "./estimation/shared-factors";
import type { Lifecycle } from "./lifecycle/lifecycle";
import type { PlanInput, PlanStandards } from "./plan-input";
import type { PlannedTask } from "./planned-task";
import type { WorkingCalendar } from "./schedule/calendar";
import { loopOf } from "./schedule/loop";
import { acceleratorById } from "./sizing/catalogue/accelerators";
import { defaultAccelerator } from "./sizing/plan-accelerator";

/** What of the workspace's standards an assumption speaks of: where it can be changed. */
export type AssumptionSubject = "tasks" | "holidays" | "loop" | "correlation" | "accelerator";

export interface Assumption {
  readonly text: string;
  readonly about: AssumptionSubject | null;
  /** Whether the workspace has put something of its own in the default's place. */
  readonly isOwn: boolean;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** What a reader of the plan's figures must know, in sentences; each task carries its own assumption besides. */
export function planAssumptions(
  { calibration, distribution, standards }: PlanInput,
  { parameters }: { readonly parameters: ParameterValues },
  tasks: readonly PlannedTask[],
  calendar: WorkingCalendar,
  lifecycle: Lifecycle,
): Assumption[] {
  const live = tasks.filter((task) => task.status !== "dropped");
  return [
    ...estimatesInWords(live, standards),
    ...calibrationInWords(tasks, calibration, lifecycle).map(plain),
    plain(
      distribution === "triangular"
        ? "Between its ends an estimate spreads as a triangle."
        : "Between its ends an estimate spreads as PERT-beta: values near the most likely one count most.",
    ),
    ...sharedFactorsInWords(live, standards),
    {
      text: calendarInWords(calendar),
      about: "holidays",
      isOwn: calendar.holidays.length > 0,
    },
    plain("A task begins when those before it are finished: the people it needs are taken to be free."),
    plain("One price for every person-day and one for every accelerator-hour."),
    ...acceleratorInWords(live, standards),
    plain(
      `Parameters: ${parameterIds
        .map((id) => {
          const { name, unit } = parameterById(id);
          return `${name.toLowerCase()} ${parameters[id].toLocaleString("en")} ${unit}`;
        })
        .join("; ")}.`,
    ),
    ...loopInWords(live, standards, parameters["loop-passes"]),
    ...tasks.flatMap(oddRecords).map(plain),
  ];
}

const plain = (text: string): Assumption => ({ text, about: null, isOwn: false });

function isOwn(standard: object | undefined): boolean {
  return standard !== undefined && Object.values(standard).some((value) => value !== null);
}

function estimatesInWords(live: readonly PlannedTask[], { lifecycle }: PlanStandards): Assumption[] {
  const standard = live.filter((task) => task.estimatedBy === "standard" && task.status !== "done");
  const own = standard.filter(({ key }) => {
    const change = lifecycle?.tasks[key];
    return (
      lifecycle?.ownTasks[key] !== undefined ||
      (change !== undefined && (change.effortPersonDays !== null || change.durationWorkingDays !== null))
    );
  });
  const said: Assumption = {
    text: `${standard.length - own.length} of ${live.length} tasks are estimated by the Phasewise standard, not by the team.`,
    about: "tasks",
    isOwn: false,
  };
  if (own.length === 0) return [said];
  const text = `${own.length} of ${live.length} tasks are estimated by the workspace's own standard.`;
  return [said, { text, about: "tasks", isOwn: true }];
}

function loopInWords(live: readonly PlannedTask[], { loop }: PlanStandards, budget: number): Assumption[] {
  if (!live.some((task) => task.inLoop && task.status !== "done")) return [];
  const { chanceOfFurtherPass, laterPassShare } = loopOf(loop);
  return [
    {
      text: `Each adapt-and-evaluate pass suffices with a chance of ${percent(1 - chanceOfFurtherPass)}, up to ${budget} passes; a later pass takes ${percent(laterPassShare)} of the first one's effort and time.`,
      about: "loop",
      isOwn: isOwn(loop),
    },
  ];
}

function acceleratorInWords(live: readonly PlannedTask[], { accelerator }: PlanStandards): Assumption[] {
  if (live.every((task) => task.machineHours === null)) return [];
  const { name } = acceleratorById(accelerator ?? defaultAccelerator);
  const said = `Machine time is that of the ${name}`;
  const { name: usual } = acceleratorById(defaultAccelerator);
  const text =
    accelerator === undefined || accelerator === defaultAccelerator
      ? `${said}.`
      : `${said}: that of the ${usual}, by the ratio of their dense 16-bit peaks. What memory bandwidth holds back gains less.`;
  return [{ text, about: "accelerator", isOwn: accelerator !== undefined }];
}

function oddRecords(task: PlannedTask): string[] {
  const { name, status, startedOn, finishedOn, actualEffortPersonDays: actual } = task;
  return [
    ...(status === "dropped" && (actual ?? 0) > 0
      ? [`"${name}" is dropped; the effort spent on it still counts.`]
      : []),
    ...(status === "done" && finishedOn === null
      ? [`"${name}" is done without a finish date: taken as finished today.`]
      : []),
    ...(status === "done" && actual === null
      ? [`"${name}" is done without its actual effort: taken as the estimate's mean.`]
      : []),
    ...(status === "started" && startedOn === null
      ? [`"${name}" is started without a start date: taken as started today.`]
      : []),
  ];
}

/** Why totals spread wider than those of tasks that know nothing of each other. */
function sharedFactorsInWords(live: readonly PlannedTask[], { correlation }: PlanStandards): Assumption[] {
  const sharesOf = factorSharesWith(correlation);
  const shares = live.filter(({ status }) => status !== "done").map((task) => sharesOf(task.technique));
  const kinds = [...new Set(shares)].map((of) => {
    const parts = sharedFactorIds
      .filter((factor) => of[factor] > 0)
      .map((factor) => `${percent(of[factor])} comes from ${inSentence(sharedFactorNames[factor])}`);
    const said = parts.length === 0 ? "nothing is shared" : parts.join(" and ");
    return `in ${of === sharesOf("fine-tuning") ? "work that rests on data" : "other work"} ${said}`;
  });
  if (kinds.length === 0) return [];
  return [
    {
      text: `Tasks go well or badly together: of what makes one quicker or slower than expected, ${kinds.join("; ")}.`,
      about: "correlation",
      isOwn: isOwn(correlation),
    },
  ];
}

function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function calendarInWords({ daysOff }: WorkingCalendar): string {
  if (daysOff.length === 0)
    return "Work happens Monday to Friday; public holidays and absences are not in the calendar.";
  const days = daysOff.length === 1 ? "1 public holiday" : `${daysOff.length} public holidays`;
  return `Work happens Monday to Friday, not on the plan's ${days}; absences are not in the calendar.`;
}
