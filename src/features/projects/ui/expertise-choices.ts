import {
  disciplineName,
  disciplines,
  expertiseLevelName,
  expertiseLevels,
  type TaskExpertise,
} from "@/planning";

/** A discipline and a level as one choice, which a cell can hold. */
export function choiceOf({ discipline, level }: TaskExpertise): string {
  return `${discipline} ${level}`;
}

const all = new Map(
  disciplines.flatMap(({ id: discipline }) =>
    expertiseLevels.map(({ level }): [string, TaskExpertise] => [
      choiceOf({ discipline, level }),
      { discipline, level },
    ]),
  ),
);

/** What was chosen; nothing for whom the standard says. */
export function expertiseOf(choice: string): TaskExpertise | null {
  return all.get(choice) ?? null;
}

export function expertiseName({ discipline, level }: TaskExpertise): string {
  return `${disciplineName(discipline)}, ${expertiseLevelName(level)}`;
}

export function expertiseText(choice: string): string {
  const expertise = expertiseOf(choice);
  return expertise === null ? "as the standard says" : expertiseName(expertise);
}

/** All that can be chosen: whom the standard says first. */
export function expertiseChoices(standard: TaskExpertise): readonly { value: string; label: string }[] {
  return [
    { value: "", label: `Standard: ${expertiseName(standard)}` },
    ...[...all].map(([value, expertise]) => ({ value, label: expertiseName(expertise) })),
  ];
}
