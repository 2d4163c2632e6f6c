import { type DisciplineId, disciplineIds } from "./disciplines";
import type { Skill } from "./gap";
import type { ExpertiseLevel } from "./levels";
import type { Training } from "./training";

/** Levels of a discipline that one person alone reaches: from the first above everybody else's to the person's own. */
export interface OnlyOne {
  readonly discipline: DisciplineId;
  readonly personId: string;
  readonly fromLevel: ExpertiseLevel;
  readonly toLevel: ExpertiseLevel;
}

/** Where work would stand still without one person: nobody else is at these levels or above. */
export function onlyOnes(
  people: readonly { readonly id: string; readonly skills: readonly Skill[] }[],
): OnlyOne[] {
  return disciplineIds.flatMap((discipline) => {
    const able = people
      .flatMap(({ id, skills }) =>
        skills.filter((skill) => skill.discipline === discipline).map(({ level }) => ({ id, level })),
      )
      .sort((a, b) => b.level - a.level);
    const [best, next] = able;
    const fromLevel = levelAbove(next?.level ?? 0);
    if (best === undefined || fromLevel === null || fromLevel > best.level) return [];
    return [{ discipline, personId: best.id, fromLevel, toLevel: best.level }];
  });
}

/** Whose training is the first to reach a level that one person alone is at; null where nobody is to learn it. */
export function firstToJoin(
  { discipline, personId, fromLevel }: OnlyOne,
  people: readonly { readonly id: string; readonly trainings: readonly Training[] }[],
): (Training & { readonly personId: string }) | null {
  const [first = null] = people
    .filter(({ id }) => id !== personId)
    .flatMap(({ id, trainings }) => trainings.map((training) => ({ ...training, personId: id })))
    .filter((training) => training.discipline === discipline && training.level >= fromLevel)
    .toSorted((a, b) => (a.readyOn < b.readyOn ? -1 : 1));
  return first;
}

function levelAbove(level: ExpertiseLevel | 0): ExpertiseLevel | null {
  return ([1, 2, 3, 4] as const).find((one) => one > level) ?? null;
}
