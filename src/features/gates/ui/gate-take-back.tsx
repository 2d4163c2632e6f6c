"use client";

import { useQuery } from "@tanstack/react-query";
import { TakeBackButtons, type TakeBackPlace } from "@/features/projects/ui";
import type { PhaseId } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import type { GateDeed } from "../undo.queries";

const deeds: Readonly<Record<GateDeed["type"], (about: string) => string>> = {
  "gate.criterion-judged": (about) => `what you said of “${about}”`,
  "gate.criterion-added": (about) => `adding the criterion “${about}”`,
  "gate.criterion-removed": (about) => `taking away the criterion “${about}”`,
  "gate.evidence-added": (about) => `adding the evidence “${about}”`,
  "gate.evidence-removed": (about) => `removing the evidence “${about}”`,
  "gate.approver-named": (about) => `naming ${about} as approver`,
  "gate.condition-closed": (about) => `closing the condition “${about}”`,
  "gate.condition-reopened": (about) => `reopening the condition “${about}”`,
};

/** Undo and redo of what one did to prepare this gate. */
export function GateTakeBack({
  workspace,
  projectKey,
  projectId,
  phase,
}: TakeBackPlace & { phase: PhaseId }) {
  const { gates } = useApi();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.gates.steps.queryOptions({ workspace, projectKey }));
  const isHere = (step: { phase: PhaseId }) => step.phase === phase;
  return (
    <TakeBackButtons
      isQuiet
      steps={data && { undo: data.undo.filter(isHere), redo: data.redo.filter(isHere) }}
      take={async (step) => await gates.takeBack.mutate({ workspace, projectId, ...step })}
      tell={({ type, about }) => deeds[type](about)}
    />
  );
}
