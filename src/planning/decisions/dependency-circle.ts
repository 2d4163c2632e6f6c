export interface DependencyEdge {
  readonly from: string;
  readonly to: string;
}

/**
 * A circle in a directed graph, or null. The nodes come in walking order, each once: the last leads back to the first.
 * `findDependencyCircle([{ from: "a", to: "b" }, { from: "b", to: "a" }])` → ["a", "b"]
 */
export function findDependencyCircle(edges: readonly DependencyEdge[]): string[] | null {
  const nexts = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = nexts.get(from);
    if (known) known.push(to);
    else nexts.set(from, [to]);
  }
  const finished = new Set<string>();
  for (const start of nexts.keys()) {
    const circle = walk(start, nexts, finished);
    if (circle) return circle;
  }
  return null;
}

/** Depth first without recursion: a long chain must not exhaust the stack. */
function walk(start: string, nexts: ReadonlyMap<string, string[]>, finished: Set<string>): string[] | null {
  if (finished.has(start)) return null;
  const path: { node: string; next: number }[] = [{ node: start, next: 0 }];
  const placeOnPath = new Map([[start, 0]]);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const next = nexts.get(top.node)?.[top.next];
    if (next === undefined) {
      finished.add(top.node);
      placeOnPath.delete(top.node);
      path.pop();
      continue;
    }
    top.next += 1;
    const place = placeOnPath.get(next);
    if (place !== undefined) return path.slice(place).map((step) => step.node);
    if (finished.has(next)) continue;
    placeOnPath.set(next, path.length);
    path.push({ node: next, next: 0 });
  }
  return null;
}
