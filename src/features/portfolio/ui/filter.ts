export const sortOrders = ["name", "finish", "oldest", "effort"] as const;

/** What the address says about the page: what is shown, found and how it is ordered. */
export type PortfolioFilter = {
  readonly everyTechnique: boolean;
  readonly show: string | undefined;
  readonly text: string;
  readonly phase: string;
  readonly sort: (typeof sortOrders)[number];
};
