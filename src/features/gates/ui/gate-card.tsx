"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { footnotes, SourcesNote } from "@/features/cheat-sheet/ui";
import { useWorkspace } from "@/features/workspaces/ui";
import { openCriteria, type PhaseId, roleById } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { GateApproval } from "./gate-approval";
import { GateCriteria } from "./gate-criteria";
import { GateDeliverables } from "./gate-deliverables";
import { GateHistory } from "./gate-history";
import { GateTakeBack } from "./gate-take-back";
import { standingTones, standingWords } from "./gate-words";

/** What must hold to leave the phase, what shows it, who says so, and every round of that. */
export function GateCard({
  workspace,
  projectKey,
  phase,
}: {
  workspace: string;
  projectKey: string;
  phase: PhaseId;
}) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data: gate } = useSuspenseQuery(trpc.gates.gate.queryOptions({ workspace, projectKey, phase }));
  const mayPrepare = frame.may("gate.prepare");
  const open = openCriteria(gate.criteria.map(({ status }) => status));
  const notes = footnotes([
    ...gate.criteria.flatMap(({ sources }) => sources),
    ...gate.deliverables.flatMap(({ sources }) => sources),
  ]);
  return (
    <div id="gate" className="scroll-mt-16 lg:col-span-2">
      <Card
        title={`Gate: ${gate.name}`}
        hint={
          gate.approver === null
            ? `nobody is named to pass it; usually the ${lowerFirst(roleById(gate.role).name)}`
            : `${gate.approver.name} passes it; usually the ${lowerFirst(roleById(gate.role).name)}`
        }
        actions={
          <span className="flex items-center gap-2">
            {mayPrepare && (
              <GateTakeBack
                workspace={workspace}
                projectKey={projectKey}
                projectId={gate.projectId}
                phase={phase}
              />
            )}
            <Badge tone={standingTones[gate.standing]}>{standingWords[gate.standing]}</Badge>
          </span>
        }
      >
        <GateApproval workspace={workspace} gate={gate} open={open} />
        <div className="grid gap-x-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div>
            <h3 className="mb-1 text-xs text-muted">
              Ready to move on when ({gate.criteria.length - open} of {gate.criteria.length} met or not
              applicable)
            </h3>
            <GateCriteria
              workspace={workspace}
              projectKey={projectKey}
              gate={gate}
              mayPrepare={mayPrepare}
              numbersOf={notes.numbersOf}
            />
          </div>
          <div>
            <GateDeliverables gate={gate} numbersOf={notes.numbersOf} />
            <GateHistory workspace={workspace} gate={gate} mayPrepare={mayPrepare} />
          </div>
        </div>
        <SourcesNote citations={notes.citations} />
      </Card>
    </div>
  );
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
