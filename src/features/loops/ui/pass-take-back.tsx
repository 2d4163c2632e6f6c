"use client";

import { useQuery } from "@tanstack/react-query";
import { TakeBackButtons, type TakeBackPlace } from "@/features/projects/ui";
import { useApi, useTRPC } from "@/platform/trpc/client";

/** Undo and redo of what one recorded of the passes. */
export function PassTakeBack({ workspace, projectKey, projectId }: TakeBackPlace) {
  const { loops } = useApi();
  const trpc = useTRPC();
  const { data: steps } = useQuery(trpc.loops.steps.queryOptions({ workspace, projectKey }));
  return (
    <TakeBackButtons
      isQuiet
      steps={steps}
      take={async (step) => await loops.takeBack.mutate({ workspace, projectId, ...step })}
      tell={({ type, pass, metric }) => {
        if (type === "pass.recorded") return `what you recorded of pass ${pass}`;
        return `${type === "pass.result-added" ? "adding" : "removing"} the result of “${metric}”`;
      }}
    />
  );
}
