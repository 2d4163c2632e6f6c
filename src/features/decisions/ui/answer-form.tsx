"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { TextArea } from "@/ui/text-area";
import type { Position } from "./positions-card";

/** What was read is what is answered: an objection that changed meanwhile is shown first. */
export default function AnswerForm({
  workspace,
  decisionId,
  objection,
  onDone,
}: {
  workspace: string;
  decisionId: string;
  objection: Position;
  onDone: () => void;
}) {
  const api = useApi();
  const [answer, setAnswer] = useState(objection.answer ?? "");
  const [read, setRead] = useState(objection.version);
  const { submit, pending, message, errorOf, refusal, forget } = useSubmit(
    api.decisions.answerObjection.mutate,
    onDone,
  );
  return (
    <form
      className="grid gap-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit((mutationId) => ({
          workspace,
          mutationId,
          decisionId,
          membershipId: objection.membershipId,
          version: read,
          answer,
        }));
      }}
    >
      <FormError message={message} />
      {refusal?.code === "STALE_VERSION" && (
        <Callout tone="warn" title={`${objection.name} now says`}>
          <p>{objection.reason}</p>
          <Button
            size="sm"
            className="mt-2"
            onClick={() => {
              setRead(objection.version);
              forget();
            }}
          >
            I have read it
          </Button>
        </Callout>
      )}
      <Field label={`Answer to ${objection.name}`} error={errorOf("answer")} required>
        <TextArea rows={3} value={answer} onChange={(event) => setAnswer(event.target.value)} />
      </Field>
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" size="sm" variant="primary" pending={pending}>
          Save answer
        </Button>
      </div>
    </form>
  );
}
