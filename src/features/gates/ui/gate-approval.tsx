"use client";

import { useWorkspace } from "@/features/workspaces/ui";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { DialogOnDemand } from "@/ui/dialog-on-demand";
import { formatDate } from "@/ui/format";
import { onDemand } from "@/ui/on-demand";
import type { GateView } from "../queries";

const askPanel = onDemand(() => import("./ask-panel"));
const decidePanel = onDemand(() => import("./verdict-panel"));
const approverPanel = onDemand(() => import("./approver-panel"));

/** Who is waited for, and the ways on: ask, say, name another. */
export function GateApproval({
  workspace,
  gate,
  open,
}: {
  workspace: string;
  gate: GateView;
  /** How many criteria are neither met nor set not applicable. */
  open: number;
}) {
  const frame = useWorkspace(workspace);
  const waiting = gate.rounds.find(({ verdict }) => verdict === null);
  const isApprover = gate.approver?.id === frame.membershipId && frame.may("gate.decide");
  const mayPrepare = frame.may("gate.prepare");
  return (
    <div className="mb-3 grid gap-2">
      {waiting !== undefined && (
        <Callout
          title={`${isApprover ? "Your" : `${gate.approver?.name ?? "The approver"}'s`} approval is asked for`}
        >
          <span className="[overflow-wrap:anywhere]">
            {waiting.askedBy}, {formatDate(waiting.askedAt)}
            {waiting.note !== "" && `: ${waiting.note}`}
          </span>
        </Callout>
      )}
      {(isApprover || mayPrepare) && (
        <div className="flex flex-wrap gap-2">
          {isApprover && (
            <DialogOnDemand
              part={decidePanel}
              trigger={
                <Button variant={waiting === undefined ? "secondary" : "primary"}>Pass or send back…</Button>
              }
            >
              {(Panel, dialog) => <Panel workspace={workspace} gate={gate} open={open} dialog={dialog} />}
            </DialogOnDemand>
          )}
          {mayPrepare && waiting === undefined && gate.approver !== null && (
            <DialogOnDemand part={askPanel} trigger={<Button>Ask for approval…</Button>}>
              {(Panel, dialog) => <Panel workspace={workspace} gate={gate} open={open} dialog={dialog} />}
            </DialogOnDemand>
          )}
          {mayPrepare && (
            <DialogOnDemand
              part={approverPanel}
              trigger={<Button variant="ghost">Name the approver…</Button>}
            >
              {(Panel, dialog) => <Panel workspace={workspace} gate={gate} dialog={dialog} />}
            </DialogOnDemand>
          )}
        </div>
      )}
    </div>
  );
}
