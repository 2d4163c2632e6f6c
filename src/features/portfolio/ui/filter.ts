import type { HealthState } from "@/planning";

export const sortOrders = ["name", "health", "finish", "oldest", "effort", "changed"] as const;
export const groupings = ["none", "phase", "health", "owner"] as const;

/** What the address says about the page: what is shown, found and how it is ordered. */
export type PortfolioFilter = {
  readonly everyTechnique: boolean;
  readonly show: string | undefined;
  readonly text: string;
  readonly phase: string;
  readonly health: HealthState | "";
  readonly group: (typeof groupings)[number];
  readonly sort: (typeof sortOrders)[number];
};
