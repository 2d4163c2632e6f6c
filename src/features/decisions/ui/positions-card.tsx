"use client";

import type { DecisionProcess, Stance, Tally } from "@/planning";
import { Button } from "@/ui/button";
import { DialogOnDemand } from "@/ui/dialog-on-demand";
import { FormInPlace } from "@/ui/form-in-place";
import { formatCount } from "@/ui/format";
import { onDemand } from "@/ui/on-demand";
import { letterOf } from "@/ui/option-letter";
import { ObjectionAnswer } from "./objection-answer";
import type { Option } from "./option-card";
import { VoteTally } from "./vote-tally";

export type Position = {
  membershipId: string;
  name: string;
  stance: Stance;
  optionId: string | null;
  reason: string;
  answer: string | null;
  answeredBy: string | null;
  keptAt: Date | null;
  version: number;
};

const positionForm = onDemand(() => import("./position-form"));
const consultPanel = onDemand(() => import("./consult-panel"));

/** Where people stand and who was asked; for who may, taking a position and answering objections. */
export function PositionsCard({
  workspace,
  decision,
  isOpen,
  myMembershipId,
  may,
}: {
  workspace: string;
  decision: {
    id: string;
    process: DecisionProcess;
    options: readonly Option[];
    positions: readonly Position[];
    consulted: readonly { membershipId: string; name: string; answered: boolean }[];
    tally: Tally;
  };
  isOpen: boolean;
  myMembershipId: string;
  may: { take: boolean; answer: boolean; consult: boolean };
}) {
  const { id: decisionId, process, options, positions, consulted } = decision;
  const mine = positions.find((position) => position.membershipId === myMembershipId);
  const waiting = consulted.filter(({ answered }) => !answered);
  const amAsked = waiting.some(({ membershipId }) => membershipId === myMembershipId);
  const letter = (id: string | null) => {
    const place = options.findIndex((option) => option.id === id);
    return place < 0 ? "" : ` ${letterOf(place)}`;
  };
  return (
    <section aria-labelledby="positions">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="positions" className="text-sm font-semibold">
          Positions{" "}
          {consulted.length > 0 && (
            <span className="font-normal text-muted">
              {consulted.length - waiting.length} of {consulted.length} answered
            </span>
          )}
        </h2>
        {may.consult && (
          <DialogOnDemand
            part={consultPanel}
            trigger={
              <Button size="sm" variant="ghost">
                {consulted.length === 0 ? "Ask members…" : "Who is asked…"}
              </Button>
            }
          >
            {(Panel, dialog) => (
              <Panel
                {...dialog}
                workspace={workspace}
                decisionId={decisionId}
                consulted={consulted.map(({ membershipId }) => membershipId)}
              />
            )}
          </DialogOnDemand>
        )}
      </div>
      {process === "vote" && <VoteTally tally={decision.tally} options={options} />}
      {positions.length === 0 && <p className="text-sm text-muted">Nobody has taken a position yet.</p>}
      <ul className="grid gap-2 text-sm">
        {positions.map((position) => (
          <li key={position.membershipId}>
            <div className="flex justify-between gap-3">
              <span>{position.name}</span>
              <span className={tones[position.stance]}>
                {process === "vote" && position.stance === "agree" ? "votes" : position.stance}
                {position.stance !== "abstain" && letter(position.optionId)}
              </span>
            </div>
            {position.reason !== "" && (
              <p className="text-xs text-muted [overflow-wrap:anywhere]">
                {position.stance === "abstain" && position.answer !== null && "Withdrew: "}
                {position.reason}
              </p>
            )}
            {((position.stance === "object" && isOpen) || position.answer !== null) && (
              <ObjectionAnswer
                workspace={workspace}
                decisionId={decisionId}
                objection={position}
                isMine={position.membershipId === myMembershipId && may.take}
                mayAnswer={may.answer}
                isOpen={isOpen}
              />
            )}
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <p className="mt-2 text-xs text-muted">Waiting for {waiting.map(({ name }) => name).join(", ")}</p>
      )}
      {may.take && (
        <div className="mt-3">
          <FormInPlace
            part={positionForm}
            button={{
              size: "sm",
              variant: amAsked ? "primary" : "secondary",
              children: mine === undefined ? "Take a position" : "Change my position",
            }}
          >
            {(Form, close) => (
              <Form
                workspace={workspace}
                decisionId={decisionId}
                process={process}
                options={options}
                mine={mine}
                onDone={close}
              />
            )}
          </FormInPlace>
        </div>
      )}
      {amAsked && (
        <p className="mt-1.5 text-xs text-muted">
          You are asked for your position
          {waiting.length > 1 && `, with ${formatCount(waiting.length - 1, "other")}`}.
        </p>
      )}
    </section>
  );
}

const tones = { agree: "text-ok", abstain: "text-muted", object: "text-warn" } as const;
