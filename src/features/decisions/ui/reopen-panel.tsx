"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { TextArea } from "@/ui/text-area";
import type { DecidedProps } from "./end-outcome-dialog";

export default function ReopenPanel({
  workspace,
  decision,
  trigger,
  open,
  onOpenChange,
}: DecidedProps & DialogState) {
  const api = useApi();
  const [reason, setReason] = useState("");
  const { submit, pending, message, errorOf } = useSubmit(api.decisions.reopen.mutate, () =>
    onOpenChange(false),
  );
  return (
    <DialogPanel
      title="Reopen"
      description="The outcome stays on record as ended, and the plan is made anew with the question open."
      open={open}
      onOpenChange={onOpenChange}
      trigger={trigger}
    >
      <EditForm
        save="Reopen and re-plan"
        pending={pending}
        message={message}
        onSave={() =>
          void submit((mutationId) => ({
            workspace,
            mutationId,
            decisionId: decision.id,
            version: decision.version,
            reason,
          }))
        }
      >
        <Field label="Why" error={errorOf("reason")} required>
          <TextArea value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </EditForm>
    </DialogPanel>
  );
}
