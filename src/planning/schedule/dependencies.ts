import type { TaskStandard } from "../lifecycle/technique";
import type { PlanLink } from "../plan-input";
import { finishToStart, type TaskLink } from "./links";

/**
 * What each task waits for among the tasks that will really be done. A task that is not done hands its own predecessors
 * on: leaving a technique out shortens the network without losing the order around it. The team's own links come on top;
 * between the same two tasks they stand instead of the standard's. A link to a task that is not done is set aside.
 */
export function dependenciesAmong(
  keys: ReadonlySet<string>,
  standards: readonly TaskStandard[],
  own: readonly PlanLink[],
): ReadonlyMap<string, readonly TaskLink[]> {
  const standardAfter = new Map(
    standards.map((standard) => [standard.key, [...standard.after, ...standard.afterAcross]]),
  );
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
  return new Map(
    [...keys].map((key) => {
      const links = own.filter(({ task, after }) => task === key && keys.has(after));
      const standard = handOn(key).filter((before) => !links.some(({ after }) => after === before));
      return [
        key,
        [
          ...standard.map(finishToStart),
          ...links.map(({ after, kind, lagWorkingDays }) => ({ after, kind, lagWorkingDays })),
        ],
      ];
    }),
  );
}
