"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { TextInput } from "@/ui/text-input";
import { toast } from "@/ui/toast-queue";
import type { OpenDecision } from "../queries";

/** Asks the owner to see to a decision, in the lead's own words if they like. */
export default function NudgePanel({
  workspace,
  decision,
  nudgedToday,
  trigger,
  open,
  onOpenChange,
}: DialogState & { workspace: string; decision: OpenDecision; nudgedToday: boolean }) {
  const api = useApi();
  const [sentence, setSentence] = useState("");
  const { owner } = decision;
  const { submit, pending, message, errorOf } = useSubmit(api.decideNext.nudge.mutate, () => {
    setSentence("");
    onOpenChange(false);
    toast.success(`${owner.name} was asked.`);
  });
  return (
    <DialogPanel
      size="sm"
      title={`Nudge ${owner.name}`}
      description={
        nudgedToday
          ? `${owner.name} has been asked about this today already. Once a day is enough.`
          : `${owner.name} finds “${decision.question}” in their inbox, and gets mail as they have chosen. It stands in the activity.`
      }
      open={open}
      onOpenChange={onOpenChange}
      trigger={trigger}
    >
      {nudgedToday ? (
        <FormError message={message} />
      ) : (
        <EditForm
          save="Nudge"
          pending={pending}
          message={message}
          onSave={() =>
            void submit((mutationId) => ({ workspace, mutationId, decisionId: decision.id, sentence }))
          }
        >
          <Field label="What you want to say" error={errorOf("sentence")} optional>
            <TextInput
              value={sentence}
              maxLength={300}
              onChange={(event) => setSentence(event.target.value)}
            />
          </Field>
        </EditForm>
      )}
    </DialogPanel>
  );
}
