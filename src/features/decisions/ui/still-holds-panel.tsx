"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { DateInput } from "@/ui/date-input";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { TextArea } from "@/ui/text-area";
import type { DecidedProps } from "./end-outcome-dialog";

export default function StillHoldsPanel({
  workspace,
  decision,
  trigger,
  open,
  onOpenChange,
}: DecidedProps & DialogState) {
  const api = useApi();
  const [note, setNote] = useState("");
  const [nextOn, setNextOn] = useState("");
  const { submit, pending, message, errorOf } = useSubmit(api.decisions.review.mutate, () => {
    setNote("");
    setNextOn("");
    onOpenChange(false);
  });
  return (
    <DialogPanel
      title="Still holds"
      description="The outcome stays as it is. What you looked at goes on record with it."
      open={open}
      onOpenChange={onOpenChange}
      trigger={trigger}
    >
      <EditForm
        save="It still holds"
        pending={pending}
        message={message}
        onSave={() =>
          void submit((mutationId) => ({
            workspace,
            mutationId,
            decisionId: decision.id,
            version: decision.version,
            note,
            nextOn: nextOn === "" ? null : nextOn,
          }))
        }
      >
        <Field label="What you looked at" error={errorOf("note")} required>
          <TextArea value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <Field
          label="Look again on"
          hint="Left out, nobody is reminded any more."
          error={errorOf("nextOn")}
          optional
        >
          <DateInput value={nextOn} onChange={(event) => setNextOn(event.target.value)} />
        </Field>
      </EditForm>
    </DialogPanel>
  );
}
