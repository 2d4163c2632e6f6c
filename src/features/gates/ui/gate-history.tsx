"use client";

import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { DialogOnDemand } from "@/ui/dialog-on-demand";
import { formatDate } from "@/ui/format";
import { onDemand } from "@/ui/on-demand";
import type { GateView } from "../queries";
import { statusWords, verdictTones, verdictWords } from "./gate-words";

const conditionPanel = onDemand(() => import("./condition-panel"));

type Round = GateView["rounds"][number];
type Condition = Round["conditions"][number];

/** Every round of the gate, the newest first, with its conditions and what the approver saw. */
export function GateHistory({
  workspace,
  gate,
  mayPrepare,
}: {
  workspace: string;
  gate: GateView;
  mayPrepare: boolean;
}) {
  const rounds = gate.rounds.filter(({ verdict }) => verdict !== null);
  if (rounds.length === 0) return null;
  return (
    <>
      <h3 className="mt-3 mb-1 text-xs text-muted">Rounds</h3>
      <ol className="grid gap-3 text-sm">
        {rounds.map((round) => (
          <li key={round.number} className="grid gap-1 border-l-2 border-line pl-3">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="text-muted">Round {round.number}</span>
              {round.verdict !== null && (
                <Badge tone={verdictTones[round.verdict]}>{verdictWords[round.verdict]}</Badge>
              )}
              <span className="text-xs text-muted">
                {round.decidedBy}
                {round.decidedAt !== null && `, ${formatDate(round.decidedAt)}`}
              </span>
            </p>
            {round.reason !== "" && (
              <p className="whitespace-pre-line [overflow-wrap:anywhere]">{round.reason}</p>
            )}
            {round.conditions.length > 0 && (
              <ul aria-label={`Conditions of round ${round.number}`} className="grid gap-1.5">
                {round.conditions.map((condition) => (
                  <ConditionLine
                    key={condition.id}
                    workspace={workspace}
                    condition={condition}
                    mayPrepare={mayPrepare}
                  />
                ))}
              </ul>
            )}
            <Shown round={round} />
          </li>
        ))}
      </ol>
    </>
  );
}

function ConditionLine({
  workspace,
  condition,
  mayPrepare,
}: {
  workspace: string;
  condition: Condition;
  mayPrepare: boolean;
}) {
  const isOpen = condition.closedAt === null;
  return (
    <li className="grid gap-0.5">
      <p className="[overflow-wrap:anywhere]">
        <Badge tone={isOpen ? "warn" : "ok"}>{isOpen ? "open" : "closed"}</Badge> {condition.text}
      </p>
      <p className="text-xs text-muted [overflow-wrap:anywhere]">
        {condition.owner} by {formatDate(condition.dueOn)}
        {condition.closedAt !== null &&
          ` · closed by ${condition.closedBy}, ${formatDate(condition.closedAt)}`}
        {condition.closingNote !== "" && `: ${condition.closingNote}`}
      </p>
      {mayPrepare && (
        <div>
          <DialogOnDemand
            part={conditionPanel}
            trigger={
              <Button
                size="sm"
                variant="ghost"
                aria-label={`${isOpen ? "Close" : "Open again"}: ${condition.text}`}
              >
                {isOpen ? "Close…" : "Open again…"}
              </Button>
            }
          >
            {(Panel, dialog) => <Panel workspace={workspace} condition={condition} dialog={dialog} />}
          </DialogOnDemand>
        </div>
      )}
    </li>
  );
}

function Shown({ round }: { round: Round }) {
  return (
    <details className="text-xs text-muted">
      <summary className="w-fit cursor-pointer rounded">What was seen</summary>
      <p className="mt-1">
        Asked by {round.askedBy}, {formatDate(round.askedAt)}
        {round.note !== "" && `: ${round.note}`}
      </p>
      <ul className="mt-1 grid gap-1">
        {round.shown.map(({ key, text, status, note, evidence }) => (
          <li key={key} className="[overflow-wrap:anywhere]">
            <span className="text-ink">{statusWords[status]}:</span> {text}
            {note !== "" && ` (${note})`}
            {evidence.length > 0 && ` — ${evidence.map(({ title }) => title).join("; ")}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
