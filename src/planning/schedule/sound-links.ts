import { checkOrder } from "../lifecycle/check-standards";
import type { TaskStandard } from "../lifecycle/technique";
import type { PlanLink } from "../plan-input";
import { PlanningError } from "../planning-error";

export interface SetAsideLink {
  readonly link: PlanLink;
  readonly reason: string;
}

/**
 * The team's links that can hold together with the order of all tasks that a plan may have, whatever decisions bring in or leave out:
 * no circle, and nothing done once between tasks that are repeated on every pass. Of links that contradict each other the earlier
 * ones hold.
 */
export function soundLinks(
  tasks: readonly TaskStandard[],
  links: readonly PlanLink[],
): { readonly sound: readonly PlanLink[]; readonly setAside: readonly SetAsideLink[] } {
  if (links.length === 0 || whyUnsound(tasks, links) === null) return { sound: links, setAside: [] };
  const sound: PlanLink[] = [];
  const setAside: SetAsideLink[] = [];
  for (const link of links) {
    const reason = whyUnsound(tasks, [...sound, link]);
    if (reason === null) sound.push(link);
    else setAside.push({ link, reason });
  }
  return { sound, setAside };
}

function whyUnsound(tasks: readonly TaskStandard[], links: readonly PlanLink[]): string | null {
  const afterOf = new Map<string, string[]>();
  for (const { task, after } of links) afterOf.set(task, [...(afterOf.get(task) ?? []), after]);
  try {
    checkOrder(
      tasks.map((task) => ({
        ...task,
        afterAcross: [...task.afterAcross, ...(afterOf.get(task.key) ?? [])],
      })),
    );
    return null;
  } catch (error) {
    if (error instanceof PlanningError) return error.reason;
    throw error;
  }
}
