"use client";

import { ArrowDown, ArrowUp, Pencil, Trash2 } from "lucide-react";
import { PartThreads } from "@/features/comments/ui";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { FormError } from "@/ui/form-error";
import { formatPercent } from "@/ui/format";
import { IconButton } from "@/ui/icon-button";
import { SegmentedControl } from "@/ui/segmented-control";
import { toast } from "@/ui/toast-queue";
import { CriterionDialog } from "./criterion-dialog";
import { type Scoring, type ScoringCriterion, shareOf, tellScale, type Weights } from "./scoring-data";
import type { ScoringThreads } from "./scoring-threads";

/** The criteria with their weights. Anybody may move the weights to see the ranking move; who may edit saves them. */
export function ScoringCriteria({
  workspace,
  scoring,
  editable,
  weights,
  trial,
  threads,
  onChange,
}: {
  workspace: string;
  scoring: Scoring;
  editable: boolean;
  weights: Weights;
  trial: boolean;
  threads: ScoringThreads;
  /** Null: as saved. */
  onChange: (weights: Weights | null) => void;
}) {
  const api = useApi();
  const weigh = useSubmit(api.scoring.weigh.mutate, () => {
    onChange(null);
    toast.success("Weights saved");
  });
  const remove = useSubmit(api.scoring.removeCriterion.mutate, () => onChange(null));
  const set = (criterionId: string, importance: number) =>
    onChange({
      ...weights,
      of: weights.of.map((weight) =>
        weight.criterionId === criterionId ? { criterionId, importance } : weight,
      ),
    });
  const swap = (place: number, other: number) => {
    const [a, b] = [weights.of[place], weights.of[other]];
    if (a === undefined || b === undefined) return;
    onChange({ ...weights, of: weights.of.with(place, b).with(other, a) });
  };
  const byId = new Map(scoring.criteria.map((criterion) => [criterion.id, criterion]));
  return (
    <Card
      title="Criteria and weights"
      actions={trial ? <Badge tone="accent">tried out, not saved</Badge> : undefined}
    >
      <FormError
        message={weigh.refusal?.code === "STALE_VERSION" ? null : (weigh.message ?? remove.message)}
      />
      {weigh.refusal?.code === "STALE_VERSION" && (
        <Callout tone="warn" title="Somebody weighed them meanwhile">
          <Button
            size="sm"
            onClick={() => {
              weigh.forget();
              onChange(null);
            }}
          >
            Look at theirs
          </Button>{" "}
          or save again to replace them by yours.
        </Callout>
      )}
      <div className="mb-2 grid gap-1">
        <SegmentedControl
          label="How importance is given"
          name="weighting"
          value={weights.weighting}
          onChange={(weighting) => onChange({ ...weights, weighting })}
          choices={[
            { value: "swing", label: "Swing" },
            { value: "direct", label: "Direct" },
          ]}
        />
        <p className="text-xs text-muted">
          {weights.weighting === "swing"
            ? "How much it matters to go from the worst to the best end of the scale: 100 for the one that matters most, the others beside it."
            : "Each criterion's share of the whole; shares are brought to 100 % together."}
        </p>
      </div>
      <ul className="grid">
        {weights.of.map(({ criterionId, importance }, place) => {
          const criterion = byId.get(criterionId);
          if (criterion === undefined) return null;
          return (
            <li key={criterionId} className="grid gap-1 border-t border-line py-2 first:border-0">
              <div className="flex items-start justify-between gap-2">
                <div className="min-w-0">
                  <p className="text-sm font-medium [overflow-wrap:anywhere]">{criterion.name}</p>
                  <p className="text-xs text-muted [overflow-wrap:anywhere]" title={criterion.description}>
                    {tellScale(criterion)}
                  </p>
                </div>
                {editable && (
                  <Actions
                    workspace={workspace}
                    scoring={scoring}
                    criterion={criterion}
                    first={place === 0}
                    last={place === weights.of.length - 1}
                    onMove={(by) => swap(place, place + by)}
                    onRemove={() =>
                      void remove.submit((mutationId) => ({
                        workspace,
                        mutationId,
                        criterionId,
                        version: criterion.version,
                      }))
                    }
                  />
                )}
              </div>
              <div className="flex items-center gap-3">
                <input
                  type="range"
                  min={0}
                  max={100}
                  step={1}
                  value={Math.round(importance)}
                  aria-label={`Weight of ${criterion.name}`}
                  aria-valuetext={`${Math.round(importance)} points, ${formatPercent(shareOf(weights, criterionId))}`}
                  onChange={(event) => set(criterionId, Number(event.target.value))}
                  className="h-6 min-w-0 flex-1 accent-[var(--accent)]"
                />
                <span className="w-20 shrink-0 text-right text-xs tabular-nums">
                  {weights.weighting === "swing" && (
                    <span className="text-muted">{Math.round(importance)} · </span>
                  )}
                  {formatPercent(shareOf(weights, criterionId))}
                </span>
                <PartThreads
                  about={{ kind: "criterion", criterionId }}
                  name={criterion.name}
                  threads={threads.ofCriterion(criterionId)}
                />
              </div>
            </li>
          );
        })}
      </ul>
      <div className="mt-2 flex flex-wrap gap-2">
        {editable && <CriterionDialog workspace={workspace} scoring={scoring} criterion={null} />}
        {trial && (
          <Button size="sm" onClick={() => onChange(null)}>
            Back to the saved weights
          </Button>
        )}
        {trial && editable && (
          <Button
            size="sm"
            variant="primary"
            pending={weigh.pending}
            onClick={() =>
              void weigh.submit((mutationId) => ({
                workspace,
                mutationId,
                decisionId: scoring.id,
                weightsVersion: scoring.weightsVersion,
                weighting: weights.weighting,
                weights: [...weights.of],
              }))
            }
          >
            Save weights
          </Button>
        )}
      </div>
    </Card>
  );
}

function Actions({
  workspace,
  scoring,
  criterion,
  first,
  last,
  onMove,
  onRemove,
}: {
  workspace: string;
  scoring: Scoring;
  criterion: ScoringCriterion;
  first: boolean;
  last: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}) {
  return (
    <div className="flex shrink-0">
      <IconButton size="sm" label={`Move ${criterion.name} up`} disabled={first} onClick={() => onMove(-1)}>
        <ArrowUp aria-hidden="true" className="size-3.5" />
      </IconButton>
      <IconButton size="sm" label={`Move ${criterion.name} down`} disabled={last} onClick={() => onMove(1)}>
        <ArrowDown aria-hidden="true" className="size-3.5" />
      </IconButton>
      <CriterionDialog
        workspace={workspace}
        scoring={scoring}
        criterion={criterion}
        trigger={
          <IconButton size="sm" label={`Edit ${criterion.name}`}>
            <Pencil aria-hidden="true" className="size-3.5" />
          </IconButton>
        }
      />
      <ConfirmDialog
        title={`Remove “${criterion.name}”?`}
        description="It no longer counts, and what was scored by it is no longer shown; the discussion stays."
        confirm="Remove"
        onConfirm={onRemove}
        trigger={
          <IconButton size="sm" label={`Remove ${criterion.name}`}>
            <Trash2 aria-hidden="true" className="size-3.5" />
          </IconButton>
        }
      />
    </div>
  );
}
