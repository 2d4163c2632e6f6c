import type { Column, PortfolioFilter } from "./filter";

export const columnNames: Readonly<Record<Column, string>> = {
  lifecycle: "Lifecycle",
  health: "Health",
  finish: "Finish, P50 – P80",
  decisions: "Open decisions",
  effort: "Effort",
  cost: "Cost, P80",
};

/** By what a column's head orders the rows. */
export const columnOrders: Readonly<Partial<Record<Column, PortfolioFilter["sort"]>>> = {
  health: "health",
  finish: "finish",
  decisions: "oldest",
  effort: "effort",
  cost: "cost",
};
