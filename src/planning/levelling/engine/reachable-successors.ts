import type { CompiledProblem } from "./compiled-problem";

/** By task: how many tasks wait for it, directly or through others, and their steps in sum. Sets are kept as bits. */
export function reachableSuccessors(
  { taskCount, topologicalOrder, firstSuccessor, successors }: CompiledProblem,
  steps: Int32Array,
): { tasks: Int32Array; steps: Int32Array } {
  const words = Math.ceil(taskCount / 32);
  const reached = new Int32Array(taskCount * words);
  const count = new Int32Array(taskCount);
  const sum = new Int32Array(taskCount);
  for (const task of topologicalOrder.toReversed()) {
    const own = task * words;
    for (let place = firstSuccessor[task] ?? 0; place < (firstSuccessor[task + 1] ?? 0); place += 1) {
      const after = successors[place] ?? 0;
      for (let word = 0; word < words; word += 1)
        reached[own + word] = (reached[own + word] ?? 0) | (reached[after * words + word] ?? 0);
      const word = own + (after >>> 5);
      reached[word] = (reached[word] ?? 0) | (1 << (after & 31));
    }
    for (let word = 0; word < words; word += 1) {
      for (let bits = reached[own + word] ?? 0; bits !== 0; bits &= bits - 1) {
        count[task] = (count[task] ?? 0) + 1;
        sum[task] = (sum[task] ?? 0) + (steps[word * 32 + 31 - Math.clz32(bits & -bits)] ?? 0);
      }
    }
  }
  return { tasks: count, steps: sum };
}
