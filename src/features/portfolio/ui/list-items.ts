import type { Portfolio } from "../queries";

/** What stands in the list: the head of a group, or a project by its place among all rows. */
export type ListItem =
  | { readonly kind: "group"; readonly title: string; readonly count: number }
  | { readonly kind: "row"; readonly place: number };

/** Heads and rows in their order, without knowing the rows. */
export function listItems(groups: Portfolio["groups"]): ListItem[] {
  let place = 0;
  return groups.flatMap(({ title, count }) => {
    const first = place;
    place += count;
    const rows = Array.from({ length: count }, (_, at) => ({ kind: "row" as const, place: first + at }));
    return title === null ? rows : [{ kind: "group" as const, title, count }, ...rows];
  });
}
