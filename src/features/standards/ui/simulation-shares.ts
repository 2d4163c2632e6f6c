import { type CorrelationStandard, defaultCorrelation, defaultLoop, type LoopStandard } from "@/planning";
import type { useApi } from "@/platform/trpc/client";

type Send<Id extends string> = (input: {
  workspace: string;
  mutationId: string;
  version: number;
  content: Record<Id, number | null>;
}) => Promise<unknown>;

/** Some shares of the simulation that are changed together: which, what they are by default, and where they are saved. */
export type Shares<Id extends string> = {
  readonly anchor: string;
  readonly title: string;
  readonly explained: string;
  readonly ids: readonly Id[];
  readonly names: Readonly<Record<Id, string>>;
  readonly defaults: Readonly<Record<Id, number>>;
  readonly none: Readonly<Record<Id, number | null>>;
  readonly send: (api: ReturnType<typeof useApi>) => Send<Id>;
};

export const loopShares: Shares<keyof LoopStandard> = {
  anchor: "loop",
  title: "Adapt-and-evaluate loop",
  explained:
    "How many passes a project takes is drawn anew in each simulated run, up to the plan's budget of passes. A tuning run takes the same machine time again.",
  ids: ["chanceOfFurtherPass", "laterPassShare"],
  names: {
    chanceOfFurtherPass: "Chance that another pass is needed",
    laterPassShare: "A later pass takes, of the first one's effort and time",
  },
  defaults: defaultLoop,
  none: { chanceOfFurtherPass: null, laterPassShare: null },
  send: (api) => api.standards.setLoop.mutate,
};

export const correlationShares: Shares<keyof CorrelationStandard> = {
  anchor: "correlation",
  title: "What tasks share",
  explained:
    "Tasks go well or badly together. The shares say how much of a task's luck it has in common with others; the rest is its own. Larger shares make finish and cost spread wider.",
  ids: ["teamShareOfDataWork", "dataShareOfDataWork", "teamShareOfOtherWork"],
  names: {
    teamShareOfDataWork: "Work that rests on data: from the team's familiarity with it",
    dataShareOfDataWork: "Work that rests on data: from the readiness of the data",
    teamShareOfOtherWork: "Other work: from the team's familiarity with it",
  },
  defaults: defaultCorrelation,
  none: { teamShareOfDataWork: null, dataShareOfDataWork: null, teamShareOfOtherWork: null },
  send: (api) => api.standards.setCorrelation.mutate,
};
