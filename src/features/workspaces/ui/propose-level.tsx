"use client";

import { UserRoundPen } from "lucide-react";
import { Button } from "@/ui/button";
import { DialogOnDemand } from "@/ui/dialog-on-demand";
import { onDemand } from "@/ui/on-demand";
import { useWorkspace } from "./use-workspace";

const proposePanel = onDemand(() => import("./propose-panel"));

/** For leads: the way to propose a level for somebody's profile. */
export function ProposeLevel({ workspace }: { workspace: string }) {
  if (!useWorkspace(workspace).may("profile.propose")) return null;
  return (
    <DialogOnDemand
      part={proposePanel}
      trigger={
        <Button size="sm" icon={<UserRoundPen aria-hidden="true" className="size-4" />}>
          Propose a level
        </Button>
      }
    >
      {(Panel, dialog) => <Panel {...dialog} workspace={workspace} />}
    </DialogOnDemand>
  );
}
