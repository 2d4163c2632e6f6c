import type { MapDecision } from "./lifecycle-map-data";

/** One diamond of the map: a decision, or several of the same state behind a count. */
export type DecisionCluster = {
  readonly open: boolean;
  readonly decisions: readonly MapDecision[];
};

/**
 * The diamonds of one phase. When there are more than `most`, the decided ones become one diamond with a count; open ones are
 * what people look for, so they stay single as long as they fit.
 */
export function decisionClusters(decisions: readonly MapDecision[], most: number): DecisionCluster[] {
  if (decisions.length <= most)
    return decisions.map((decision) => ({ open: decision.open, decisions: [decision] }));
  const decided = decisions.filter((decision) => !decision.open);
  const open = decisions.filter((decision) => decision.open);
  const room = most - Math.min(2, decided.length);
  return [
    ...(decided.length === 0 ? [] : [{ open: false, decisions: decided }]),
    ...(open.length === 0
      ? []
      : open.length <= room
        ? open.map((decision) => ({ open: true, decisions: [decision] }))
        : [{ open: true, decisions: open }]),
  ];
}
