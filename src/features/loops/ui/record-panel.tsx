"use client";

import { useState } from "react";
import { z } from "zod";
import { type TechniqueId, techniqueIds, techniqueNames } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useVersionedSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { CheckGroup } from "@/ui/check-group";
import { DateInput } from "@/ui/date-input";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { formatDate, minorDigits } from "@/ui/format";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";
import type { PassesView } from "../queries";

const current = z.object({
  version: z.number(),
  tried: z.string(),
  techniques: z.array(z.enum(techniqueIds)),
  decisionId: z.string().nullable(),
  startedOn: z.string().nullable(),
  finishedOn: z.string().nullable(),
  costMinor: z.number().nullable(),
  personDays: z.number().nullable(),
});

type Recorded = Omit<z.output<typeof current>, "version">;

type Props = {
  workspace: string;
  view: PassesView;
  pass: PassesView["passes"][number];
  currency: string;
  dialog: DialogState;
};

/** What was tried in the pass, when, and what it took so far. */
export default function RecordPanel(props: Props) {
  return (
    <DialogPanel size="lg" title={`Record pass ${props.pass.number}`} {...props.dialog}>
      <RecordForm {...props} />
    </DialogPanel>
  );
}

function RecordForm({ workspace, view, pass, currency, dialog }: Props) {
  const api = useApi();
  const [draft, setDraft] = useState(() =>
    draftOf(
      {
        ...pass,
        techniques: pass.version > 0 && pass.tried !== "" ? pass.techniques : view.techniques,
        decisionId: pass.decision?.id ?? null,
        startedOn: pass.startedOn ?? pass.begunOn,
      },
      currency,
    ),
  );
  const { submit, pending, message, errorOf, theirs, goOn } = useVersionedSubmit(api.loops.record.mutate, {
    version: pass.version,
    current,
    onDone: () => dialog.onOpenChange(false),
  });
  const known = techniqueIds.filter(
    (id) => techniqueNames[id].phase === "model-alignment" || draft.techniques.includes(id),
  );
  return (
    <EditForm
      save="Save"
      pending={pending}
      disabled={theirs !== null}
      message={message}
      onSave={() =>
        void submit((request) => ({
          ...{ workspace, ...request, projectId: view.projectId, number: pass.number },
          ...recordedOf(draft, currency),
        }))
      }
    >
      {theirs !== null && (
        <Callout tone="warn" title="Somebody recorded this pass while you were writing">
          <Theirs recorded={theirs} />
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" onClick={goOn}>
              Keep mine
            </Button>
            <Button
              size="sm"
              onClick={() => {
                setDraft(draftOf(theirs, currency));
                goOn();
              }}
            >
              Take theirs
            </Button>
          </div>
        </Callout>
      )}
      <Field label="What was tried" error={errorOf("tried")}>
        <TextArea
          rows={4}
          value={draft.tried}
          onChange={(event) => setDraft({ ...draft, tried: event.target.value })}
        />
      </Field>
      <CheckGroup
        legend="Techniques"
        className="grid gap-1 sm:grid-cols-2"
        choices={known.map((id) => ({ id, label: techniqueNames[id].name }))}
        chosen={draft.techniques}
        onChange={(chosen) =>
          setDraft({ ...draft, techniques: techniqueIds.filter((id) => chosen.includes(id)) })
        }
        error={errorOf("techniques")}
      />
      <Field label="After which decision" error={errorOf("decisionId")} optional>
        <Select
          value={draft.decisionId}
          onChange={(event) => setDraft({ ...draft, decisionId: event.target.value })}
        >
          <option value="">None in particular</option>
          {view.decisions.map(({ id, number, question }) => (
            <option key={id} value={id}>
              D-{number} {question}
            </option>
          ))}
        </Select>
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Started" error={errorOf("startedOn")} optional>
          <DateInput
            value={draft.startedOn}
            onChange={(event) => setDraft({ ...draft, startedOn: event.target.value })}
          />
        </Field>
        <Field label="Finished" error={errorOf("finishedOn")} optional>
          <DateInput
            value={draft.finishedOn}
            onChange={(event) => setDraft({ ...draft, finishedOn: event.target.value })}
          />
        </Field>
        <Field label="Person-days so far" error={errorOf("personDays")} optional>
          <NumberInput
            unit="pd"
            value={draft.personDays}
            onChange={(event) => setDraft({ ...draft, personDays: event.target.value })}
          />
        </Field>
        <Field
          label="Cost so far"
          hint="Everything the pass cost, people and machines."
          error={errorOf("costMinor")}
          optional
        >
          <NumberInput
            unit={currency}
            value={draft.cost}
            onChange={(event) => setDraft({ ...draft, cost: event.target.value })}
          />
        </Field>
      </div>
    </EditForm>
  );
}

type Draft = {
  tried: string;
  techniques: TechniqueId[];
  decisionId: string;
  startedOn: string;
  finishedOn: string;
  personDays: string;
  cost: string;
};

function draftOf(recorded: Recorded, currency: string): Draft {
  const { tried, techniques, decisionId, startedOn, finishedOn, personDays, costMinor } = recorded;
  return {
    tried,
    techniques: [...techniques],
    decisionId: decisionId ?? "",
    startedOn: startedOn ?? "",
    finishedOn: finishedOn ?? "",
    personDays: personDays === null ? "" : String(personDays),
    cost: costMinor === null ? "" : String(costMinor / 10 ** minorDigits(currency)),
  };
}

function recordedOf(draft: Draft, currency: string): Recorded {
  const orNull = (text: string) => (text === "" ? null : text);
  return {
    tried: draft.tried,
    techniques: draft.techniques,
    decisionId: orNull(draft.decisionId),
    startedOn: orNull(draft.startedOn),
    finishedOn: orNull(draft.finishedOn),
    personDays: draft.personDays === "" ? null : Number(draft.personDays),
    costMinor: draft.cost === "" ? null : Math.round(Number(draft.cost) * 10 ** minorDigits(currency)),
  };
}

function Theirs({ recorded }: { recorded: Recorded }) {
  const { tried, techniques, startedOn, finishedOn, personDays } = recorded;
  return (
    <ul className="grid gap-0.5 [overflow-wrap:anywhere]">
      <li>Tried: {tried === "" ? "nothing yet" : tried}</li>
      {techniques.length > 0 && (
        <li>Techniques: {techniques.map((id) => techniqueNames[id].name).join(", ")}</li>
      )}
      {startedOn !== null && <li>Started {formatDate(startedOn)}</li>}
      {finishedOn !== null && <li>Finished {formatDate(finishedOn)}</li>}
      {personDays !== null && <li>{personDays} person-days</li>}
    </ul>
  );
}
