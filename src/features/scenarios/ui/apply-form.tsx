"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { FormError } from "@/ui/form-error";
import { toast } from "@/ui/toast";
import type { Applying } from "../applying.queries";
import { DecisionReason, type Reason } from "./decision-reason";
import { FaultNote } from "./fault-note";
import { StepList } from "./step-list";

/** What will happen, why each of its decisions is taken, and the way to do it. */
export function ApplyForm({
  workspace,
  base,
  applying,
  onDone,
}: {
  workspace: string;
  base: string;
  applying: Applying;
  onDone: () => void;
}) {
  const api = useApi();
  const [reasons, setReasons] = useState<Readonly<Record<string, Reason>>>({});
  const { id: scenarioId, version, name, steps, faults, decisions } = applying;
  const { submit, pending, message, errorOf } = useSubmit(api.scenarios.applyToPlan.mutate, () => {
    toast.success(`“${name}” is the plan now`);
    onDone();
  });
  const refused = decisions.filter(({ isAllowed, refusal }) => !isAllowed || refusal !== null);
  const isPossible = faults.length === 0 && refused.length === 0 && steps.length > 0;
  const reasonFor = (decision: Applying["decisions"][number]): Reason =>
    reasons[decision.decisionId] ?? { rationale: decision.rationale, objectionsAnswered: "", departure: "" };
  return (
    <form
      className="grid gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit((mutationId) => ({
          workspace,
          mutationId,
          scenarioId,
          version,
          decisions: decisions.map((decision) => ({
            decisionId: decision.decisionId,
            version: decision.version,
            ...reasonFor(decision),
          })),
        }));
      }}
    >
      <FormError message={message} />
      <FaultNote title="It can't be applied: the plan went on without it" faults={faults}>
        <p className="mt-1">Bring the scenario up to date on its page, look at it again, then apply it.</p>
      </FaultNote>
      {refused.length > 0 && (
        <Callout tone="warn" title="It can't be applied by you now">
          <ul className="list-disc pl-4.5">
            {refused.map(({ decisionId, number, isAllowed, refusal }) => (
              <li key={decisionId}>
                D-{number}:{" "}
                {isAllowed
                  ? refusal
                  : "Only the owner of the decision or of the project, or a lead, may decide it."}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <section aria-label="What will happen">
        <h3 className="mb-1.5 text-sm font-medium">
          {isPossible ? "This will happen, with an entry on the log for each" : "This is what it would do"}
        </h3>
        <StepList base={base} steps={steps} shown={12} />
      </section>
      {isPossible &&
        decisions.map((decision, place) => (
          <DecisionReason
            key={decision.decisionId}
            decision={decision}
            reason={reasonFor(decision)}
            errorOf={(field) => errorOf(`decisions.${place}.${field}`)}
            onChange={(reason) => setReasons({ ...reasons, [decision.decisionId]: reason })}
          />
        ))}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending} disabled={!isPossible}>
          Apply to the plan
        </Button>
      </div>
    </form>
  );
}
