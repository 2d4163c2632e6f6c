import { readFilter } from "./filter-address";

/** Which saved view an address is of; not a part of what the view shows. */
export const viewParameter = "view";

/** What an address's search says, with each name once. */
export function queryParams(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

/**
 * The shortest search that shows the same: `normalQuery("?sort=name&health=at-risk&x=1")` → "health=at-risk". What the filter does
 * not know, or what says no more than saying nothing, is left out.
 */
export function normalQuery(query: string): string {
  const { [viewParameter]: _view, ...params } = queryParams(query);
  const shows = (of: Readonly<Record<string, string>>) => JSON.stringify(readFilter(of));
  let kept = params;
  for (const name of Object.keys(params).sort()) {
    const { [name]: _value, ...others } = kept;
    if (shows(others) === shows(kept)) kept = others;
  }
  const sorted = Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1));
  return new URLSearchParams(sorted).toString();
}
