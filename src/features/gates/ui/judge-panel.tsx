"use client";

import { useState } from "react";
import { z } from "zod";
import { type GateCriterionStatus, gateCriterionStatuses } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useVersionedSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { RadioGroup } from "@/ui/radio-group";
import { TextArea } from "@/ui/text-area";
import type { GateView } from "../queries";
import { statusWords } from "./gate-words";

const current = z.object({ version: z.number(), status: z.enum(gateCriterionStatuses), note: z.string() });

type Props = {
  workspace: string;
  gate: GateView;
  criterion: GateView["criteria"][number];
  dialog: DialogState;
};

export default function JudgePanel(props: Props) {
  const { dialog, criterion } = props;
  return (
    <DialogPanel title="Judge the criterion" description={criterion.text} {...dialog}>
      <JudgeForm {...props} />
    </DialogPanel>
  );
}

function JudgeForm({ workspace, gate, criterion, dialog }: Props) {
  const api = useApi();
  const [status, setStatus] = useState<GateCriterionStatus>(
    criterion.status === "open" ? "met" : criterion.status,
  );
  const [note, setNote] = useState(criterion.note);
  const { submit, pending, message, errorOf, theirs, goOn } = useVersionedSubmit(api.gates.judge.mutate, {
    version: criterion.version,
    current,
    onDone: () => dialog.onOpenChange(false),
  });
  const { projectId, phase } = gate;
  const { key } = criterion;
  return (
    <EditForm
      message={message}
      save="Save"
      pending={pending}
      disabled={theirs !== null}
      onSave={() =>
        void submit((request) => ({ workspace, ...request, projectId, phase, key, status, note }))
      }
    >
      {theirs !== null && (
        <Callout tone="warn" title={`It was judged meanwhile: ${statusWords[theirs.status]}`}>
          {theirs.note !== "" && <p className="[overflow-wrap:anywhere]">“{theirs.note}”</p>}
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" onClick={goOn}>
              Keep mine
            </Button>
            <Button
              size="sm"
              onClick={() => {
                setStatus(theirs.status);
                setNote(theirs.note);
                goOn();
              }}
            >
              Take theirs
            </Button>
          </div>
        </Callout>
      )}
      <RadioGroup
        legend="What do you find?"
        name="status"
        look="card"
        value={status}
        onChange={setStatus}
        choices={gateCriterionStatuses.map((value) => ({ value, label: statusWords[value] }))}
        error={errorOf("status")}
      />
      <Field
        label={status === "not-applicable" ? "Why it does not apply" : "Note"}
        error={errorOf("note")}
        required={status === "not-applicable"}
        optional={status !== "not-applicable"}
      >
        <TextArea rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </EditForm>
  );
}
