import type { Block } from "./block";
import type { CompiledNetwork } from "./compile-network";
import type { Results } from "./results";
import { sameMoment, waitedFor } from "./waiting";

/**
 * Walks back from every run's last finish over the tasks that were waited for, and counts each once. Through a repeated
 * loop it goes twice, by the last pass and by the first: the passes between have the same tasks.
 */
export function countCriticalPaths(compiled: CompiledNetwork, block: Block, results: Results): void {
  const { tasks, loopFrom, loopTo, firstPass, network } = compiled;
  const { start, finish } = block;
  const firstPassFinish = [...finish];
  firstPassFinish.splice(loopFrom, loopTo - loopFrom, ...block.firstPassFinish.slice(0, loopTo - loopFrom));
  const lastPassStart = [...start];
  lastPassStart.splice(loopFrom, loopTo - loopFrom, ...block.lastPassStart.slice(0, loopTo - loopFrom));
  const seenIn = new Int32Array(tasks.length).fill(-1);
  const counts = new Int32Array(tasks.length);
  for (let lane = 0; lane < block.count; lane += 1) {
    let inLastPass = (block.passes[lane] ?? 0) > firstPass;
    let position = lastToFinish(compiled, block, lane);
    while (position >= 0) {
      if (seenIn[position] !== lane) {
        seenIn[position] = lane;
        counts[position] = (counts[position] ?? 0) + 1;
      }
      const task = tasks[position];
      const inLoop = position >= loopFrom && position < loopTo;
      if (inLoop && inLastPass) {
        const begin = block.lastPassBegin[lane] ?? 0;
        position = waitedFor(task?.linksInLoop ?? [], position, lastPassStart, finish, lane, begin);
        if (position >= 0) continue;
        inLastPass = false;
        position = lastOfFirstPass(compiled, block, lane);
      } else {
        const finishes = inLoop ? firstPassFinish : finish;
        const links = task?.work.kind === "planned" ? task.links : [];
        position = waitedFor(links, position, start, finishes, lane, network.now);
      }
    }
  }
  tasks.forEach(({ place }, position) => {
    const kept = results.tasks[place];
    if (kept) kept.critical += counts[position] ?? 0;
  });
}

/** Of several that finish together the first. */
function lastToFinish({ ends }: CompiledNetwork, block: Block, lane: number): number {
  let last = -1;
  let latest = -Infinity;
  for (const position of ends) {
    const finish = block.finish[position]?.[lane] ?? 0;
    if (finish - latest > sameMoment) {
      latest = finish;
      last = position;
    }
  }
  return last;
}

/** Of several that finish together the last. */
function lastOfFirstPass(
  { loopFrom, loopTo, network }: CompiledNetwork,
  { firstPassFinish }: Block,
  lane: number,
): number {
  let last = -1;
  let latest = network.now;
  for (let position = loopFrom; position < loopTo; position += 1) {
    const finish = firstPassFinish[position - loopFrom]?.[lane] ?? 0;
    if (latest - finish > sameMoment) continue;
    latest = Math.max(latest, finish);
    last = position;
  }
  return last;
}
