import type { Skill } from "../expertise/gap";
import type { WeeklyDemand } from "./gaps";
import type { LevellingInput } from "./levelling-input";
import type { GapRemedies, LevelledTask } from "./levelling-result";

export function gapRemedies(
  input: LevellingInput,
  demand: WeeklyDemand,
  unservedPersonDays: number,
  sparePersonDays: ReadonlyMap<string, number>,
  levelled: readonly LevelledTask[],
): GapRemedies {
  return {
    hirePersonDays: unservedPersonDays,
    train: whomToTrain(input, demand, sparePersonDays),
    shift: shiftOf(demand, levelled),
    dropTaskIds: whatToDrop(input, demand, unservedPersonDays),
  };
}

function whomToTrain(
  { people }: LevellingInput,
  demand: WeeklyDemand,
  sparePersonDays: ReadonlyMap<string, number>,
): GapRemedies["train"] {
  return people
    .map(({ id, skills }) => ({
      personId: id,
      fromLevel: levelIn(skills, demand),
      sparePersonDays: sparePersonDays.get(id) ?? 0,
    }))
    .filter((person) => person.fromLevel < demand.level && person.sparePersonDays > 0.01)
    .sort((a, b) => b.fromLevel - a.fromLevel || b.sparePersonDays - a.sparePersonDays)
    .slice(0, mostNamed);
}

const mostNamed = 3;

function levelIn(skills: readonly Skill[], { discipline }: WeeklyDemand): Skill["level"] | 0 {
  return skills.reduce<Skill["level"] | 0>(
    (most, skill) => (skill.discipline === discipline && skill.level > most ? skill.level : most),
    0,
  );
}

/** Waiting helps only where the levelled schedule found somebody for every need of the tasks. */
function shiftOf(demand: WeeklyDemand, levelled: readonly LevelledTask[]): GapRemedies["shift"] {
  const tasks = levelled.filter(({ taskId }) => demand.byTask.has(taskId));
  if (demand.fixedPersonId !== null || tasks.some(({ assignments }) => assignments.includes(null)))
    return null;
  const waiting = tasks
    .map(({ taskId, startDay }) => ({
      taskId,
      byWorkingDays: Math.max(0, startDay - (demand.wantedStarts.get(taskId) ?? startDay)),
    }))
    .filter(({ byWorkingDays }) => byWorkingDays > 0);
  return waiting.length > 0 ? waiting : null;
}

function whatToDrop(
  { tasks, projects }: LevellingInput,
  demand: WeeklyDemand,
  unservedPersonDays: number,
): readonly string[] {
  const weightOf = new Map(projects.map(({ id, weight }) => [id, weight]));
  const candidates = tasks
    .filter(({ id, fixed }) => demand.byTask.has(id) && !fixed)
    .map(({ id, projectId }) => ({
      id,
      weight: weightOf.get(projectId) ?? 0,
      personDays: demand.byTask.get(id) ?? 0,
    }))
    .sort((a, b) => a.weight - b.weight || b.personDays - a.personDays);
  const dropped: string[] = [];
  let freed = 0;
  for (const { id, personDays } of candidates) {
    if (freed >= unservedPersonDays) break;
    dropped.push(id);
    freed += personDays;
  }
  return dropped;
}
