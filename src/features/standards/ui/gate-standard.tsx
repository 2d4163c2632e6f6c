"use client";

import { useState } from "react";
import { type GateChange, type Phase, phaseById } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { Badge } from "@/ui/badge";
import { Checkbox } from "@/ui/checkbox";
import { EditForm } from "@/ui/edit-form";
import { EditSheet } from "@/ui/edit-sheet";
import { Field } from "@/ui/field";
import { formatCount } from "@/ui/format";
import { TextArea } from "@/ui/text-area";
import { ConflictNote } from "./conflict-note";
import { Folded } from "./folded";
import { useStandard } from "./use-standard";

const asDefault: GateChange = { leftOut: [], own: [] };

/** A phase's gate: which of the default criteria are asked, and the workspace's own. */
export function GateStandard({
  workspace,
  phase,
  change = asDefault,
  version,
  editable,
}: {
  workspace: string;
  phase: Phase;
  change: GateChange | undefined;
  version: number;
  editable: boolean;
}) {
  return (
    <Folded
      summary={
        <>
          <span className="font-medium">Gate: {phase.gate.name}</span>
          <span className="text-xs text-muted">
            {formatCount(phase.gate.exitCriteria.length, "criterion", "criteria")}
          </span>
          {change.own.length > 0 && <Badge tone="accent">{change.own.length} of our own</Badge>}
          {change.leftOut.length > 0 && <Badge tone="accent">{change.leftOut.length} not asked</Badge>}
        </>
      }
    >
      <ul className="grid list-disc gap-1 pl-5 text-sm">
        {phase.gate.exitCriteria.map((criterion) => (
          <li key={criterion.id}>{criterion.text}</li>
        ))}
      </ul>
      {editable && (
        <div>
          <EditSheet
            title={`Gate: ${phase.gate.name}`}
            button="Change criteria"
            label={`Change the criteria of ${phase.gate.name}`}
          >
            {(onDone) => (
              <GateForm
                workspace={workspace}
                phase={phase}
                change={change}
                version={version}
                onDone={onDone}
              />
            )}
          </EditSheet>
        </div>
      )}
    </Folded>
  );
}

function GateForm({
  workspace,
  phase,
  change,
  version,
  onDone,
}: {
  workspace: string;
  phase: Phase;
  change: GateChange;
  version: number;
  onDone: () => void;
}) {
  const api = useApi();
  const [leftOut, setLeftOut] = useState(change.leftOut);
  const [own, setOwn] = useState(change.own.map(({ text }) => text).join("\n"));
  const { submit, pending, message, errorOf, theirs, goOn } = useStandard(api.standards.setGate.mutate, {
    version,
    onDone,
    said: "Saved. Every project's gate asks it from now on.",
  });
  const lines = own
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return (
    <EditForm
      save="Save gate"
      pending={pending}
      message={message}
      onSave={() => {
        void submit((request) => ({
          workspace,
          ...request,
          phase: phase.id,
          content: {
            leftOut: [...leftOut],
            own: lines.map((text) => ({ text, evidence: evidenceOf(change, text) })),
          },
        }));
      }}
    >
      <ConflictNote theirs={theirs} onKeepMine={goOn} />
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 text-sm font-medium">Asked at this gate</legend>
        {phaseById(phase.id).gate.exitCriteria.map(({ id, text }) => (
          <Checkbox
            key={id}
            label={text}
            checked={!leftOut.includes(id)}
            onChange={(event) =>
              setLeftOut(event.target.checked ? leftOut.filter((other) => other !== id) : [...leftOut, id])
            }
          />
        ))}
      </fieldset>
      <Field label="Criteria of our own" hint="One on each line." error={errorOf("content.own")} optional>
        <TextArea value={own} onChange={(event) => setOwn(event.target.value)} />
      </Field>
    </EditForm>
  );
}

/** A criterion that kept its words keeps the tasks that show it. */
function evidenceOf(change: GateChange, text: string): string[] {
  return [...(change.own.find((criterion) => criterion.text === text)?.evidence ?? [])];
}
