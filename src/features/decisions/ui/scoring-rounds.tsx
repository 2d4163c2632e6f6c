"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { formatCount } from "@/ui/format";
import { SegmentedControl } from "@/ui/segmented-control";
import { TextArea } from "@/ui/text-area";
import { RelativeTime } from "@/ui/time";
import type { Scoring, ScoringRound } from "./scoring-data";

/** Which round is shown, how far it is, and what whoever decides may do with it. */
export function ScoringRounds({
  workspace,
  scoring,
  round,
  onChoose,
}: {
  workspace: string;
  scoring: Scoring;
  round: ScoringRound;
  onChoose: (number: number) => void;
}) {
  const api = useApi();
  const reveal = useSubmit(api.scoring.reveal.mutate);
  const isLast = round.number === scoring.rounds.length;
  const waiting = scoring.scorers - round.finished.length;
  return (
    <Card
      title={`Round ${round.number}`}
      hint={
        round.revealed === null ? (
          `sealed: ${round.finished.length} of ${formatCount(scoring.scorers, "member")} have scored`
        ) : (
          <>
            revealed by {round.revealed.by}, <RelativeTime at={round.revealed.at} />
          </>
        )
      }
      actions={
        <div className="flex flex-wrap items-center gap-2">
          {scoring.rounds.length > 1 && (
            <SegmentedControl
              label="Round"
              name="round"
              value={String(round.number)}
              onChange={(number) => onChoose(Number(number))}
              choices={scoring.rounds.map(({ number }) => ({
                value: String(number),
                label: `Round ${number}`,
              }))}
            />
          )}
          {isLast && round.revealed === null && scoring.mayDecide && (
            <ConfirmDialog
              title="Reveal the scores?"
              description={`Everybody sees who scored what, and the round ends. ${
                waiting > 0
                  ? `${formatCount(waiting, "member")} who may score did not hand in yet; what they have begun stays theirs.`
                  : "Everybody has handed in."
              }`}
              confirm="Reveal"
              variant="primary"
              onConfirm={() =>
                void reveal.submit((mutationId) => ({ workspace, mutationId, roundId: round.id }))
              }
              trigger={
                <Button size="sm" pending={reveal.pending}>
                  Reveal the scores…
                </Button>
              }
            />
          )}
          {isLast && round.revealed !== null && scoring.mayDecide && scoring.isOpen && (
            <OpenRoundDialog workspace={workspace} decisionId={scoring.id} onOpened={onChoose} />
          )}
        </div>
      }
    >
      <FormError message={reveal.message} />
      {round.reason !== "" && <p className="mb-1 text-sm [overflow-wrap:anywhere]">{round.reason}</p>}
      <p className="text-sm text-muted [overflow-wrap:anywhere]">
        {round.finished.length === 0
          ? "Nobody has handed in scores."
          : `Scored by ${round.finished.map(({ name }) => name).join(", ")}.`}
        {round.revealed === null &&
          !round.sees &&
          " What they scored shows once you hand in yours, or when whoever decides reveals it."}
      </p>
    </Card>
  );
}

function OpenRoundDialog({
  workspace,
  decisionId,
  onOpened,
}: {
  workspace: string;
  decisionId: string;
  onOpened: (number: number) => void;
}) {
  const api = useApi();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const { submit, pending, message, errorOf } = useSubmit(api.scoring.openRound.mutate, ({ number }) => {
    setOpen(false);
    setReason("");
    onOpened(number);
  });
  return (
    <Dialog
      title="Score once more"
      description="Everybody scores anew and blind, beginning with their own scores of the last round, which stays beside it."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="sm">Open another round…</Button>}
    >
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit((mutationId) => ({ workspace, mutationId, decisionId, reason }));
        }}
      >
        <FormError message={message} />
        <Field label="What was learned since" error={errorOf("reason")} optional>
          <TextArea value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending}>
            Open the round
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
