import { healthStates } from "@/planning";
import { columns, effortLists, groupings, type PortfolioFilter, sortOrders } from "./filter";

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** The filter that an address names; whatever it does not know is left out. */
export function readFilter(params: Params): PortfolioFilter {
  const text = (name: string) => {
    const value = params[name];
    return typeof value === "string" ? value.slice(0, 100) : "";
  };
  const show = text("show");
  const hidden = text("hide").split(".");
  return {
    by: effortLists.find((by) => by === text("by")) ?? "technique",
    every: text("every") === "yes",
    show,
    text: text("text"),
    phase: text("phase"),
    health: healthStates.find((state) => state === text("health")) ?? "",
    group: groupings.find((by) => by === text("group")) ?? "none",
    sort: sortOrders.find((order) => order === text("sort")) ?? usualOrder(show),
    hide: columns.filter((column) => hidden.includes(column)),
    view: text("view"),
  };
}

/** The address of the page with this filter; what is as usual is not in it. */
export function filterAddress(workspace: string, filter: PortfolioFilter): string {
  const { by, every, show, text, phase, health, group, sort, hide, view } = filter;
  const said: readonly (readonly [name: string, value: string, usual: string])[] = [
    ["text", text, ""],
    ["phase", phase, ""],
    ["health", health, ""],
    ["show", show, ""],
    ["group", group, "none"],
    ["sort", sort, usualOrder(show)],
    ["by", by, "technique"],
    ["every", every ? "yes" : "", ""],
    ["hide", hide.join("."), ""],
    ["view", view, ""],
  ];
  const params = new URLSearchParams(
    said.filter(([, value, usual]) => value !== usual).map(([name, value]) => [name, value]),
  ).toString();
  return `/w/${workspace}/portfolio${params === "" ? "" : `?${params}`}`;
}

/** Where one part of the effort is shown, the projects that have most of it stand first. */
function usualOrder(show: string): PortfolioFilter["sort"] {
  return show === "" ? "name" : "part";
}
