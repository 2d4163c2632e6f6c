import type { Skill } from "../expertise/gap";

/** By discipline and level the places in `people` of those who are able, found once for each. */
export function ablePeople(
  people: readonly { readonly skills: readonly Skill[] }[],
): (need: Skill) => readonly number[] {
  const found = new Map<string, readonly number[]>();
  return ({ discipline, level }) => {
    const key = `${discipline} ${level}`;
    const known = found.get(key);
    if (known) return known;
    const able = people.flatMap(({ skills }, place) =>
      skills.some((skill) => skill.discipline === discipline && skill.level >= level) ? [place] : [],
    );
    found.set(key, able);
    return able;
  };
}
