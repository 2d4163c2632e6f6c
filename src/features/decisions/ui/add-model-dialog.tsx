"use client";

import { Suspense, useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { lazyPatiently } from "@/ui/lazy-patiently";
import { Skeleton } from "@/ui/skeleton";

const ModelPicker = lazyPatiently(() => import("./model-picker"));

/** Adds an option that is a model of the catalogue. */
export function AddModelDialog(props: { workspace: string; decisionId: string; currency: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      size="lg"
      title="Add a model"
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="sm">Add a model</Button>}
    >
      <Suspense fallback={<Skeleton className="h-96" />}>
        <ModelPicker {...props} onDone={() => setOpen(false)} />
      </Suspense>
    </Dialog>
  );
}
