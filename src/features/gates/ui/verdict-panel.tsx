"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { type GateVerdict, gateVerdicts } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { formatCount } from "@/ui/format";
import { RadioGroup } from "@/ui/radio-group";
import { TextArea } from "@/ui/text-area";
import type { GateView } from "../queries";
import { blankCondition, ConditionRows } from "./condition-rows";
import { GateChanged, useGateSubmit } from "./gate-changed";

const words: Readonly<Record<GateVerdict, { label: string; hint: string }>> = {
  passed: { label: "Pass", hint: "Every criterion is met, or does not apply." },
  conditions: {
    label: "Pass with conditions",
    hint: "On it goes; what is missing stays open until it is closed.",
  },
  "sent-back": { label: "Send back", hint: "With the reason, for another round." },
};

type Props = {
  workspace: string;
  gate: GateView;
  /** How many criteria are neither met nor set not applicable. */
  open: number;
  dialog: DialogState;
};

/** What the approver says, on the gate as they see it. */
export default function VerdictPanel(props: Props) {
  const { dialog, gate, open } = props;
  return (
    <DialogPanel
      title={`Gate: ${gate.name}`}
      {...(open > 0 ? { description: `${formatCount(open, "criterion is", "criteria are")} not met.` } : {})}
      {...dialog}
    >
      <VerdictForm {...props} />
    </DialogPanel>
  );
}

function VerdictForm({ workspace, gate, open, dialog }: Props) {
  const api = useApi();
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  const [verdict, setVerdict] = useState<GateVerdict>(open === 0 ? "passed" : "conditions");
  const [reason, setReason] = useState("");
  const [conditions, setConditions] = useState([blankCondition(frame.membershipId)]);
  const { submit, pending, message, errorOf, theirs, goOn } = useGateSubmit(
    api.gates.decide.mutate,
    gate,
    dialog,
  );
  const { projectId, phase } = gate;
  return (
    <EditForm
      message={message}
      save={words[verdict].label}
      pending={pending}
      disabled={theirs !== null}
      onSave={() =>
        void submit((request) => ({
          ...{ workspace, ...request, projectId, phase, verdict, reason },
          conditions: verdict === "conditions" ? conditions.map(({ key: _, ...condition }) => condition) : [],
        }))
      }
    >
      <GateChanged theirs={theirs} onGoOn={goOn} />
      <RadioGroup
        legend="What do you say?"
        name="verdict"
        value={verdict}
        onChange={setVerdict}
        choices={gateVerdicts.map((value) => ({ value, ...words[value] }))}
        error={errorOf("verdict")}
      />
      {verdict === "conditions" && (
        <>
          <ConditionRows
            conditions={conditions}
            members={members}
            onChange={setConditions}
            errorOf={errorOf}
            blank={() => blankCondition(frame.membershipId)}
          />
          <FormError message={errorOf("conditions")} />
        </>
      )}
      <Field
        label={verdict === "sent-back" ? "Why" : "What you found"}
        error={errorOf("reason")}
        required={verdict === "sent-back"}
        optional={verdict !== "sent-back"}
      >
        <TextArea rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </EditForm>
  );
}
