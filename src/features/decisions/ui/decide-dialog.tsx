"use client";

import { Button } from "@/ui/button";
import { DialogOnDemand } from "@/ui/dialog-on-demand";
import { onDemand } from "@/ui/on-demand";
import type { DecideProps } from "./decide-panel";

const panel = onDemand(() => import("./decide-panel"));

export function DecideDialog(props: DecideProps) {
  return (
    <DialogOnDemand part={panel} trigger={<Button variant="primary">Decide…</Button>}>
      {(Panel, dialog) => <Panel {...props} {...dialog} />}
    </DialogOnDemand>
  );
}
