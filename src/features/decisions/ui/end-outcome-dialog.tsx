"use client";

import { Button } from "@/ui/button";
import { DialogOnDemand } from "@/ui/dialog-on-demand";
import { onDemand } from "@/ui/on-demand";

/** A decision that was decided, as what may be done to it then needs it. */
export type DecidedProps = {
  workspace: string;
  decision: { id: string; version: number; question: string; project: { key: string } };
};

const reopenPanel = onDemand(() => import("./reopen-panel"));
const supersedePanel = onDemand(() => import("./supersede-panel"));
const stillHoldsPanel = onDemand(() => import("./still-holds-panel"));

/** Opens the question again: the outcome ends, and the plan is made without it. */
export function ReopenDialog(props: DecidedProps) {
  return (
    <DialogOnDemand part={reopenPanel} trigger={<Button>Reopen…</Button>}>
      {(Panel, dialog) => <Panel {...props} {...dialog} />}
    </DialogOnDemand>
  );
}

/** Replaces the decision by a new question that begins with the same options. */
export function SupersedeDialog(props: DecidedProps) {
  return (
    <DialogOnDemand part={supersedePanel} trigger={<Button>Supersede…</Button>}>
      {(Panel, dialog) => <Panel {...props} {...dialog} />}
    </DialogOnDemand>
  );
}

/** Says that the outcome still holds, and when to look next. */
export function StillHoldsDialog({ isDue, ...props }: DecidedProps & { isDue: boolean }) {
  return (
    <DialogOnDemand
      part={stillHoldsPanel}
      trigger={<Button variant={isDue ? "primary" : "secondary"}>Still holds…</Button>}
    >
      {(Panel, dialog) => <Panel {...props} {...dialog} />}
    </DialogOnDemand>
  );
}
