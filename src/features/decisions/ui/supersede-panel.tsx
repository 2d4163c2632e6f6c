"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { TextArea } from "@/ui/text-area";
import { TextInput } from "@/ui/text-input";
import type { DecidedProps } from "./end-outcome-dialog";

export default function SupersedePanel({
  workspace,
  decision,
  trigger,
  open,
  onOpenChange,
}: DecidedProps & DialogState) {
  const api = useApi();
  const router = useRouter();
  const [question, setQuestion] = useState(decision.question);
  const [reason, setReason] = useState("");
  const { submit, pending, message, errorOf } = useSubmit(api.decisions.supersede.mutate, (made) => {
    onOpenChange(false);
    router.push(`/w/${workspace}/projects/${decision.project.key}/decisions/${made.number}`);
  });
  return (
    <DialogPanel
      title="Supersede"
      description="Use this when the world has changed: a new question takes the place of this decision."
      open={open}
      onOpenChange={onOpenChange}
      trigger={trigger}
    >
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit((mutationId) => ({
            workspace,
            mutationId,
            decisionId: decision.id,
            version: decision.version,
            question,
            reason,
          }));
        }}
      >
        <FormError message={message} />
        <Field label="The new question" error={errorOf("question")} required>
          <TextInput value={question} onChange={(event) => setQuestion(event.target.value)} />
        </Field>
        <Field label="What changed" error={errorOf("reason")} required>
          <TextArea value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending}>
            Supersede and re-plan
          </Button>
        </div>
      </form>
    </DialogPanel>
  );
}
