"use client";

import { Button } from "@/ui/button";
import { DialogOnDemand } from "@/ui/dialog-on-demand";
import { onDemand } from "@/ui/on-demand";
import type { DependenciesProps } from "./dependencies-panel";

const panel = onDemand(() => import("./dependencies-panel"));

export function DependenciesDialog(props: DependenciesProps) {
  return (
    <DialogOnDemand part={panel} trigger={<Button size="sm">What comes first</Button>}>
      {(Panel, dialog) => <Panel {...props} {...dialog} />}
    </DialogOnDemand>
  );
}
