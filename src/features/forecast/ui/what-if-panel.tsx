"use client";

import type { ReactNode } from "react";
import type { ProjectTask } from "@/features/plans/queries";
import { phaseIds, phaseNames } from "@/planning";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { DateInput } from "@/ui/date-input";
import { EstimateFields } from "@/ui/estimate-fields";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { draftOfTask, type WhatIfDraft } from "./what-if-draft";

export type TriedDecision = {
  readonly id: string;
  readonly number: number;
  readonly question: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
};

const runChoices = [200, 2_000, 10_000, 50_000];

/** What is tried out on the plan; nothing of it is saved unless it is kept as a scenario. */
export function WhatIfPanel({
  draft,
  onChange,
  onReset,
  tasks,
  decisions,
  storedRuns,
  note,
  isActive,
  keep,
}: {
  draft: WhatIfDraft;
  onChange: (draft: WhatIfDraft) => void;
  onReset: () => void;
  /** Those that are not done. */
  tasks: readonly ProjectTask[];
  decisions: readonly TriedDecision[];
  storedRuns: number;
  /** How far the answer is. */
  note: string;
  isActive: boolean;
  /** The way to keep it; nothing for who may not. */
  keep: ReactNode;
}) {
  const task = tasks.find(({ key }) => key === draft.task?.key);
  const runs = [...new Set([...runChoices, storedRuns])].sort((a, b) => a - b);
  const choose = (decisionId: string, optionId: string) => {
    const { [decisionId]: _, ...others } = draft.choices;
    onChange({ ...draft, choices: optionId === "" ? others : { ...others, [decisionId]: optionId } });
  };
  return (
    <Card title="What if" hint="tried out here; the plan stays as it is" className="print:hidden">
      <div className="grid gap-4">
        <div className="grid grid-cols-2 gap-3">
          <Field label="Start">
            <DateInput
              value={draft.startsOn}
              onChange={(event) => onChange({ ...draft, startsOn: event.target.value })}
            />
          </Field>
          <Field label="Runs">
            <Select value={draft.runs} onChange={(event) => onChange({ ...draft, runs: event.target.value })}>
              {runs.map((count) => (
                <option key={count} value={count}>
                  {count.toLocaleString("en-GB")}
                  {count === storedRuns ? ", as stored" : ""}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Field label="A task takes">
          <Select
            value={task?.key ?? ""}
            onChange={(event) => {
              const chosen = tasks.find(({ key }) => key === event.target.value);
              onChange({ ...draft, task: chosen ? draftOfTask(chosen) : null });
            }}
          >
            <option value="">what it is estimated to take</option>
            {phaseIds.map((phase) => (
              <optgroup key={phase} label={phaseNames[phase]}>
                {tasks
                  .filter((one) => one.phase === phase)
                  .map(({ key, name }) => (
                    <option key={key} value={key}>
                      {name}
                    </option>
                  ))}
              </optgroup>
            ))}
          </Select>
        </Field>
        {task !== undefined && draft.task !== null && (
          <>
            <Estimate draft={draft} task={task} of="effort" onChange={onChange} />
            <Estimate draft={draft} task={task} of="duration" onChange={onChange} />
          </>
        )}
        {decisions.length > 0 && (
          <fieldset className="grid gap-2.5">
            <legend className="mb-1.5 text-sm font-medium">Open decisions</legend>
            {decisions.map(({ id, number, question, options }) => (
              <Field
                key={id}
                label={
                  <span className="font-normal">
                    D-{number} {question}
                  </span>
                }
              >
                <Select value={draft.choices[id] ?? ""} onChange={(event) => choose(id, event.target.value)}>
                  <option value="">left open</option>
                  {options.map((option) => (
                    <option key={option.id} value={option.id}>
                      {option.title}
                    </option>
                  ))}
                </Select>
              </Field>
            ))}
          </fieldset>
        )}
        <div className="flex min-h-9 items-center justify-between gap-3">
          <p aria-live="polite" className="text-xs text-muted">
            {note}
          </p>
          <Button size="sm" onClick={onReset} disabled={!isActive}>
            Reset
          </Button>
        </div>
        {keep}
      </div>
    </Card>
  );
}

function Estimate({
  draft,
  task,
  of,
  onChange,
}: {
  draft: WhatIfDraft;
  task: ProjectTask;
  of: "effort" | "duration";
  onChange: (draft: WhatIfDraft) => void;
}) {
  if (draft.task === null) return null;
  const own = draft.task;
  return (
    <EstimateFields
      legend={of === "effort" ? "Effort, person-days" : "Duration, working days"}
      value={own[of]}
      standard={of === "effort" ? task.standard.effortPersonDays : task.standard.durationWorkingDays}
      error={undefined}
      onChange={(value) => onChange({ ...draft, task: { ...own, [of]: value } })}
    />
  );
}
