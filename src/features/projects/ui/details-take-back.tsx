"use client";

import { useQuery } from "@tanstack/react-query";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { projectFieldNames } from "./project-draft";
import { TakeBackButtons, type TakeBackPlace } from "./take-back-buttons";

/** Undo and redo of what one saved of a project's details; nothing while there is nothing of one's own. */
export function DetailsTakeBack({ workspace, projectKey, projectId }: TakeBackPlace) {
  const { projects } = useApi();
  const trpc = useTRPC();
  const { data: steps } = useQuery(trpc.projects.detailSteps.queryOptions({ workspace, projectKey }));
  return (
    <TakeBackButtons
      isQuiet
      steps={steps}
      take={async (step) => await projects.takeBackDetails.mutate({ workspace, projectId, ...step })}
      tell={({ parts }) => `your change of ${parts.map((part) => projectFieldNames[part]).join(", ")}`}
    />
  );
}
