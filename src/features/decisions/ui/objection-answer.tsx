"use client";

import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { FormError } from "@/ui/form-error";
import { FormInPlace } from "@/ui/form-in-place";
import { onDemand } from "@/ui/on-demand";
import type { Position } from "./positions-card";

const answerForm = onDemand(() => import("./answer-form"));

/** The answer to an objection, under it: who decides writes it, who objects says whether it convinces them. */
export function ObjectionAnswer({
  workspace,
  decisionId,
  objection,
  isMine,
  mayAnswer,
  isOpen,
}: {
  workspace: string;
  decisionId: string;
  objection: Position;
  isMine: boolean;
  mayAnswer: boolean;
  isOpen: boolean;
}) {
  const api = useApi();
  const settle = useSubmit(api.decisions.settleObjection.mutate);
  const { answer, answeredBy, keptAt, stance, version } = objection;
  const stands = stance === "object";
  const say = (settlement: "withdraw" | "keep") => () =>
    void settle.submit((mutationId) => ({ workspace, mutationId, decisionId, version, settlement }));
  return (
    <div className="mt-1 grid gap-1.5 border-l-2 border-line pl-2.5 text-xs">
      {answer === null ? (
        <p className="text-warn">No answer yet</p>
      ) : (
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          <span className="text-muted">{answeredBy ?? "Somebody"} answered: </span>
          {answer}
        </p>
      )}
      {stands && answer !== null && (
        <p className="text-muted">
          {keptAt === null ? "Stands" : "Kept after the answer"}
          {isOpen ? "; goes on record as dissent." : ", on record as dissent."}
        </p>
      )}
      <FormError message={settle.message} />
      {isMine && stands && answer !== null && (
        <div className="flex flex-wrap gap-1.5">
          <Button size="sm" pending={settle.pending} onClick={say("withdraw")}>
            Withdraw my objection
          </Button>
          {keptAt === null && (
            <Button size="sm" pending={settle.pending} onClick={say("keep")}>
              Keep it
            </Button>
          )}
        </div>
      )}
      {mayAnswer && stands && (
        <FormInPlace
          part={answerForm}
          button={{
            size: "sm",
            variant: answer === null ? "secondary" : "ghost",
            className: "justify-self-start",
            "aria-label": `Answer the objection of ${objection.name}`,
            children: answer === null ? "Answer" : "Answer anew",
          }}
        >
          {(Form, close) => (
            <Form workspace={workspace} decisionId={decisionId} objection={objection} onDone={close} />
          )}
        </FormInPlace>
      )}
    </div>
  );
}
