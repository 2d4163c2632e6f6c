import type { TechniqueId } from "../lifecycle/technique-ids";
import type { ParameterId } from "./parameters";

/** Two effects that can't both hold, with the decisions they come from and what the plan does about it. */
export type PlanConflict =
  | {
      readonly kind: "technique";
      readonly technique: TechniqueId;
      readonly includedBy: readonly string[];
      readonly excludedBy: readonly string[];
      /** Leaving out always wins. */
      readonly resolution: "excluded";
    }
  | {
      readonly kind: "parameter";
      readonly parameter: ParameterId;
      readonly values: readonly { readonly decisionId: string; readonly value: number }[];
      /** The larger value wins: the careful reading. */
      readonly resolution: number;
    };
