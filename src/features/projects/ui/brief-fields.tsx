"use client";

import type { ReactNode } from "react";
import { Card } from "@/ui/card";
import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { NumberInput } from "@/ui/number-input";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";
import type { BriefPart } from "../schema";
import type { BriefDraft } from "./brief-draft";

export const partNames = {
  useCase: "Use case",
  goals: "Goals",
  objectives: "Objectives",
  taskBreadth: "One task or many",
  tasks: "Tasks",
  qualityBar: "Quality bar",
  requestsPerDay: "Volume",
  latencySeconds: "Latency",
  dataAtHand: "Data at hand",
  languages: "Languages",
  constraints: "Constraints",
  budgetMinor: "Budget",
  deadline: "Deadline",
  successCriteria: "Success criteria",
} as const satisfies Record<BriefPart, string>;

/** The guided brief: what is asked, and in a sentence why it matters for the plan. */
export function BriefFields({
  draft,
  onChange,
  errorOf,
  currency,
}: {
  draft: BriefDraft;
  onChange: (draft: BriefDraft) => void;
  errorOf: (field: string) => string | undefined;
  currency: string;
}) {
  const set = (field: keyof BriefDraft) => (event: { target: { value: string } }) =>
    onChange({ ...draft, [field]: event.target.value });
  const error = (part: BriefPart) => errorOf(`content.${part}`);
  const area = (field: keyof BriefDraft & BriefPart, hint: ReactNode, rows = 3) => (
    <Field label={partNames[field]} hint={hint} error={error(field)}>
      <TextArea rows={rows} value={draft[field]} onChange={set(field)} />
    </Field>
  );
  return (
    <>
      <Card title="What it is for">
        <div className="grid gap-4">
          {area(
            "useCase",
            "Who does what with it, and what happens today instead? The narrower, the cheaper.",
          )}
          {area("goals", "What should be different afterwards?", 2)}
          {area("objectives", "One per line, measurable where you can.", 2)}
        </div>
      </Card>
      <Card title="What the model must do">
        <div className="grid gap-4">
          <Field
            label={partNames.taskBreadth}
            hint="One narrow task often needs a smaller model, sometimes no language model at all."
            error={error("taskBreadth")}
          >
            <Select
              value={draft.taskBreadth}
              onChange={(event) =>
                onChange({
                  ...draft,
                  taskBreadth:
                    event.target.value === "one" || event.target.value === "many" ? event.target.value : "",
                })
              }
            >
              <option value="">Not settled yet</option>
              <option value="one">One task, done very well</option>
              <option value="many">Many tasks</option>
            </Select>
          </Field>
          {area("tasks", "Summarising, extracting, translating, answering …", 2)}
          {area("qualityBar", "What is good enough, and who says so?", 2)}
          {area("languages", "Separated by commas. Each one needs its own evaluation.", 1)}
        </div>
      </Card>
      <Card title="How it is used">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={partNames.requestsPerDay}
            hint="Decides the running cost."
            error={error("requestsPerDay")}
          >
            <NumberInput
              unit="requests a day"
              min={0}
              value={draft.requestsPerDay}
              onChange={set("requestsPerDay")}
            />
          </Field>
          <Field
            label={partNames.latencySeconds}
            hint="The longest wait that is acceptable."
            error={error("latencySeconds")}
          >
            <NumberInput
              unit="seconds"
              min={0}
              value={draft.latencySeconds}
              onChange={set("latencySeconds")}
            />
          </Field>
        </div>
      </Card>
      <Card title="What there is to work with">
        <div className="grid gap-4">
          {area("dataAtHand", "Kind, amount, labelled or not, and what consent or contracts allow.")}
          {area("constraints", "Where data may go, licences, hardware, law, people.")}
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={partNames.budgetMinor} error={error("budgetMinor")}>
              <NumberInput unit={currency} min={0} value={draft.budget} onChange={set("budget")} />
            </Field>
            <Field label={partNames.deadline} error={error("deadline")}>
              <DateInput value={draft.deadline} onChange={set("deadline")} />
            </Field>
          </div>
        </div>
      </Card>
      <Card title="How success is measured">
        <Field
          label={partNames.successCriteria}
          hint="One per line: what is measured | the target | on which data. Evaluation in phase 3 is held against these."
          error={errorOf("content.successCriteria") ?? errorOf("content.successCriteria.0.target")}
        >
          <TextArea
            rows={4}
            value={draft.successCriteria}
            onChange={set("successCriteria")}
            placeholder="Answers supported by a passage | at least 98 % | 400 reviewed chats"
          />
        </Field>
      </Card>
    </>
  );
}
