import { type GateStanding, type PhaseId, phaseIds, phaseNames } from "@/planning";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { formatDate } from "@/ui/format";
import { Link } from "@/ui/link";
import type { Passage } from "./passages";

type Project = {
  readonly passages: readonly Passage[];
  readonly gates: readonly {
    readonly phase: PhaseId;
    readonly standing: GateStanding;
    readonly openConditions: readonly { id: string; text: string; dueOn: string; owner: string }[];
  }[];
};

/** Each phase's gate, whether it was passed, left without it and why, and what is still open. */
export function GatesCard({ base, project }: { base: string; project: Project }) {
  return (
    <Card title="Gates">
      <ul className="grid gap-2 text-sm">
        {project.gates.map(({ phase, standing, openConditions }) => {
          const left = project.passages.findLast(
            ({ fromPhase, toPhase }) =>
              placeOf(fromPhase) <= placeOf(phase) && placeOf(toPhase) > placeOf(phase),
          );
          const without = left?.withoutGates.includes(phase) ? left : null;
          return (
            <li key={phase} className="grid gap-0.5">
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <Link href={`${base}/phases/${phase}#gate`} className="min-h-6 hover:underline">
                  {phaseNames[phase]}
                </Link>
                {without !== null && standing === "none" ? (
                  <Badge tone="warn">left without it</Badge>
                ) : (
                  <Badge tone={tones[standing]}>{words[standing]}</Badge>
                )}
              </span>
              {without !== null && (
                <span className="text-xs text-muted [overflow-wrap:anywhere]">
                  {without.by}, {formatDate(without.at)}: {without.reason}
                </span>
              )}
              {openConditions.map(({ id, text, dueOn, owner }) => (
                <span key={id} className="text-xs [overflow-wrap:anywhere]">
                  <span className="text-warn">Open:</span> {text}{" "}
                  <span className="text-muted">
                    ({owner}, by {formatDate(dueOn)})
                  </span>
                </span>
              ))}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

const tones = { none: "neutral", passed: "ok", conditions: "accent", "sent-back": "warn" } as const;

const words: Readonly<Record<GateStanding, string>> = {
  none: "not passed yet",
  passed: "passed",
  conditions: "with conditions",
  "sent-back": "sent back",
};

const places: readonly string[] = phaseIds;

/** A launched project is past the last phase. */
function placeOf(stage: string): number {
  const place = places.indexOf(stage);
  return place === -1 ? phaseIds.length : place;
}
