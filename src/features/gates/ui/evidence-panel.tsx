"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import type { GateView } from "../queries";
import type { GateEvidenceKind } from "../schema";

type Draft = { kind: GateEvidenceKind; title: string; url: string; chosen: string };

type Props = {
  workspace: string;
  gate: GateView;
  criterion: GateView["criteria"][number];
  dialog: DialogState;
};

export default function EvidencePanel(props: Props) {
  const { dialog, criterion } = props;
  return (
    <DialogPanel title="Add evidence" description={criterion.text} {...dialog}>
      <EvidenceForm {...props} />
    </DialogPanel>
  );
}

function EvidenceForm({ workspace, gate, criterion, dialog }: Props) {
  const api = useApi();
  const blank: Draft = { kind: "link", title: "", url: "", chosen: "" };
  const [draft, setDraft] = useState(blank);
  const { submit, pending, message, errorOf } = useSubmit(api.gates.addEvidence.mutate, () => {
    setDraft(blank);
    dialog.onOpenChange(false);
  });
  const { projectId, phase } = gate;
  const choices = choicesOf(gate, draft.kind);
  const content = contentOf({
    ...draft,
    chosen: draft.chosen === "" ? (choices[0]?.id ?? "") : draft.chosen,
  });
  return (
    <EditForm
      message={message}
      save="Add"
      pending={pending}
      disabled={choices.length === 0 && isChosen(draft.kind)}
      onSave={() =>
        void submit((mutationId) => ({
          ...{ workspace, mutationId, projectId, phase },
          ...{ key: criterion.key, content },
        }))
      }
    >
      <Field label="Kind">
        <Select
          value={draft.kind}
          onChange={(event) =>
            setDraft({
              ...draft,
              kind: kinds.find(([kind]) => kind === event.target.value)?.[0] ?? "link",
              chosen: "",
            })
          }
        >
          {kinds.map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {draft.kind === "link" && (
        <Field label="Address" error={errorOf("content.url")} required>
          <TextInput
            type="url"
            value={draft.url}
            onChange={(event) => setDraft({ ...draft, url: event.target.value })}
          />
        </Field>
      )}
      {!isChosen(draft.kind) && (
        <Field label={draft.kind === "link" ? "Title" : "Note"} error={errorOf("content.title")} required>
          <TextInput
            value={draft.title}
            onChange={(event) => setDraft({ ...draft, title: event.target.value })}
          />
        </Field>
      )}
      {isChosen(draft.kind) &&
        (choices.length === 0 ? (
          <p className="text-sm text-muted">{noneOf[draft.kind]}</p>
        ) : (
          <Field label="Which" error={errorOf("content")}>
            <Select
              value={draft.chosen}
              onChange={(event) => setDraft({ ...draft, chosen: event.target.value })}
            >
              {choices.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        ))}
    </EditForm>
  );
}

const kinds = [
  ["link", "Link"],
  ["note", "Note"],
  ["decision", "Outcome of a decision"],
  ["result", "Result of an evaluation"],
  ["deliverable", "Deliverable"],
] as const satisfies readonly (readonly [GateEvidenceKind, string])[];

type Chosen = "decision" | "result" | "deliverable";

function isChosen(kind: GateEvidenceKind): kind is Chosen {
  return kind === "decision" || kind === "result" || kind === "deliverable";
}

const noneOf: Readonly<Record<Chosen, string>> = {
  decision: "Nothing is decided in this project yet.",
  result: "No result is recorded yet: add it to its pass in model alignment.",
  deliverable: "No task of the plan brings a deliverable of this phase.",
};

function choicesOf(gate: GateView, kind: GateEvidenceKind): { id: string; label: string }[] {
  switch (kind) {
    case "decision":
      return gate.outcomes.map(({ id, number, question }) => ({ id, label: `D-${number} ${question}` }));
    case "result":
      return gate.results.map(({ id, metric, value, unit, pass }) => ({
        id,
        label: `${metric}: ${value}${unit === "" ? "" : ` ${unit}`} (pass ${pass})`,
      }));
    case "deliverable":
      return gate.deliverables.map(({ id, name }) => ({ id, label: name }));
    default:
      return [];
  }
}

function contentOf({ kind, title, url, chosen }: Draft) {
  switch (kind) {
    case "link":
      return { kind, url, title };
    case "note":
      return { kind, title };
    case "decision":
      return { kind, decisionId: chosen };
    case "result":
      return { kind, resultId: chosen };
    case "deliverable":
      return { kind, deliverable: chosen };
  }
}
