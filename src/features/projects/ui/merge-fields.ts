/** What a form says, field by field, as text a person can compare. */
export type Texts<Field extends string> = Readonly<Record<Field, string>>;

export type MergeField<Field extends string> = {
  readonly field: Field;
  readonly mine: string;
  readonly theirs: string;
  /** What only one of the two changed is theirs or mine without a question; where both did, mine until they choose. */
  readonly suggested: "mine" | "theirs";
};

/** The fields in which two versions that grew from one differ. */
export function mergeFields<Field extends string>(
  fields: readonly Field[],
  { base, mine, theirs }: { base: Texts<Field>; mine: Texts<Field>; theirs: Texts<Field> },
): MergeField<Field>[] {
  return fields
    .filter((field) => mine[field] !== theirs[field])
    .map((field) => ({
      field,
      mine: mine[field],
      theirs: theirs[field],
      suggested: mine[field] === base[field] ? "theirs" : "mine",
    }));
}

/** My draft with the named fields taken from theirs. */
export function takeTheirs<Draft extends object>(
  mine: Draft,
  theirs: Draft,
  fields: ReadonlySet<string>,
): Draft {
  const taken = Object.entries(theirs).filter(([field]) => fields.has(field));
  return { ...mine, ...Object.fromEntries(taken) };
}
