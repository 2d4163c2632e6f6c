import { taskStandards } from "../lifecycle/techniques";

const standardAfter = new Map(
  taskStandards.map((standard) => [standard.key, [...standard.after, ...standard.afterAcross]]),
);

/**
 * What each task waits for among the tasks that will really be done. A task that is not done hands its own
 * predecessors on: leaving a technique out shortens the network without losing the order around it.
 */
export function dependenciesAmong(keys: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const handedOn = new Map<string, readonly string[]>();
  const handOn = (key: string): readonly string[] => {
    const known = handedOn.get(key);
    if (known) return known;
    const all = new Set<string>();
    for (const before of standardAfter.get(key) ?? []) {
      if (keys.has(before)) all.add(before);
      else for (const earlier of handOn(before)) all.add(earlier);
    }
    const list = [...all];
    handedOn.set(key, list);
    return list;
  };
  return new Map([...keys].map((key) => [key, handOn(key)]));
}
