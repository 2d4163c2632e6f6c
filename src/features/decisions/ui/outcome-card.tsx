"use client";

import type { PlanRecord } from "@/features/plans/record.schema";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { formatDate } from "@/ui/format";
import { Markdown } from "@/ui/markdown";
import type { PositionsRecord } from "../record.schema";
import { OutcomePositions } from "./outcome-positions";
import { PlanDifferenceTable } from "./plan-difference";
import { processWords } from "./process-words";

export type Outcome = {
  id: string;
  optionTitle: string;
  rationale: string;
  objectionsAnswered: string;
  decidedBy: string;
  decidedAt: Date;
  plan: PlanRecord;
  positions: PositionsRecord | null;
  reviewOn: string | null;
  isReviewDue: boolean;
  reviews: readonly { id: string; note: string; nextOn: string | null; at: Date; by: string }[];
  ended: { by: string | null; reason: string; at: Date; who: string } | null;
};

/** An outcome as the record keeps it, with what it did to the plan when it was decided. */
export function OutcomeCard({ outcome, currency }: { outcome: Outcome; currency: string }) {
  const { ended, positions, reviews } = outcome;
  const how = positions === null ? "" : `, ${processWords[positions.process].decided}`;
  return (
    <Card
      title={ended === null ? `Decided: ${outcome.optionTitle}` : `Was: ${outcome.optionTitle}`}
      hint={`${outcome.decidedBy}, ${formatDate(outcome.decidedAt)}${how}${ended === null ? "" : `, ${ended.by ?? "ended"} ${formatDate(ended.at)} by ${ended.who}`}`}
    >
      {outcome.isReviewDue && (
        <div className="mb-3">
          <Callout
            tone="warn"
            title={`Due to be looked at again since ${formatDate(outcome.reviewOn ?? "")}`}
          >
            Does it still hold? Say so with what you looked at, or reopen or supersede it.
          </Callout>
        </div>
      )}
      <Markdown text={outcome.rationale} />
      {outcome.objectionsAnswered !== "" && (
        <div className="mt-2 text-sm">
          <span className="text-muted">Objections answered: </span>
          {outcome.objectionsAnswered}
        </div>
      )}
      {positions !== null && <OutcomePositions record={positions} />}
      {ended === null && outcome.reviewOn !== null && !outcome.isReviewDue && (
        <p className="mt-2 text-sm text-muted">To be looked at again on {formatDate(outcome.reviewOn)}</p>
      )}
      {reviews.length > 0 && (
        <ul aria-label="Looked at again" className="mt-2 grid gap-1 text-sm">
          {reviews.map(({ id, note, at, by }) => (
            <li key={id} className="[overflow-wrap:anywhere]">
              <span className="text-muted">
                Still holds, {by}, {formatDate(at)}:{" "}
              </span>
              {note}
            </li>
          ))}
        </ul>
      )}
      {ended !== null && ended.reason !== "" && (
        <div className="mt-2 text-sm">
          <span className="text-muted">Ended because: </span>
          {ended.reason}
        </div>
      )}
      <details className="mt-3" open={ended === null}>
        <summary className="w-fit rounded text-sm text-muted hover:text-ink">What it did to the plan</summary>
        <div className="mt-1">
          <PlanDifferenceTable
            record={outcome.plan}
            currency={currency}
            label={`Plan before and after “${outcome.optionTitle}”`}
          />
        </div>
      </details>
    </Card>
  );
}
