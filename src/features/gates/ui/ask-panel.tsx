"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { formatCount } from "@/ui/format";
import { TextArea } from "@/ui/text-area";
import type { GateView } from "../queries";
import { GateChanged, useGateSubmit } from "./gate-changed";

type Props = {
  workspace: string;
  gate: GateView;
  open: number;
  dialog: DialogState;
};

export default function AskPanel(props: Props) {
  const { dialog, gate, open } = props;
  return (
    <DialogPanel
      title="Ask for approval"
      description={`${gate.approver?.name ?? "The approver"} finds it in the inbox.${open > 0 ? ` ${formatCount(open, "criterion is", "criteria are")} not met yet.` : ""}`}
      {...dialog}
    >
      <AskForm {...props} />
    </DialogPanel>
  );
}

function AskForm({ workspace, gate, dialog }: Props) {
  const api = useApi();
  const [note, setNote] = useState("");
  const { submit, pending, message, errorOf, theirs, goOn } = useGateSubmit(
    api.gates.askApproval.mutate,
    gate,
    dialog,
  );
  const { projectId, phase } = gate;
  return (
    <EditForm
      message={message}
      save="Ask"
      pending={pending}
      disabled={theirs !== null}
      onSave={() => void submit((request) => ({ workspace, ...request, projectId, phase, note }))}
    >
      <GateChanged theirs={theirs} onGoOn={goOn} />
      <Field label="What should they know?" error={errorOf("note")} optional>
        <TextArea rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </EditForm>
  );
}
