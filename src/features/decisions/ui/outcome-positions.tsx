"use client";

import { Badge } from "@/ui/badge";
import { formatCount } from "@/ui/format";
import type { PositionsRecord } from "../record.schema";

/** Where everybody stood when it was decided: dissent at once, the rest behind a line. */
export function OutcomePositions({ record }: { record: PositionsRecord }) {
  const { process, positions, silent, departure } = record;
  const dissent = positions.filter(({ stance }) => stance === "object");
  const others = positions.filter(({ stance }) => stance !== "object");
  return (
    <div className="mt-3 grid gap-2 text-sm">
      {departure !== "" && (
        <p className="[overflow-wrap:anywhere]">
          <span className="text-muted">Not what most voted for, because: </span>
          {departure}
        </p>
      )}
      {dissent.length > 0 && (
        <ul aria-label="Dissent" className="grid gap-2">
          {dissent.map((position) => (
            <li key={position.membershipId} className="border-l-2 border-warn pl-2.5">
              <p className="[overflow-wrap:anywhere]">
                <Badge tone="warn">dissent</Badge> <b className="font-medium">{position.name}</b>
                {position.option !== null && <span className="text-muted"> to “{position.option}”</span>}:{" "}
                {position.reason}
              </p>
              {position.answer !== null && (
                <p className="[overflow-wrap:anywhere] text-muted">
                  {position.answeredBy ?? "Somebody"} answered: {position.answer}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {others.length + silent.length > 0 && (
        <details>
          <summary className="w-fit rounded text-muted hover:text-ink">
            {others.length === 0
              ? "Who had not answered"
              : `${formatCount(others.length, dissent.length > 0 ? "other position" : "position")} as they stood`}
          </summary>
          <ul className="mt-1 grid gap-1">
            {others.map((position) => (
              <li key={position.membershipId} className="[overflow-wrap:anywhere]">
                {position.name}{" "}
                <span className="text-muted">
                  {tell(position, process)}
                  {position.reason !== "" && `: ${position.reason}`}
                  {position.answer !== null &&
                    ` (withdrew the objection after the answer: ${position.answer})`}
                </span>
              </li>
            ))}
            {silent.length > 0 && (
              <li className="text-muted">Asked, without an answer: {silent.join(", ")}</li>
            )}
          </ul>
        </details>
      )}
    </div>
  );
}

function tell({ stance, option }: PositionsRecord["positions"][number], process: string): string {
  if (stance === "abstain") return "abstained";
  const verb = process === "vote" ? "voted for" : "agreed with";
  return option === null ? "agreed" : `${verb} “${option}”`;
}
