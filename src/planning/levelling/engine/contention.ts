import type { CompiledProblem } from "./compiled-problem";

/** By resource: the steps of work that come to it when every piece is spread evenly over those who can do it. */
export function contentionOf({
  pieceCount,
  resourceCount,
  firstChoice,
  choiceResource,
  choiceSteps,
}: CompiledProblem): Float64Array {
  const contention = new Float64Array(resourceCount);
  for (let piece = 0; piece < pieceCount; piece += 1) {
    const first = firstChoice[piece] ?? 0;
    const end = firstChoice[piece + 1] ?? 0;
    for (let choice = first; choice < end; choice += 1) {
      const resource = choiceResource[choice] ?? 0;
      contention[resource] = (contention[resource] ?? 0) + (choiceSteps[choice] ?? 0) / (end - first);
    }
  }
  return contention;
}
