"use client";

import { Button } from "@/ui/button";
import { DialogOnDemand } from "@/ui/dialog-on-demand";
import { onDemand } from "@/ui/on-demand";
import type { EditProps } from "./edit-decision-panel";

const panel = onDemand(() => import("./edit-decision-panel"));

export function EditDecisionDialog(props: EditProps) {
  return (
    <DialogOnDemand part={panel} trigger={<Button>Edit</Button>}>
      {(Panel, dialog) => <Panel {...props} {...dialog} />}
    </DialogOnDemand>
  );
}
