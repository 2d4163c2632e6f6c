import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { v4 as uuidv4 } from "uuid";
import type { ProjectTask } from "@/features/plans/queries";
import { refusalOf, useApi } from "@/platform/trpc/client";

type Change = Parameters<ReturnType<typeof useApi>["plans"]["changeChecklist"]["mutate"]>[0]["change"];

/** A task's checklist as the person has it: a tick shows at once, changes are sent one after another. */
export function useChecklist(
  workspace: string,
  projectId: string,
  task: Pick<ProjectTask, "key" | "checklist">,
) {
  const api = useApi();
  const queryClient = useQueryClient();
  const queue = useRef(Promise.resolve());
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [failure, setFailure] = useState<string | null>(null);

  const send = async (change: Change): Promise<boolean> => {
    const mutationId = uuidv4();
    try {
      await api.plans.changeChecklist.mutate({ workspace, mutationId, projectId, taskKey: task.key, change });
      setFailure(null);
      return true;
    } catch (error) {
      setFailure(refusalOf(error).message);
      return false;
    } finally {
      await queryClient.invalidateQueries();
    }
  };
  const change = async (one: Change): Promise<boolean> => {
    const sent = queue.current.then(async () => await send(one));
    queue.current = sent.then(() => {});
    return await sent;
  };
  const tick = async (itemId: string, done: boolean) => {
    setTicked((now) => new Map(now).set(itemId, done));
    await change({ kind: "tick", itemId, done });
    setTicked((now) => {
      const next = new Map(now);
      // What was ticked again meanwhile is still on its way.
      if (next.get(itemId) === done) next.delete(itemId);
      return next;
    });
  };
  const items = task.checklist.map((item) => ({ ...item, done: ticked.get(item.id) ?? item.done }));
  return { items, failure, change, tick };
}
