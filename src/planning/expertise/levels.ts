/** Ordinal, as in the cheat sheet: Low < Medium < Medium-High < High. */
export type ExpertiseLevel = 1 | 2 | 3 | 4;

export const expertiseLevels = [
  { level: 1, name: "Low" },
  { level: 2, name: "Medium" },
  { level: 3, name: "Medium-High" },
  { level: 4, name: "High" },
] as const satisfies readonly { level: ExpertiseLevel; name: string }[];

const names: Record<ExpertiseLevel, string> = { 1: "Low", 2: "Medium", 3: "Medium-High", 4: "High" };

export function expertiseLevelName(level: ExpertiseLevel): string {
  return names[level];
}

/** `shiftedLevel(3, 2)` → 4: there is nothing above High and nothing below Low. */
export function shiftedLevel(level: ExpertiseLevel, levels: number): ExpertiseLevel {
  const shifted = Math.min(Math.max(level + levels, 1), 4);
  return isExpertiseLevel(shifted) ? shifted : level;
}

export function isExpertiseLevel(value: number): value is ExpertiseLevel {
  return value === 1 || value === 2 || value === 3 || value === 4;
}
