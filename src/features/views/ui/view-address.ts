import { normalQuery, queryParams, viewParameter } from "@/features/portfolio/ui";
import type { MyViews, SavedView } from "../queries";

/** What the tab of all projects is called in an address: there, one's first view does not take its place. */
const everything = "all";

export function addressOf(workspace: string, view: Pick<SavedView, "id" | "query"> | null): string {
  const search = new URLSearchParams(view === null ? {} : queryParams(view.query));
  search.set(viewParameter, view === null ? everything : view.id);
  return `/w/${workspace}/portfolio?${search.toString()}`;
}

/**
 * The tab that an address is under, null for that of all projects, and whether it shows something else by now. An address that names
 * none is under the view that shows the same.
 */
export function tabOf(search: string, views: readonly SavedView[]) {
  const query = normalQuery(search);
  const named = queryParams(search)[viewParameter];
  const same = named === undefined && query !== "" ? views.find((view) => saved(view) === query) : undefined;
  const view = views.find(({ id }) => id === named) ?? same ?? null;
  return { view, query, isChanged: query !== (view === null ? "" : saved(view)) };
}

/** Where an address that says nothing leads: to one's first view, if there is one. */
export function firstAddress(
  workspace: string,
  search: Readonly<Record<string, unknown>>,
  { views, defaultId }: MyViews,
): string | null {
  const view = Object.keys(search).length === 0 ? views.find(({ id }) => id === defaultId) : undefined;
  return view === undefined ? null : addressOf(workspace, view);
}

/** As the filter reads it today: what it knew when the view was kept may be gone. */
function saved({ query }: SavedView): string {
  return normalQuery(query);
}
