"use client";

import { z } from "zod";
import { gateCriterionStatuses, gateVerdicts } from "@/planning";
import { useVersionedSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import type { DialogState } from "@/ui/dialog-on-demand";
import { statusWords, verdictWords } from "./gate-words";

const current = z.object({
  version: z.number(),
  approver: z.string().nullable(),
  verdict: z.enum(gateVerdicts).nullable(),
  reason: z.string(),
  decidedBy: z.string().nullable(),
  criteria: z.array(
    z.object({ text: z.string(), status: z.enum(gateCriterionStatuses), evidence: z.number() }),
  ),
});

/** Sends what is said on the gate as a person saw it; when it changed meanwhile, `theirs` is how it stands now. */
export function useGateSubmit<Input, Output>(
  send: (input: Input) => Promise<Output>,
  { version }: { readonly version: number },
  dialog: DialogState,
) {
  return useVersionedSubmit(send, { version, current, onDone: () => dialog.onOpenChange(false) });
}

/** How the gate stands now, for whoever was about to say something on how it stood. */
export function GateChanged({
  theirs,
  onGoOn,
}: {
  theirs: z.output<typeof current> | null;
  onGoOn: () => void;
}) {
  if (theirs === null) return null;
  return (
    <Callout tone="warn" title="The gate changed while you were looking. It stands so now:">
      <ul className="mt-1 grid gap-0.5">
        {theirs.verdict !== null && (
          <li>
            Last round: {verdictWords[theirs.verdict]} by {theirs.decidedBy}
            {theirs.reason !== "" && `, “${theirs.reason}”`}
          </li>
        )}
        <li>Approver: {theirs.approver ?? "nobody"}</li>
        {theirs.criteria.map(({ text, status, evidence }) => (
          <li key={text} className="[overflow-wrap:anywhere]">
            {statusWords[status]}: {text} ({evidence} evidence)
          </li>
        ))}
      </ul>
      <div className="mt-2">
        <Button size="sm" onClick={onGoOn}>
          I have seen it
        </Button>
      </div>
    </Callout>
  );
}
