"use client";

import type { PlanDifference } from "@/planning";
import { onDemand, useOnDemand } from "@/ui/on-demand";

// It knows every task there is: loaded when somebody looks.
const table = onDemand(() => import("./changes-table"));

/** The same difference by phase and by task, behind a line that opens it. */
export function WhereItChanges({ difference, label }: { difference: PlanDifference; label: string }) {
  const { Component, want } = useOnDemand(table);
  const { phases, tasksAdded, tasksRemoved, tasksChanged } = difference;
  if (phases.length + tasksAdded.length + tasksRemoved.length + tasksChanged.length === 0) return null;
  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open) want();
      }}
    >
      <summary className="w-fit rounded text-sm text-muted hover:text-ink">By phase and task</summary>
      {Component !== null && <Component difference={difference} label={label} />}
    </details>
  );
}
