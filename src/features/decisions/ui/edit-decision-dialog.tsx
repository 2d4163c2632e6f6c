"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Dialog } from "@/ui/dialog";
import { FormError } from "@/ui/form-error";
import { DecisionFields } from "./decision-fields";

type Decision = {
  id: string;
  version: number;
  question: string;
  context: string;
  owner: { id: string };
  dueOn: string | null;
};

export function EditDecisionDialog({ workspace, decision }: { workspace: string; decision: Decision }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      size="lg"
      title="Edit the decision"
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Edit</Button>}
    >
      <EditForm workspace={workspace} decision={decision} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function EditForm({
  workspace,
  decision,
  onDone,
}: {
  workspace: string;
  decision: Decision;
  onDone: () => void;
}) {
  const api = useApi();
  const trpc = useTRPC();
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  const saved = {
    question: decision.question,
    context: decision.context,
    ownerId: decision.owner.id,
    dueOn: decision.dueOn ?? "",
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
          <p className="max-h-40 overflow-y-auto whitespace-pre-wrap">{decision.context}</p>
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
