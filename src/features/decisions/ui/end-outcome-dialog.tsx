"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { TextArea } from "@/ui/text-area";
import { TextInput } from "@/ui/text-input";

type Decision = { id: string; version: number; question: string; project: { key: string } };

/** Opens the question again: the outcome ends, and the plan is made without it. */
export function ReopenDialog({ workspace, decision }: { workspace: string; decision: Decision }) {
  const api = useApi();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const { submit, pending, message, errorOf } = useSubmit(api.decisions.reopen.mutate, () => setOpen(false));
  return (
    <Dialog
      title="Reopen"
      description="The outcome stays on record as ended, and the plan is made anew with the question open."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Reopen…</Button>}
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
            reason,
          }));
        }}
      >
        <FormError message={message} />
        <Field label="Why" error={errorOf("reason")} required>
          <TextArea value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending}>
            Reopen and re-plan
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Replaces the decision by a new question that begins with the same options. */
export function SupersedeDialog({ workspace, decision }: { workspace: string; decision: Decision }) {
  const api = useApi();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [question, setQuestion] = useState(decision.question);
  const [reason, setReason] = useState("");
  const { submit, pending, message, errorOf } = useSubmit(api.decisions.supersede.mutate, (made) => {
    setOpen(false);
    router.push(`/w/${workspace}/projects/${decision.project.key}/decisions/${made.number}`);
  });
  return (
    <Dialog
      title="Supersede"
      description="Use this when the world has changed: a new question takes the place of this decision."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Supersede…</Button>}
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
    </Dialog>
  );
}
