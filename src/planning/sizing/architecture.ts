import { PlanningError } from "../planning-error";
import { checkOneOf, checkQuantity, sizingLimits } from "./check-quantity";

/** How keys and values are kept per token, which decides the size of the cache. */
export type Attention =
  /** One key and one value per attention head. */
  | { readonly kind: "multi-head" }
  /** Heads share keys and values in groups (Ainslie et al. 2023, arXiv 2305.13245); one group is multi-query. */
  | { readonly kind: "grouped-query"; readonly keyValueHeads: number }
  /** One compressed vector and one rotary key per layer (DeepSeek-V2, arXiv 2405.04434, section 2.1). */
  | {
      readonly kind: "multi-head-latent";
      readonly latentSize: number;
      readonly rotarySize: number;
      readonly valueHeadSize?: number;
      /** Set when queries are compressed too. */
      readonly queryLatentSize?: number;
    };

/** A decoder-only transformer, as far as memory and arithmetic depend on it. Sizes count numbers, not bytes. */
export interface Architecture {
  /** All parameters. */
  readonly parameters: number;
  /** Parameters used per token; set for mixtures of experts. */
  readonly activeParameters?: number;
  readonly layers: number;
  readonly hiddenSize: number;
  readonly attentionHeads: number;
  /** Size of one query head. */
  readonly headSize: number;
  readonly attention: Attention;
  /** Layers that see only the last `windowTokens`, and so cache no more; the other layers see everything. */
  readonly slidingWindow?: { readonly layers: number; readonly windowTokens: number };
  /** Inner size, of each expert where there are experts, and its matrices: three when gated (SwiGLU), else two. */
  readonly feedForward?: { readonly size: number; readonly matrices: 2 | 3 };
  readonly experts?: Experts;
  /** `tied`: one table serves as input and output. */
  readonly vocabulary?: { readonly size: number; readonly tied: boolean };
}

interface Experts {
  readonly perLayer: number;
  /** How many of them a token is routed to. */
  readonly perToken: number;
  /** Experts that every token uses as well. */
  readonly shared?: number;
  /** Layers without experts, and the inner size there. */
  readonly dense?: { readonly layers: number; readonly feedForwardSize: number };
}

const count = { min: 1, max: 1e7, whole: true } as const;

/** Throws a PlanningError at the first figure of an architecture that can't be. */
export function checkArchitecture(architecture: Architecture, field = "architecture"): void {
  checkQuantity(architecture.parameters, sizingLimits.parameters, `${field}.parameters`);
  if (architecture.activeParameters !== undefined) {
    checkQuantity(architecture.activeParameters, sizingLimits.parameters, `${field}.activeParameters`);
    if (architecture.activeParameters > architecture.parameters)
      throw new PlanningError("inconsistent", `${field}.activeParameters`, "Enter at most all parameters.");
  }
  checkShape(architecture, field);
}

/** Everything that `checkArchitecture` checks but the numbers of parameters. */
export function checkShape(
  shape: Omit<Architecture, "parameters" | "activeParameters">,
  field = "architecture",
): void {
  for (const name of ["layers", "hiddenSize", "attentionHeads", "headSize"] as const)
    checkQuantity(shape[name], count, `${field}.${name}`);
  checkAttention(shape.attention, shape.attentionHeads, `${field}.attention`);
  if (shape.slidingWindow) {
    const { layers, windowTokens } = shape.slidingWindow;
    checkQuantity(layers, { max: shape.layers, whole: true }, `${field}.slidingWindow.layers`);
    checkQuantity(windowTokens, sizingLimits.contextTokens, `${field}.slidingWindow.windowTokens`);
  }
  if (shape.feedForward) {
    checkQuantity(shape.feedForward.size, count, `${field}.feedForward.size`);
    checkOneOf(shape.feedForward.matrices, [2, 3], `${field}.feedForward.matrices`);
  }
  if (shape.vocabulary) checkQuantity(shape.vocabulary.size, count, `${field}.vocabulary.size`);
  if (shape.experts) checkExperts(shape.experts, shape.layers, `${field}.experts`);
}

function checkAttention(attention: Attention, attentionHeads: number, field: string): void {
  if (typeof attention !== "object" || attention === null)
    throw new PlanningError("inconsistent", field, "Say how keys and values are kept.");
  checkOneOf(attention.kind, ["multi-head", "grouped-query", "multi-head-latent"], `${field}.kind`);
  if (attention.kind === "grouped-query") {
    checkQuantity(attention.keyValueHeads, count, `${field}.keyValueHeads`);
    if (attention.keyValueHeads > attentionHeads)
      throw new PlanningError("inconsistent", `${field}.keyValueHeads`, "Enter at most the attention heads.");
  }
  if (attention.kind === "multi-head-latent") {
    checkQuantity(attention.latentSize, count, `${field}.latentSize`);
    checkQuantity(attention.rotarySize, { ...count, min: 0 }, `${field}.rotarySize`);
  }
}

function checkExperts(experts: Experts, layers: number, field: string): void {
  checkQuantity(experts.perLayer, count, `${field}.perLayer`);
  checkQuantity(experts.perToken, { ...count, max: experts.perLayer }, `${field}.perToken`);
  if (experts.shared !== undefined) checkQuantity(experts.shared, { ...count, min: 0 }, `${field}.shared`);
  if (!experts.dense) return;
  checkQuantity(experts.dense.layers, { max: layers, whole: true }, `${field}.dense.layers`);
  checkQuantity(experts.dense.feedForwardSize, count, `${field}.dense.feedForwardSize`);
}
