"use client";

import { useState } from "react";
import { type PhaseId, suggestedCriteria, typicalCriteria } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { NumberInput } from "@/ui/number-input";
import { SegmentedControl } from "@/ui/segmented-control";
import { TextArea } from "@/ui/text-area";
import { TextInput } from "@/ui/text-input";
import { type Scoring, type ScoringCriterion, tellScale } from "./scoring-data";

export type CriterionFormProps = {
  readonly workspace: string;
  readonly scoring: Scoring;
  readonly criterion: ScoringCriterion | null;
  readonly onDone: () => void;
};

type Draft = {
  readonly name: string;
  readonly description: string;
  readonly kind: "judged" | "measured";
  readonly words: readonly string[];
  readonly worst: string;
  readonly best: string;
  readonly unit: string;
};

const untold = ["", "", "", "", ""];

function draftOf(
  criterion: Omit<ScoringCriterion, "id" | "version" | "importance" | "scored"> | null,
): Draft {
  if (criterion === null) {
    const blank = { name: "", description: "", worst: "0", best: "100", unit: "" };
    return { ...blank, kind: "judged", words: untold };
  }
  const judged = criterion.words.length > 0;
  return {
    name: criterion.name,
    description: criterion.description,
    kind: judged ? "judged" : "measured",
    words: judged ? criterion.words : untold,
    worst: String(criterion.worst),
    best: String(criterion.best),
    unit: criterion.unit,
  };
}

export default function CriterionForm({ workspace, scoring, criterion, onDone }: CriterionFormProps) {
  const api = useApi();
  const [draft, setDraft] = useState(() => draftOf(criterion));
  const [version, setVersion] = useState(criterion?.version ?? 1);
  const add = useSubmit(api.scoring.addCriterion.mutate, onDone);
  const edit = useSubmit(api.scoring.editCriterion.mutate, onDone);
  const { message, errorOf, pending, refusal } = criterion === null ? add : edit;
  const change = (part: Partial<Draft>) => setDraft((last) => ({ ...last, ...part }));
  const judged = draft.kind === "judged";
  const content = {
    name: draft.name,
    description: draft.description,
    worst: judged ? 1 : Number(draft.worst),
    best: judged ? 5 : Number(draft.best),
    unit: judged ? "" : draft.unit,
    words: judged ? [...draft.words] : [],
  };
  const taken = new Set(scoring.criteria.map(({ name }) => name));
  const offers = [
    { title: "Suggested for this decision", criteria: suggestedFor(scoring.suggestion) },
    { title: "Typical for this phase", criteria: typicalDrafts(scoring.phase) },
  ];
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (criterion === null) {
          void add.submit((mutationId) => ({ workspace, mutationId, decisionId: scoring.id, ...content }));
        } else {
          const { id: criterionId } = criterion;
          void edit.submit((mutationId) => ({ workspace, mutationId, criterionId, version, ...content }));
        }
      }}
    >
      {criterion === null &&
        offers.map(({ title, criteria }) => (
          <Offered
            key={title}
            title={title}
            criteria={criteria.filter(({ name }) => !taken.has(name))}
            onTake={setDraft}
          />
        ))}
      <FormError message={message} />
      {refusal?.code === "STALE_VERSION" && criterion !== null && (
        <Callout tone="warn" title={`It is now “${criterion.name}”, ${tellScale(criterion)}`}>
          <div className="mt-1 flex flex-wrap gap-2">
            <Button size="sm" onClick={() => setVersion(criterion.version)}>
              Keep mine and save over it
            </Button>
            <Button
              size="sm"
              onClick={() => {
                setDraft(draftOf(criterion));
                setVersion(criterion.version);
              }}
            >
              Take theirs
            </Button>
          </div>
        </Callout>
      )}
      <Field label="Name" error={errorOf("name")} required>
        <TextInput value={draft.name} onChange={(event) => change({ name: event.target.value })} />
      </Field>
      <Field label="What it is about" error={errorOf("description")} optional>
        <TextArea
          rows={2}
          value={draft.description}
          onChange={(event) => change({ description: event.target.value })}
        />
      </Field>
      {criterion?.scored === true && (
        <p className="text-sm text-muted">Scores were given on its scale, so the scale stays as it is.</p>
      )}
      <SegmentedControl
        label="Scale"
        name="scale"
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        choices={[
          { value: "judged", label: "1 to 5 in words" },
          { value: "measured", label: "A figure in a unit" },
        ]}
      />
      {judged ? (
        <div className="grid gap-3 sm:grid-cols-5">
          {draft.words.map((word, place) => (
            <Field
              // biome-ignore lint/suspicious/noArrayIndexKey: the five steps never move
              key={place}
              label={place === 0 ? "1 worst" : place === 4 ? "5 best" : String(place + 1)}
              error={place === 0 ? errorOf("words") : undefined}
            >
              <TextInput
                value={word}
                maxLength={40}
                onChange={(event) => change({ words: draft.words.with(place, event.target.value) })}
              />
            </Field>
          ))}
        </div>
      ) : (
        <div className="grid gap-3 sm:grid-cols-3">
          <Field label="Worst" error={errorOf("worst")} hint="worth nothing">
            <NumberInput value={draft.worst} onChange={(event) => change({ worst: event.target.value })} />
          </Field>
          <Field label="Best" error={errorOf("best")} hint="below the worst: lower is better">
            <NumberInput value={draft.best} onChange={(event) => change({ best: event.target.value })} />
          </Field>
          <Field label="Unit" error={errorOf("unit")} optional>
            <TextInput value={draft.unit} onChange={(event) => change({ unit: event.target.value })} />
          </Field>
        </div>
      )}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          {criterion === null ? "Add criterion" : "Save"}
        </Button>
      </div>
    </form>
  );
}

function Offered({
  title,
  criteria,
  onTake,
}: {
  title: string;
  criteria: readonly Draft[];
  onTake: (draft: Draft) => void;
}) {
  if (criteria.length === 0) return null;
  return (
    <div>
      <p className="mb-1.5 text-sm font-medium">{title}</p>
      <div className="flex flex-wrap gap-1.5">
        {criteria.map((offered) => (
          <Button key={offered.name} size="sm" title={offered.description} onClick={() => onTake(offered)}>
            {offered.name}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** A scale in points is one of judgement, whose words the team finds. */
function suggestedFor(suggestion: string | null): Draft[] {
  if (suggestion === null) return [];
  return suggestedCriteria(suggestion).map(({ name, scale }) => ({
    name,
    description: "",
    kind: scale.unit === "points" ? "judged" : "measured",
    words: untold,
    worst: String(scale.worst),
    best: String(scale.best),
    unit: scale.unit,
  }));
}

function typicalDrafts(phase: PhaseId): Draft[] {
  return typicalCriteria[phase].map((offered) =>
    draftOf({ ...offered, ...offered.scale, words: [...offered.words] }),
  );
}
