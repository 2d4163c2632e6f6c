"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/platform/trpc/client";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { Skeleton } from "@/ui/skeleton";
import { ApplyForm } from "./apply-form";

/** Says what applying a scenario will do, and does it. */
export default function ApplyPanel({
  workspace,
  base,
  scenarioId,
  name,
  ...dialog
}: { workspace: string; base: string; scenarioId: string; name: string } & DialogState) {
  const trpc = useTRPC();
  const { data, isError } = useQuery({
    ...trpc.scenarios.applying.queryOptions({ workspace, scenarioId }),
    enabled: dialog.open,
  });
  return (
    <DialogPanel
      size="lg"
      title={`Apply “${name}”`}
      description="All of it happens at once, or nothing does."
      {...dialog}
    >
      {isError && data === undefined && (
        <p className="text-sm text-warn">What it would do can't be told now. Try it again.</p>
      )}
      {data === undefined && !isError && <Skeleton className="h-60" />}
      {data !== undefined && (
        <ApplyForm
          workspace={workspace}
          base={base}
          applying={data}
          onDone={() => dialog.onOpenChange(false)}
        />
      )}
    </DialogPanel>
  );
}
