import {
  disciplines,
  expertiseLevelName,
  expertiseLevels,
  phaseIds,
  phaseNames,
  type TechniqueId,
  techniqueIds,
} from "@/planning";

/** What the address shows a part of, in words; nothing where it names none. Whose effort it is is given with it. */
export function partName(
  show: string,
  {
    techniqueName,
    ownerName,
    teamName,
  }: { techniqueName: (id: TechniqueId) => string; ownerName: string; teamName: string | null },
): string | null {
  const [kind, id, text] = show.split(":");
  const phase = phaseIds.find((known) => known === id);
  const technique = techniqueIds.find((known) => known === id);
  const discipline = disciplines.find((known) => known.id === id);
  const level = expertiseLevels.find((known) => String(known.level) === text)?.level;
  if (kind === "phase" && phase !== undefined) return phaseNames[phase];
  if (kind === "technique" && technique !== undefined) return techniqueName(technique);
  if (kind === "discipline" && discipline !== undefined) return discipline.name;
  if (kind === "expertise" && discipline !== undefined && level !== undefined)
    return `${discipline.name}, ${expertiseLevelName(level)}`;
  if (kind === "quarter" && id !== undefined) return quarterName(id);
  if (kind === "team") return teamName === null ? "Projects without a team" : `Projects of ${teamName}`;
  return kind === "owner" ? `Projects of ${ownerName}` : null;
}

/** `quarterName("2026-Q4")` → "Q4 2026" */
export function quarterName(key: string): string {
  return key.split("-").reverse().join(" ");
}
