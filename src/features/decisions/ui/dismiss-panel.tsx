"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { TextArea } from "@/ui/text-area";

export default function DismissPanel({
  workspace,
  projectId,
  suggestion,
  question,
  trigger,
  open,
  onOpenChange,
}: DialogState & { workspace: string; projectId: string; suggestion: string; question: string }) {
  const api = useApi();
  const [reason, setReason] = useState("");
  const { submit, pending, message, errorOf } = useSubmit(api.decisions.dismissSuggestion.mutate, () =>
    onOpenChange(false),
  );
  return (
    <DialogPanel
      size="sm"
      title="Dismiss the suggestion"
      description={question}
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
    >
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit((mutationId) => ({ workspace, mutationId, projectId, suggestion, reason }));
        }}
      >
        <FormError message={message} />
        <Field
          label="Why it is not needed"
          hint="Stays with the phase; anybody may bring the suggestion back."
          error={errorOf("reason")}
          required
        >
          <TextArea rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending}>
            Dismiss
          </Button>
        </div>
      </form>
    </DialogPanel>
  );
}
