"use client";

import type { ReactNode } from "react";
import { hostings, licenceNeeds } from "@/planning";
import { Card } from "@/ui/card";
import { DateInput } from "@/ui/date-input";
import { drawnFirst } from "@/ui/drawn-first";
import { Field } from "@/ui/field";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";
import type { BriefText } from "../schema";
import { type BriefDraft, briefFieldNames } from "./brief-draft";
import { hostingNames, licenceNames } from "./brief-names";
import { CriterionRows, DataRows } from "./brief-rows";

const BriefRisk = drawnFirst(() => import("./brief-risk"));

type Typed = "objectives" | "tasks" | "languages";
type Counted = "requestsPerDay" | "tokensInPerRequest" | "tokensOutPerRequest" | "latencySeconds";

/** The guided brief: what is asked, and in a sentence why it matters for the plan. */
export function BriefFields({
  draft,
  onChange,
  errorOf,
  currency,
  editable,
  words,
}: {
  draft: BriefDraft;
  onChange: (draft: BriefDraft) => void;
  errorOf: (field: string) => string | undefined;
  currency: string;
  editable: boolean;
  /** A part in words, which is written beside the form. */
  words: (field: BriefText) => ReactNode;
}) {
  const change = (part: Partial<BriefDraft>) => onChange({ ...draft, ...part });
  const area = (field: Typed, hint: ReactNode, rows = 2) => (
    <Field label={briefFieldNames[field]} hint={hint} error={errorOf(`content.${field}`)}>
      <TextArea
        rows={rows}
        value={draft[field]}
        onChange={(event) => change({ [field]: event.target.value })}
      />
    </Field>
  );
  const count = (field: Counted, unit: string, hint: ReactNode) => (
    <Field label={briefFieldNames[field]} hint={hint} error={errorOf(`content.${field}`)}>
      <NumberInput
        unit={unit}
        min={0}
        value={draft[field]}
        onChange={(event) => change({ [field]: event.target.value })}
      />
    </Field>
  );
  const form = (fields: ReactNode) => (
    <fieldset disabled={!editable} className="grid gap-4">
      {fields}
    </fieldset>
  );
  return (
    <>
      <Card title="What it is for">
        <div className="grid gap-4">
          {words("useCase")}
          {words("goals")}
          {form(area("objectives", "One per line, measurable where you can."))}
        </div>
      </Card>
      <Card title="What the model must do">
        {form(
          <>
            <Field
              label={briefFieldNames.taskBreadth}
              hint="One narrow task often needs a smaller model, sometimes no language model at all."
              error={errorOf("content.taskBreadth")}
            >
              <Select
                value={draft.taskBreadth}
                onChange={({ target: { value } }) =>
                  change({ taskBreadth: value === "one" || value === "many" ? value : "" })
                }
              >
                <option value="">Not settled yet</option>
                <option value="one">One task, done very well</option>
                <option value="many">Many tasks</option>
              </Select>
            </Field>
            {area("tasks", "One per line: summarising, extracting, translating, answering …")}
            {area("languages", "Separated by commas. Each one needs its own evaluation.", 1)}
          </>,
        )}
      </Card>
      <Card title="How good is good enough">
        <div className="grid gap-4">
          {words("qualityBar")}
          {form(
            <div className="grid gap-1.5">
              <h3 className="text-sm font-medium">{briefFieldNames.successCriteria}</h3>
              <p className="text-xs text-muted">
                Evaluation in phase 3 is held against these. Alt with an arrow key moves a row.
              </p>
              <CriterionRows
                rows={draft.successCriteria}
                onChange={(successCriteria) => change({ successCriteria })}
                errorOf={errorOf}
              />
            </div>,
          )}
        </div>
      </Card>
      <Card title="How it is used" anchor="brief-use">
        {form(
          <div className="grid gap-4 sm:grid-cols-2">
            {count("requestsPerDay", "requests a day", "Decides the running cost.")}
            {count("latencySeconds", "seconds", "The longest wait that is acceptable.")}
            {count(
              "tokensInPerRequest",
              "tokens a request",
              "Prompt and passages; 1,000 tokens are some 750 words.",
            )}
            {count("tokensOutPerRequest", "tokens a request", "The answer.")}
          </div>,
        )}
      </Card>
      <Card title="What there is to work with" anchor="brief-data">
        <div className="grid gap-4">
          {form(
            <div className="grid gap-1.5">
              <h3 className="text-sm font-medium">{briefFieldNames.data}</h3>
              <DataRows rows={draft.data} onChange={(data) => change({ data })} errorOf={errorOf} />
            </div>,
          )}
          {words("dataAtHand")}
        </div>
      </Card>
      <Card title="What narrows the choice" anchor="brief-limits">
        <div className="grid gap-4">
          {form(
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                label={briefFieldNames.hosting}
                hint="Of model and data."
                error={errorOf("content.hosting")}
              >
                <Select
                  value={draft.hosting}
                  onChange={({ target: { value } }) =>
                    change({ hosting: hostings.find((known) => known === value) ?? "" })
                  }
                >
                  <option value="">Not settled yet</option>
                  {hostings.map((value) => (
                    <option key={value} value={value}>
                      {hostingNames[value]}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field
                label={briefFieldNames.licence}
                hint="What it must allow."
                error={errorOf("content.licence")}
              >
                <Select
                  value={draft.licence}
                  onChange={({ target: { value } }) =>
                    change({ licence: licenceNeeds.find((known) => known === value) ?? "" })
                  }
                >
                  <option value="">Not settled yet</option>
                  {licenceNeeds.map((value) => (
                    <option key={value} value={value}>
                      {licenceNames[value]}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field label={briefFieldNames.budget} error={errorOf("content.budgetMinor")}>
                <NumberInput
                  unit={currency}
                  min={0}
                  value={draft.budget}
                  onChange={(event) => change({ budget: event.target.value })}
                />
              </Field>
              <Field label={briefFieldNames.deadline} error={errorOf("content.deadline")}>
                <DateInput
                  value={draft.deadline}
                  onChange={(event) => change({ deadline: event.target.value })}
                />
              </Field>
            </div>,
          )}
          {words("constraints")}
        </div>
      </Card>
      {form(<BriefRisk value={draft.riskAnswers} onChange={(riskAnswers) => change({ riskAnswers })} />)}
    </>
  );
}
