"use client";

import { useQuery } from "@tanstack/react-query";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { partNames } from "./brief-names";
import { TakeBackButtons, type TakeBackPlace } from "./take-back-buttons";

/** Undo and redo of what one saved of the brief's form. */
export function BriefTakeBack({ workspace, projectKey, projectId }: TakeBackPlace) {
  const { projects } = useApi();
  const trpc = useTRPC();
  const { data: steps } = useQuery(trpc.projects.briefSteps.queryOptions({ workspace, projectKey }));
  return (
    <TakeBackButtons
      steps={steps}
      take={async (step) => await projects.takeBackBrief.mutate({ workspace, projectId, ...step })}
      tell={({ parts }) => `your change of ${parts.map((part) => partNames[part]).join(", ")}`}
    />
  );
}
