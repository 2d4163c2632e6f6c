"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DecisionProcess } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { FormError } from "@/ui/form-error";
import { DecisionFields } from "./decision-fields";

export type EditProps = {
  workspace: string;
  decision: {
    id: string;
    version: number;
    question: string;
    owner: { id: string };
    dueOn: string | null;
    process: DecisionProcess;
  };
};

export default function EditDecisionPanel({
  trigger,
  open,
  onOpenChange,
  ...props
}: EditProps & DialogState) {
  return (
    <DialogPanel
      size="lg"
      title="Edit the decision"
      trigger={trigger}
      open={open}
      onOpenChange={onOpenChange}
    >
      <EditForm {...props} onDone={() => onOpenChange(false)} />
    </DialogPanel>
  );
}

function EditForm({ workspace, decision, onDone }: EditProps & { onDone: () => void }) {
  const api = useApi();
  const trpc = useTRPC();
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  const saved = {
    question: decision.question,
    ownerId: decision.owner.id,
    dueOn: decision.dueOn ?? "",
    process: decision.process,
  };
  const [draft, setDraft] = useState(saved);
  const [version, setVersion] = useState(decision.version);
  const { submit, pending, message, errorOf, refusal } = useSubmit(api.decisions.edit.mutate, onDone);
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const dueOn = draft.dueOn === "" ? null : draft.dueOn;
        void submit((mutationId) => ({
          workspace,
          mutationId,
          decisionId: decision.id,
          version,
          ...draft,
          dueOn,
        }));
      }}
    >
      <FormError message={message} />
      {refusal?.code === "STALE_VERSION" && (
        <Callout tone="warn" title={`It now asks “${decision.question}”`}>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" onClick={() => setVersion(decision.version)}>
              Keep mine and save over it
            </Button>
            <Button
              size="sm"
              onClick={() => {
                setDraft(saved);
                setVersion(decision.version);
              }}
            >
              Take theirs
            </Button>
          </div>
        </Callout>
      )}
      <DecisionFields draft={draft} onChange={setDraft} members={members} errorOf={errorOf} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
