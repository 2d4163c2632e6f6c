"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { mayApprove } from "@/platform/permissions";
import { useApi, useTRPC } from "@/platform/trpc/client";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { GateView } from "../queries";
import { GateChanged, useGateSubmit } from "./gate-changed";

type Props = {
  workspace: string;
  gate: GateView;
  dialog: DialogState;
};

export default function ApproverPanel(props: Props) {
  const { dialog } = props;
  return (
    <DialogPanel
      title="Name the approver"
      description="The project's owner, a lead, an admin or an owner of the workspace. Better somebody who did not do the work."
      {...dialog}
    >
      <ApproverForm {...props} />
    </DialogPanel>
  );
}

function ApproverForm({ workspace, gate, dialog }: Props) {
  const api = useApi();
  const trpc = useTRPC();
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  const fit = members.filter((member) => mayApprove(member.role, member.id === gate.ownerId));
  const [approverId, setApproverId] = useState(gate.approver?.id ?? fit[0]?.id ?? "");
  const { submit, pending, message, errorOf, theirs, goOn } = useGateSubmit(
    api.gates.nameApprover.mutate,
    gate,
    dialog,
  );
  const { projectId, phase } = gate;
  return (
    <EditForm
      message={message}
      save="Name"
      pending={pending}
      disabled={theirs !== null}
      onSave={() => void submit((request) => ({ workspace, ...request, projectId, phase, approverId }))}
    >
      <GateChanged theirs={theirs} onGoOn={goOn} />
      <Field label="Approver" error={errorOf("approverId")}>
        <Select value={approverId} onChange={(event) => setApproverId(event.target.value)}>
          {fit.map((member) => (
            <option key={member.id} value={member.id}>
              {member.name}
            </option>
          ))}
        </Select>
      </Field>
    </EditForm>
  );
}
