"use client";

import { useQuery } from "@tanstack/react-query";
import { TakeBackButtons, type TakeBackPlace } from "@/features/projects/ui";
import { useApi, useTRPC } from "@/platform/trpc/client";
import type { ScenarioDeed } from "../undo.queries";

const deeds: Readonly<Record<ScenarioDeed["type"], string>> = {
  "scenario.made": "making",
  "scenario.edited": "your change of",
  "scenario.dropped": "dropping",
  "scenario.restored": "taking up again",
};

/** Undo and redo of what one did to the project's scenarios. */
export function ScenarioTakeBack({ workspace, projectKey, projectId }: TakeBackPlace) {
  const { scenarios } = useApi();
  const trpc = useTRPC();
  const { data: steps } = useQuery(trpc.scenarios.steps.queryOptions({ workspace, projectKey }));
  return (
    <TakeBackButtons
      isQuiet
      steps={steps}
      take={async (step) => await scenarios.takeBack.mutate({ workspace, projectId, ...step })}
      tell={({ type, scenario }) => `${deeds[type]} “${scenario}”`}
    />
  );
}
