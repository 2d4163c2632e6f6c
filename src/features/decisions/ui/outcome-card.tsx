"use client";

import type { PlanRecord } from "@/features/plans/record.schema";
import { Card } from "@/ui/card";
import { formatDate } from "@/ui/format";
import { Markdown } from "@/ui/markdown";
import { PlanDifferenceTable } from "./plan-difference";

export type Outcome = {
  id: string;
  optionTitle: string;
  rationale: string;
  objectionsAnswered: string;
  decidedBy: string;
  decidedAt: Date;
  plan: PlanRecord;
  ended: { by: string | null; reason: string; at: Date; who: string } | null;
};

/** An outcome as the record keeps it, with what it did to the plan when it was decided. */
export function OutcomeCard({ outcome, currency }: { outcome: Outcome; currency: string }) {
  const { ended } = outcome;
  return (
    <Card
      title={ended === null ? `Decided: ${outcome.optionTitle}` : `Was: ${outcome.optionTitle}`}
      hint={`${outcome.decidedBy}, ${formatDate(outcome.decidedAt)}${ended === null ? "" : `, ${ended.by ?? "ended"} ${formatDate(ended.at)} by ${ended.who}`}`}
    >
      <Markdown text={outcome.rationale} />
      {outcome.objectionsAnswered !== "" && (
        <div className="mt-2 text-sm">
          <span className="text-muted">Objections answered: </span>
          {outcome.objectionsAnswered}
        </div>
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
