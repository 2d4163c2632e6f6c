/**
 * Which runs may choose the default utilisation and which only test it. Models of one family (the first letters of the
 * name: all LLaMA and Llama, both Phi) share a team and its software, so a family stays together; the families in
 * alphabetical order go to the two sides in turn. Nothing but names decides.
 */
export function splitByFamily<Run extends { readonly model: string }>(
  runs: readonly Run[],
): { readonly choosing: readonly Run[]; readonly testing: readonly Run[] } {
  const families = [...new Set(runs.map(familyOf))].sort();
  const chooses = (run: Run) => families.indexOf(familyOf(run)) % 2 === 0;
  return { choosing: runs.filter(chooses), testing: runs.filter((run) => !chooses(run)) };
}

function familyOf({ model }: { readonly model: string }): string {
  return (model.match(/^[a-z]+/i)?.[0] ?? model).toLowerCase();
}
