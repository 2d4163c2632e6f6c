import { healthStates } from "@/planning";
import { groupings, type PortfolioFilter, sortOrders } from "./filter";

/** The filter that an address names; whatever it does not know is left out. */
export function readFilter(params: Readonly<Record<string, string | string[] | undefined>>): PortfolioFilter {
  const text = (name: string) => {
    const value = params[name];
    return typeof value === "string" ? value.slice(0, 100) : "";
  };
  const show = text("show");
  return {
    everyTechnique: text("techniques") === "all",
    show: show === "" ? undefined : show,
    text: text("text"),
    phase: text("phase"),
    health: healthStates.find((state) => state === text("health")) ?? "",
    group: groupings.find((by) => by === text("group")) ?? "none",
    sort: sortOrders.find((order) => order === text("sort")) ?? "name",
  };
}
