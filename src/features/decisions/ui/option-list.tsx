"use client";

import { PartThreads } from "@/features/comments/ui";
import type { PlanRecord } from "@/features/plans/record.schema";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { drawnFirst } from "@/ui/drawn-first";
import { EmptyState } from "@/ui/empty-state";
import { FormError } from "@/ui/form-error";
import { letterOf } from "@/ui/option-letter";
import { type Option, OptionCard } from "./option-card";
import { OptionDialog } from "./option-dialog";

const OptionEvidence = drawnFirst(() => import("./option-evidence"));

type Decision = {
  id: string;
  options: readonly Option[];
  standing: { optionId: string } | null;
  positions: readonly { optionId: string | null; stance: string }[];
};

/** The options side by side, their forecasts on one scale. */
export function OptionList({
  workspace,
  decision,
  records,
  currency,
  editable,
  threads,
}: {
  workspace: string;
  decision: Decision;
  records: ReadonlyMap<string, PlanRecord>;
  currency: string;
  editable: boolean;
  threads: readonly { readonly optionId: string; readonly threads: number }[];
}) {
  const api = useApi();
  const remove = useSubmit(api.decisions.removeOption.mutate);
  const finishes = [...records.values()].map((record) => record.after.finish);
  const first = time(finishes.map((finish) => finish.p10).sort()[0]);
  const last = time(
    finishes
      .map((finish) => finish.p95)
      .sort()
      .at(-1),
  );
  const scale = (day: string) =>
    last === first ? 0.5 : 0.02 + (0.96 * (time(day) - first)) / (last - first);
  const count = (optionId: string, stance: string) =>
    decision.positions.filter((position) => position.optionId === optionId && position.stance === stance)
      .length;
  if (decision.options.length === 0) {
    return (
      <EmptyState
        title="No options yet"
        description="Add at least two. Each says what it would do to the plan, so that everybody sees the price before choosing."
      />
    );
  }
  return (
    <>
      <FormError message={remove.message} />
      <ul className="grid gap-3 md:grid-cols-2 2xl:grid-cols-3">
        {decision.options.map((option, place) => (
          <OptionCard
            key={option.id}
            letter={letterOf(place)}
            option={option}
            preview={records.get(option.id) ?? null}
            scale={scale}
            chosen={decision.standing?.optionId === option.id}
            agreeing={count(option.id, "agree")}
            objecting={count(option.id, "object")}
            currency={currency}
            evidence={
              <OptionEvidence
                workspace={workspace}
                decisionId={decision.id}
                option={option}
                letter={letterOf(place)}
              />
            }
            discussion={
              <PartThreads
                about={{ kind: "option", optionId: option.id }}
                name={`option ${letterOf(place)}`}
                threads={threads.find(({ optionId }) => optionId === option.id)?.threads ?? 0}
              />
            }
            actions={
              editable ? (
                <span className="flex gap-1">
                  <OptionDialog
                    workspace={workspace}
                    decisionId={decision.id}
                    option={option}
                    currency={currency}
                    trigger={
                      <Button size="sm" variant="ghost" aria-label={`Edit option ${letterOf(place)}`}>
                        Edit
                      </Button>
                    }
                  />
                  <ConfirmDialog
                    trigger={
                      <Button size="sm" variant="ghost" aria-label={`Remove option ${letterOf(place)}`}>
                        Remove
                      </Button>
                    }
                    title={`Remove “${option.title}”?`}
                    description="Positions on it lose their option; the discussion stays."
                    confirm="Remove"
                    onConfirm={() =>
                      void remove.submit((mutationId) => ({
                        workspace,
                        mutationId,
                        optionId: option.id,
                        version: option.version,
                      }))
                    }
                  />
                </span>
              ) : undefined
            }
          />
        ))}
      </ul>
    </>
  );
}

function time(day: string | undefined): number {
  return day === undefined ? 0 : Date.parse(`${day}T00:00:00Z`);
}
