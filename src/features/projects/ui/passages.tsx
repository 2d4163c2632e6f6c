import { type PhaseId, phaseNames } from "@/planning";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { formatDate } from "@/ui/format";

export type Passage = {
  readonly at: Date;
  readonly by: string;
  readonly fromPhase: string;
  readonly toPhase: string;
  readonly reason: string;
  readonly withoutGates: readonly PhaseId[];
};

/** The last way into the phase, if it left out a gate. */
export function entryWithoutGate(stage: string, passages: readonly Passage[]): Passage | null {
  const entry = passages.findLast(({ toPhase }) => toPhase === stage);
  return entry === undefined || entry.withoutGates.length === 0 ? null : entry;
}

function tellLeftOut({ withoutGates }: Pick<Passage, "withoutGates">): string {
  return `without the gate${withoutGates.length > 1 ? "s" : ""} of ${withoutGates.map((phase) => phaseNames[phase]).join(" and ")}`;
}

/** Says on a phase's page that it was entered without the gate before it, and why. */
export function EnteredWithoutGate({ phase, passages }: { phase: PhaseId; passages: readonly Passage[] }) {
  const entry = entryWithoutGate(phase, passages);
  if (entry === null) return null;
  return (
    <div className="mb-3">
      <Callout tone="warn" title={`Entered ${tellLeftOut(entry)}`}>
        <span className="[overflow-wrap:anywhere]">
          {entry.by}, {formatDate(entry.at)}: {entry.reason}
        </span>
      </Callout>
    </div>
  );
}

/** How the project came here and went on, with the reasons. */
export function PassagesCard({ phase, passages }: { phase: PhaseId; passages: readonly Passage[] }) {
  if (passages.length === 0) return null;
  return (
    <Card title="What happened here" className="lg:col-span-2">
      <ul className="grid gap-1 text-sm">
        {passages.map((passage) => (
          <li key={passage.at.toISOString()} className="[overflow-wrap:anywhere]">
            {formatDate(passage.at)} · {passage.by} moved it {passage.toPhase === phase ? "here" : "on"}
            {passage.withoutGates.length > 0 && `, ${tellLeftOut(passage)}`}
            {passage.reason !== "" && <span className="text-muted">: {passage.reason}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
