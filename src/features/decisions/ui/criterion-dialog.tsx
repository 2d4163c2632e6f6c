"use client";

import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { onDemand, useOnDemand } from "@/ui/on-demand";
import { Skeleton } from "@/ui/skeleton";
import type { CriterionFormProps } from "./criterion-form";
import type { Scoring, ScoringCriterion } from "./scoring-data";

const form = onDemand<CriterionFormProps>(() => import("./criterion-form"));

/** Adds a criterion, or edits one. Typical ones of the phase are offered; they come with the form. */
export function CriterionDialog({
  workspace,
  scoring,
  criterion,
  trigger = (
    <Button size="sm" icon={<Plus aria-hidden="true" className="size-3.5" />}>
      Add a criterion
    </Button>
  ),
}: {
  workspace: string;
  scoring: Scoring;
  criterion: ScoringCriterion | null;
  trigger?: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const { Component } = useOnDemand(form, open);
  return (
    <Dialog
      size="lg"
      title={criterion === null ? "Add a criterion" : "Edit the criterion"}
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
    >
      {Component === null ? (
        <Skeleton className="h-80" />
      ) : (
        <Component
          workspace={workspace}
          scoring={scoring}
          criterion={criterion}
          onDone={() => setOpen(false)}
        />
      )}
    </Dialog>
  );
}
