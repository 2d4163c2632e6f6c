import type { Skill } from "../expertise/gap";
import type { WeeklyDemand } from "./gaps";
import type { LevellingInput, LevellingPerson } from "./levelling-input";
import type { GapRemedies, LevelledTask } from "./levelling-result";

/** Looks tasks up by id once for all gaps: there may be hundreds of gaps in a portfolio of thousands of tasks. */
export function remediesFor(input: LevellingInput, levelled: readonly LevelledTask[]) {
  const levelledById = new Map(levelled.map((task) => [task.taskId, task]));
  const weightOfProject = new Map(input.projects.map(({ id, weight }) => [id, weight]));
  const weightOfFreeTask = new Map(
    input.tasks.flatMap(({ id, projectId, fixed }) =>
      fixed ? [] : [[id, weightOfProject.get(projectId) ?? 0] as const],
    ),
  );
  return (
    demand: WeeklyDemand,
    unservedPersonDays: number,
    sparePersonDays: ReadonlyMap<string, number>,
  ): GapRemedies => ({
    hirePersonDays: unservedPersonDays,
    train: whomToTrain(input.people, demand, sparePersonDays),
    shift: shiftOf(demand, levelledById),
    dropTaskIds: whatToDrop(weightOfFreeTask, demand, unservedPersonDays),
  });
}

/** Who has time and comes closest to the level, the nearest first. */
export function whomToTrain(
  people: readonly Pick<LevellingPerson, "id" | "skills">[],
  demand: Skill,
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
/** The same days, added in another order, may differ by a rounding: no task is dropped for that. */
const negligiblePersonDays = 1e-6;

function levelIn(skills: readonly Skill[], { discipline }: Skill): Skill["level"] | 0 {
  return skills.reduce<Skill["level"] | 0>(
    (most, skill) => (skill.discipline === discipline && skill.level > most ? skill.level : most),
    0,
  );
}

/** Waiting helps only where the levelled schedule found somebody for every need of the tasks. */
function shiftOf(
  demand: WeeklyDemand,
  levelledById: ReadonlyMap<string, LevelledTask>,
): GapRemedies["shift"] {
  const tasks = [...demand.byTask.keys()].flatMap((id) => levelledById.get(id) ?? []);
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
  weightOfFreeTask: ReadonlyMap<string, number>,
  demand: WeeklyDemand,
  unservedPersonDays: number,
): readonly string[] {
  const candidates = [...demand.byTask]
    .flatMap(([id, personDays]) => {
      const weight = weightOfFreeTask.get(id);
      return weight === undefined ? [] : [{ id, weight, personDays }];
    })
    .sort((a, b) => a.weight - b.weight || b.personDays - a.personDays);
  const dropped: string[] = [];
  let freed = 0;
  for (const { id, personDays } of candidates) {
    if (freed >= unservedPersonDays - negligiblePersonDays) break;
    dropped.push(id);
    freed += personDays;
  }
  return dropped;
}
