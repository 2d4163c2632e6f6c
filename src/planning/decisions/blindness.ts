// Scores are independent: nobody sees those of others before giving a complete set of their own, or before they are revealed.

/** What a set of scores covers, or should cover. */
export interface Coverage {
  readonly optionIds: readonly string[];
  readonly criterionIds: readonly string[];
}

/** Whether scores were given, or left out on purpose, for each option by each criterion that there is. */
export function isComplete(given: Coverage, wanted: Coverage): boolean {
  const options = new Set(given.optionIds);
  const criteria = new Set(given.criterionIds);
  return (
    wanted.optionIds.every((id) => options.has(id)) && wanted.criterionIds.every((id) => criteria.has(id))
  );
}

/**
 * Whether somebody may see what others scored in a round. Whoever gave their set before an option or a criterion was added has not
 * scored that one, so they are blind again until they have.
 */
export function seesScores(viewer: {
  readonly revealed: boolean;
  readonly mayScore: boolean;
  /** What the viewer handed in; null for nothing. */
  readonly given: Coverage | null;
  readonly wanted: Coverage;
}): boolean {
  if (viewer.revealed) return true;
  return viewer.mayScore && viewer.given !== null && isComplete(viewer.given, viewer.wanted);
}
