/** A list with one of its ids moved right before another, or to the end. What is not in the list moves nothing. */
export function movedBefore(ids: readonly string[], moved: string, before: string | null): string[] {
  if (moved === before || !ids.includes(moved)) return [...ids];
  const others = ids.filter((one) => one !== moved);
  const at = before === null ? others.length : others.indexOf(before);
  if (at < 0) return [...ids];
  return [...others.slice(0, at), moved, ...others.slice(at)];
}
