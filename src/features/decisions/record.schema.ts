import { z } from "zod";
import { decisionProcesses, stances } from "@/planning";

/** How a decision was decided and where everybody stood then, as it is kept with the outcome whatever happens later. */
export const positionsRecord = z.object({
  process: z.enum(decisionProcesses),
  positions: z.array(
    z.object({
      membershipId: z.string(),
      name: z.string(),
      stance: z.enum(stances),
      /** The title of the option the position was about. */
      option: z.string().nullable(),
      reason: z.string(),
      /** What was answered to an objection; also where it was withdrawn for the answer. */
      answer: z.string().nullable(),
      answeredBy: z.string().nullable(),
    }),
  ),
  /** Who was asked and had not answered. */
  silent: z.array(z.string()),
  /** Why the choice was not what most voted for; empty where it was. */
  departure: z.string(),
});

export type PositionsRecord = z.output<typeof positionsRecord>;
