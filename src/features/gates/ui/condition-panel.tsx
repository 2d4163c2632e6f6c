"use client";

import { useState } from "react";
import { z } from "zod";
import { useApi } from "@/platform/trpc/client";
import { useSubmit, useVersionedSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { TextArea } from "@/ui/text-area";
import type { GateView } from "../queries";

type Props = {
  workspace: string;
  condition: GateView["rounds"][number]["conditions"][number];
  dialog: DialogState;
};

export default function ConditionPanel(props: Props) {
  return (
    <DialogPanel title="The condition" description={props.condition.text} {...props.dialog}>
      <ConditionForm {...props} />
    </DialogPanel>
  );
}

/** What was begun stays what it is, also when somebody else closes the condition meanwhile. */
function ConditionForm(props: Props) {
  const [wasOpen] = useState(props.condition.closedAt === null);
  return wasOpen ? <CloseForm {...props} /> : <ReopenForm {...props} />;
}

const current = z.object({ version: z.number(), closed: z.boolean(), closingNote: z.string() });

function CloseForm({ workspace, condition, dialog }: Props) {
  const api = useApi();
  const [note, setNote] = useState("");
  const { submit, pending, message, errorOf, theirs, goOn } = useVersionedSubmit(
    api.gates.closeCondition.mutate,
    { version: condition.version, current, onDone: () => dialog.onOpenChange(false) },
  );
  const conditionId = condition.id;
  return (
    <EditForm
      message={message}
      save="Close it"
      pending={pending}
      disabled={theirs !== null}
      onSave={() => void submit((request) => ({ workspace, ...request, conditionId, note }))}
    >
      {theirs !== null && (
        <Callout tone="warn" title={theirs.closed ? "It is closed already" : "It was opened again"}>
          {theirs.closingNote !== "" && <p>“{theirs.closingNote}”</p>}
          <Button size="sm" className="mt-2" onClick={goOn}>
            I have seen it
          </Button>
        </Callout>
      )}
      <Field label="How it was fulfilled" error={errorOf("note")} optional>
        <TextArea rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </EditForm>
  );
}

function ReopenForm({ workspace, condition, dialog }: Props) {
  const api = useApi();
  const { submit, pending, message } = useSubmit(api.gates.reopenCondition.mutate, () =>
    dialog.onOpenChange(false),
  );
  const { id: conditionId, version } = condition;
  return (
    <EditForm
      message={message}
      save="Open it again"
      pending={pending}
      onSave={() => void submit((mutationId) => ({ workspace, mutationId, conditionId, version }))}
    >
      <p className="text-sm text-muted">{condition.owner} is asked to see to it again.</p>
    </EditForm>
  );
}
