"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { TextInput } from "@/ui/text-input";
import type { GateView } from "../queries";

type Props = {
  workspace: string;
  gate: GateView;
  dialog: DialogState;
};

export default function CriterionPanel(props: Props) {
  const { dialog } = props;
  return (
    <DialogPanel
      title="Add a criterion"
      description="Asked in this project only. What every project must show is set with the workspace's standards."
      {...dialog}
    >
      <CriterionForm {...props} />
    </DialogPanel>
  );
}

function CriterionForm({ workspace, gate, dialog }: Props) {
  const api = useApi();
  const [text, setText] = useState("");
  const { submit, pending, message, errorOf } = useSubmit(api.gates.addCriterion.mutate, () => {
    setText("");
    dialog.onOpenChange(false);
  });
  const { projectId, phase } = gate;
  return (
    <EditForm
      message={message}
      save="Add"
      pending={pending}
      onSave={() => void submit((mutationId) => ({ workspace, mutationId, projectId, phase, text }))}
    >
      <Field label="What must hold" error={errorOf("text")} required>
        <TextInput value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
    </EditForm>
  );
}
