"use client";

import { type ReactNode, Suspense, useState } from "react";
import { Dialog } from "@/ui/dialog";
import { lazyPatiently } from "@/ui/lazy-patiently";
import { Skeleton } from "@/ui/skeleton";
import type { EvidenceItem } from "../evidence.queries";

const EvidenceForm = lazyPatiently(() => import("./evidence-form"));

/** Adds evidence, or edits it. With a trigger it opens itself; without, whoever shows it does. */
export function EvidenceDialog({
  workspace,
  decisionId,
  optionId,
  item,
  title,
  trigger,
  open,
  onOpenChange,
}: {
  workspace: string;
  decisionId: string;
  optionId: string | null;
  /** Null for new evidence. */
  item: EvidenceItem | null;
  title: string;
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  const [opened, setOpened] = useState(false);
  const change = onOpenChange ?? setOpened;
  return (
    <Dialog title={title} open={open ?? opened} onOpenChange={change} trigger={trigger}>
      <Suspense fallback={<Skeleton className="h-96" />}>
        <EvidenceForm
          workspace={workspace}
          decisionId={decisionId}
          optionId={optionId}
          item={item}
          onDone={() => change(false)}
        />
      </Suspense>
    </Dialog>
  );
}
