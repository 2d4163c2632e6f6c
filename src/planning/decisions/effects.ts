import type { TechniqueId } from "../lifecycle/technique-ids";
import type { ParameterId } from "./parameters";

/** What choosing an option does to the plan. A closed list: every screen and every rule knows all of them. */
export const optionEffectKinds = [
  "include-technique",
  "exclude-technique",
  "set-parameter",
  "scale-effort",
  "shift-level",
  "add-cost",
  "add-monthly-cost",
] as const;
export type OptionEffectKind = (typeof optionEffectKinds)[number];

export type OptionEffect =
  | { readonly kind: "include-technique"; readonly technique: TechniqueId }
  | { readonly kind: "exclude-technique"; readonly technique: TechniqueId }
  | { readonly kind: "set-parameter"; readonly parameter: ParameterId; readonly value: number }
  /** Effort and duration of the technique's tasks, times the factor. */
  | { readonly kind: "scale-effort"; readonly technique: TechniqueId; readonly factor: number }
  /** The expertise that the technique's tasks need, so many levels up or down; it stays between Low and High. */
  | { readonly kind: "shift-level"; readonly technique: TechniqueId; readonly levels: number }
  /** Once, in minor units of the workspace's currency. */
  | { readonly kind: "add-cost"; readonly costMinor: number }
  | { readonly kind: "add-monthly-cost"; readonly costMinor: number };
