"use client";

import { type ReactNode, Suspense, useState } from "react";
import { Dialog } from "@/ui/dialog";
import { lazyPatiently } from "@/ui/lazy-patiently";
import { Skeleton } from "@/ui/skeleton";
import type { Option } from "./option-card";

const OptionForm = lazyPatiently(() => import("./option-form"));

/** Adds an option, or edits one, with what it would do to the plan shown while its effects are picked. */
export function OptionDialog({
  workspace,
  decisionId,
  option,
  currency,
  trigger,
}: {
  workspace: string;
  decisionId: string;
  /** Null for a new one. */
  option: Option | null;
  currency: string;
  trigger: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      size="lg"
      title={option === null ? "Add an option" : "Edit the option"}
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
    >
      <Suspense fallback={<Skeleton className="h-96" />}>
        <OptionForm
          workspace={workspace}
          decisionId={decisionId}
          option={option}
          currency={currency}
          onDone={() => setOpen(false)}
        />
      </Suspense>
    </Dialog>
  );
}
