import { calibrationInWords } from "./calibration-in-words";
import type { Composition } from "./decisions/compose";
import { parameterById, parameterIds } from "./decisions/parameters";
import { factorSharesOf, sharedFactorIds, sharedFactorNames } from "./estimation/shared-factors";
import type { PlanInput } from "./plan-input";
import type { PlannedTask } from "./planned-task";
import type { WorkingCalendar } from "./schedule/calendar";
import { chancePassSuffices, laterPassShare } from "./schedule/loop";

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** What a reader of the plan's figures must know, in sentences; each task carries its own assumption besides. */
export function planAssumptions(
  { calibration, distribution }: PlanInput,
  composition: Composition,
  tasks: readonly PlannedTask[],
  calendar: WorkingCalendar,
): string[] {
  const live = tasks.filter((task) => task.status !== "dropped");
  const standard = live.filter((task) => task.estimatedBy === "standard" && task.status !== "done").length;
  const assumptions = [
    `${standard} of ${live.length} tasks are estimated by the Phasewise standard, not by the team.`,
    ...calibrationInWords(tasks, calibration),
    distribution === "triangular"
      ? "Between its ends an estimate spreads as a triangle."
      : "Between its ends an estimate spreads as PERT-beta: values near the most likely one count most.",
    ...sharedFactorsInWords(live),
    calendarInWords(calendar),
    "A task begins when those before it are finished: the people it needs are taken to be free.",
    "One price for every person-day and one for every accelerator-hour.",
    `Parameters: ${parameterIds
      .map((id) => {
        const { name, unit } = parameterById(id);
        return `${name.toLowerCase()} ${composition.parameters[id].toLocaleString("en")} ${unit}`;
      })
      .join("; ")}.`,
  ];
  if (live.some((task) => task.inLoop && task.status !== "done"))
    assumptions.push(
      `Each adapt-and-evaluate pass suffices with a chance of ${percent(chancePassSuffices)}, up to ${composition.parameters["loop-passes"]} passes; a later pass takes ${percent(laterPassShare)} of the first one's effort and time.`,
    );
  for (const task of tasks) {
    if (task.status === "dropped" && (task.actualEffortPersonDays ?? 0) > 0)
      assumptions.push(`"${task.name}" is dropped; the effort spent on it still counts.`);
    if (task.status === "done" && task.finishedOn === null)
      assumptions.push(`"${task.name}" is done without a finish date: taken as finished today.`);
    if (task.status === "done" && task.actualEffortPersonDays === null)
      assumptions.push(`"${task.name}" is done without its actual effort: taken as the estimate's mean.`);
    if (task.status === "started" && task.startedOn === null)
      assumptions.push(`"${task.name}" is started without a start date: taken as started today.`);
  }
  return assumptions;
}

/** Why totals spread wider than those of tasks that know nothing of each other. */
function sharedFactorsInWords(live: readonly PlannedTask[]): string[] {
  const shares = live.filter(({ status }) => status !== "done").map((task) => factorSharesOf(task.technique));
  const kinds = [...new Set(shares)].map((of) => {
    const parts = sharedFactorIds
      .filter((factor) => of[factor] > 0)
      .map((factor) => `${percent(of[factor])} comes from ${inSentence(sharedFactorNames[factor])}`);
    return `in ${of["data-readiness"] > 0 ? "work that rests on data" : "other work"} ${parts.join(" and ")}`;
  });
  if (kinds.length === 0) return [];
  return [
    `Tasks go well or badly together: of what makes one quicker or slower than expected, ${kinds.join("; ")}.`,
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
