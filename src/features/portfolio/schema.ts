import { z } from "zod";
import { healthStates } from "@/planning";
import { columns, effortLists, groupings, sortOrders } from "./ui/filter";

const word = z.string().max(100, "Please keep this within 100 characters.");

/** As the address says it: see PortfolioFilter. */
const portfolioFilter = z.strictObject({
  by: z.enum(effortLists),
  every: z.boolean(),
  show: word,
  text: word,
  phase: word,
  health: z.union([z.enum(healthStates), z.literal("")]),
  group: z.enum(groupings),
  sort: z.enum(sortOrders),
  hide: z.array(z.enum(columns)).max(columns.length).readonly(),
  view: word,
});

/** How many rows a page of the list has. The first one fills a tall window; each row more is a millisecond more before it is there. */
export const rowsPerPage = 24;

export const overviewInput = z.strictObject({ filter: portfolioFilter });

export const rowsInput = z.strictObject({
  filter: portfolioFilter,
  page: z.int().min(1).max(10_000),
});
