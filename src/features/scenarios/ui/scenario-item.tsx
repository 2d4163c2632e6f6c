"use client";

import { useId } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { DialogOnDemand } from "@/ui/dialog-on-demand";
import { FormError } from "@/ui/form-error";
import { FormInPlace } from "@/ui/form-in-place";
import { formatDate } from "@/ui/format";
import { onDemand } from "@/ui/on-demand";
import { toast } from "@/ui/toast";
import type { ScenarioRow, Scenarios } from "../queries";
import { FaultNote } from "./fault-note";
import { StepList } from "./step-list";

const form = onDemand(() => import("./scenario-form"));
const applying = onDemand(() => import("./apply-panel"));

/** One scenario: what it would do, and what can be done with it. */
export function ScenarioItem({
  workspace,
  projectKey,
  base,
  scenarios,
  scenario,
  editable,
  isCompared,
  isFull,
  onCompare,
}: {
  workspace: string;
  projectKey: string;
  base: string;
  scenarios: Scenarios;
  scenario: ScenarioRow;
  editable: boolean;
  isCompared: boolean;
  /** As many are compared as can be. */
  isFull: boolean;
  onCompare: (isCompared: boolean) => void;
}) {
  const headingId = useId();
  const { id: scenarioId, name, version, steps, faults, madeAt, madeBy } = scenario;
  return (
    <li
      aria-labelledby={headingId}
      className="rounded-lg border border-line bg-surface px-4 py-3.5 shadow-card"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id={headingId} className="font-semibold [overflow-wrap:anywhere]">
            {name} {faults.length > 0 && <Badge tone="warn">out of date</Badge>}
          </h2>
          <p className="text-xs text-muted">
            {formatDate(madeAt)}, {madeBy}
          </p>
        </div>
        <Checkbox
          label={
            <>
              Compare<span className="sr-only"> {name}</span>
            </>
          }
          checked={isCompared}
          disabled={!isCompared && isFull}
          onChange={(event) => onCompare(event.target.checked)}
          className="print:hidden"
        />
      </div>
      <div className="mt-2 max-w-4xl">
        <StepList base={base} steps={steps} />
      </div>
      {faults.length > 0 && (
        <div className="mt-3">
          <FaultNote title="The plan went on without it" faults={faults}>
            {editable && <BringUpToDate workspace={workspace} scenario={scenario} />}
          </FaultNote>
        </div>
      )}
      {editable && (
        <div className="mt-3 flex flex-wrap items-start gap-2 print:hidden">
          <DialogOnDemand
            part={applying}
            trigger={
              <Button size="sm" aria-label={`Apply ${name}…`}>
                Apply…
              </Button>
            }
          >
            {(Panel, dialog) => (
              <Panel {...dialog} workspace={workspace} base={base} scenarioId={scenarioId} name={name} />
            )}
          </DialogOnDemand>
          <div className="has-[form]:order-last has-[form]:w-full">
            <FormInPlace part={form} button={{ size: "sm", "aria-label": `Edit ${name}`, children: "Edit" }}>
              {(Form, close) => (
                <Form
                  workspace={workspace}
                  projectKey={projectKey}
                  scenarios={scenarios}
                  scenario={scenario}
                  onClose={close}
                />
              )}
            </FormInPlace>
          </div>
          <Drop workspace={workspace} scenario={{ scenarioId, version, name }} />
        </div>
      )}
    </li>
  );
}

function Drop({
  workspace,
  scenario: { scenarioId, version, name },
}: {
  workspace: string;
  scenario: { scenarioId: string; version: number; name: string };
}) {
  const api = useApi();
  const { submit, pending, message } = useSubmit(api.scenarios.drop.mutate, () => {
    toast.success(`“${name}” is dropped`);
  });
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        pending={pending}
        aria-label={`Drop ${name}`}
        onClick={() => void submit((mutationId) => ({ workspace, mutationId, scenarioId, version }))}
      >
        Drop
      </Button>
      <FormError message={message} />
    </>
  );
}

function BringUpToDate({ workspace, scenario }: { workspace: string; scenario: ScenarioRow }) {
  const api = useApi();
  const { submit, pending, message } = useSubmit(api.scenarios.edit.mutate);
  const { id: scenarioId, version, name, current: content } = scenario;
  return (
    <div className="mt-2 grid justify-items-start gap-2">
      <p>
        Bringing it up to date leaves out what can't be any more, and keeps its figures for what was changed.
      </p>
      <Button
        size="sm"
        pending={pending}
        aria-label={`Bring ${name} up to date`}
        onClick={() =>
          void submit((mutationId) => ({ workspace, mutationId, scenarioId, version, name, content }))
        }
      >
        Bring up to date
      </Button>
      <FormError message={message} />
    </div>
  );
}
