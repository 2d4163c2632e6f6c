import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Figure } from "@/ui/figure";
import {
  formatCount,
  formatDate,
  formatDateRange,
  formatDays,
  formatHours,
  formatMoney,
  formatMonth,
  formatSignedDays,
  formatSignedMoney,
  minorDigits,
} from "@/ui/format";
import { DecisionDiamond } from "@/ui/glyphs/decision-diamond";
import { Prose } from "@/ui/prose";
import { Skeleton } from "@/ui/skeleton";
import { DateText, RelativeTime } from "@/ui/time";
import { Specimen } from "./specimen";

const written = new Date("2026-11-12T09:30:00Z");

export function Surfaces() {
  return (
    <>
      <Specimen name="Figures: in a card, with what they are made of">
        <Card title="Forecast" hint="10,000 runs" level={3} actions={<Badge tone="warn">at risk</Badge>}>
          <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
            <Figure
              label="Finish (P80)"
              value={formatDate("2027-04-30")}
              hint={`${formatSignedDays(-31)} by D-7`}
            />
            <Figure label="Effort" value={formatDays(142)} unit="person-days" href="#content" />
            <Figure
              label="Cost"
              value={formatMoney(18_640_000, "EUR", { compact: true })}
              hint={formatSignedMoney(210_000, "EUR")}
            />
            <Figure label="Machine time" value={formatHours(8.9)} hint={formatCount(3, "open decision")} />
          </div>
        </Card>
      </Specimen>
      <Specimen name="Times">
        <p className="text-sm text-muted">
          <DateText date="2026-11-27" withYear={false} /> · <RelativeTime at={written} /> ·{" "}
          {formatDateRange("2027-01-12", "2027-03-09")} · {formatMonth("2027-04-09")} · EUR has{" "}
          {minorDigits("EUR")} digits
        </p>
      </Specimen>
      <Specimen name="Messages">
        <div className="grid gap-2">
          <Callout title="Scores are hidden">Until all are in, or Jonas reveals them.</Callout>
          <Callout tone="warn" title="Somebody else saved meanwhile">
            Both versions are below; choose for each field.
          </Callout>
          <Callout tone="ok">Decided by Jonas on 27 November.</Callout>
        </div>
      </Specimen>
      <Specimen name="Nothing yet">
        <EmptyState
          title="No decisions yet"
          description="A decision joins a question to the plan: each option says what it does to dates, effort and cost."
          picture={<DecisionDiamond open size={28} label={null} />}
          action={<Button variant="primary">Ask the first question</Button>}
        />
      </Specimen>
      <Specimen name="Coming">
        <div className="grid gap-2">
          <Skeleton className="h-7 w-56" />
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-4 w-2/3" />
        </div>
      </Specimen>
      <Specimen name="What people write">
        <Prose>
          <p>
            The hospital will not sign off on data leaving the building. See <a href="#content">the note</a>.
          </p>
          <ul>
            <li>
              <code>ROUGE-L 0.41 → 0.47</code> on 400 notes
            </li>
            <li>all of them cardiology</li>
          </ul>
          <blockquote>
            <p>Can the date hold until Monday?</p>
          </blockquote>
        </Prose>
      </Specimen>
    </>
  );
}
