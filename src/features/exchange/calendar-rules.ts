import ical from "ical-generator";
import { dayPlus, isoDate, phaseIds, phaseNames } from "@/planning";
import type { ExportedPlan } from "./told-rules";

/** The planned days of tasks, gates and the project's end, for a calendar: each a whole-day entry that keeps its identity. */
export function toCalendar({ project, asOf, targetOn, finishP50, finishP80, tasks }: ExportedPlan): string {
  const calendar = ical({
    name: project.name,
    prodId: { company: "Phasewise", product: "Plan", language: "EN" },
  });
  const add = (id: string, summary: string, [from, to]: readonly [string, string], description: string) => {
    calendar.createEvent({
      id: `${id}-${project.id}@phasewise`,
      allDay: true,
      start: at(from),
      // The day after the last, as calendars count.
      end: at(dayPlus(isoDate(to), 1)),
      summary,
      description,
      stamp: at(asOf),
    });
  };
  for (const { task, startP50, finishP50: finish, settled } of tasks) {
    if (startP50 === null || finish === null || task.status === "dropped") continue;
    const from = settled?.startedOn ?? startP50;
    const to = settled?.finishedOn ?? finish;
    add(
      task.key.replace("/", "."),
      task.name,
      [from, latest(from, to)],
      `${phaseNames[task.phase]}: ${task.deliverable}`,
    );
  }
  for (const phase of phaseIds) {
    const ends = tasks.flatMap(({ task, finishP50: finish }) =>
      task.phase === phase && task.status !== "dropped" && finish !== null ? [finish] : [],
    );
    const last = ends.sort().at(-1);
    const name = `Gate: ${phaseNames[phase]}`;
    if (last !== undefined)
      add(`gate.${phase}`, name, [last, last], "When the phase's last task is expected to be done.");
  }
  add("finish.p50", `${project.name}: finish, P50`, [finishP50, finishP50], "As likely earlier as later.");
  add("finish.p80", `${project.name}: finish, P80`, [finishP80, finishP80], "In 80 of 100 runs not later.");
  if (targetOn !== null)
    add("target", `${project.name}: target`, [targetOn, targetOn], "The project's target date.");
  return calendar.toString();
}

function at(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function latest(one: string, other: string): string {
  return [one, other].sort()[1] ?? one;
}
