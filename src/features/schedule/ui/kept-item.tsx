"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { FormError } from "@/ui/form-error";
import { formatCount, formatDate } from "@/ui/format";
import { toast } from "@/ui/toast";
import type { ScheduleOverview } from "../queries";

export function KeptItem({
  workspace,
  schedule,
  mayChange,
  isCompared,
  isFull,
  onCompare,
}: {
  workspace: string;
  schedule: ScheduleOverview["schedules"][number];
  mayChange: boolean;
  isCompared: boolean;
  isFull: boolean;
  onCompare: (isCompared: boolean) => void;
}) {
  const { id: scheduleId, name, version, keptAt, keptBy, appliedAt, appliedBy } = schedule;
  const api = useApi();
  const [assign, setAssign] = useState(false);
  const apply = useSubmit(api.schedule.applyAll.mutate, ({ projects }) => {
    toast.success(`“${name}” is applied to ${formatCount(projects, "project")}`);
  });
  const takeBack = useSubmit(api.schedule.takeBack.mutate, ({ projects }) => {
    toast.success(`“${name}” is taken back in ${formatCount(projects, "project")}`);
  });
  const drop = useSubmit(api.schedule.drop.mutate, () => {
    toast.success(`“${name}” is dropped`);
  });
  const request = (mutationId: string) => ({ workspace, mutationId, scheduleId, version });
  return (
    <li className="rounded-md border border-line px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="mr-auto min-w-0">
          <p className="font-medium [overflow-wrap:anywhere]">
            {name} {appliedAt !== null && <Badge tone="ok">applied</Badge>}
          </p>
          <p className="text-xs text-muted">
            {formatDate(keptAt)}, {keptBy}
            {appliedAt !== null && ` · applied ${formatDate(appliedAt)}, ${appliedBy}`}
          </p>
        </div>
        <Checkbox
          label={
            <span>
              Compare<span className="sr-only"> {name}</span>
            </span>
          }
          checked={isCompared}
          disabled={!isCompared && isFull}
          onChange={(event) => onCompare(event.target.checked)}
        />
        {mayChange &&
          (appliedAt === null ? (
            <>
              <Checkbox
                label={
                  <span>
                    Assign people<span className="sr-only"> with {name}</span>
                  </span>
                }
                checked={assign}
                onChange={(event) => setAssign(event.target.checked)}
              />
              <ConfirmDialog
                trigger={
                  <Button size="sm" pending={apply.pending} aria-label={`Apply ${name}…`}>
                    Apply…
                  </Button>
                }
                title={`Apply “${name}” to the plans?`}
                description={`Tasks of every project that is not fixed will wait for the days this schedule gives them${assign ? ", and tasks that nobody has get the people it gives them to" : ""}. Each project has an entry on its log; it can be taken back as long as nobody builds on it.`}
                confirm="Apply to the plans"
                variant="primary"
                onConfirm={() => void apply.submit((mutationId) => ({ ...request(mutationId), assign }))}
              />
              <Button
                size="sm"
                variant="ghost"
                pending={drop.pending}
                aria-label={`Drop ${name}`}
                onClick={() => void drop.submit(request)}
              >
                Drop
              </Button>
            </>
          ) : (
            <Button
              size="sm"
              pending={takeBack.pending}
              aria-label={`Take ${name} back`}
              onClick={() => void takeBack.submit(request)}
            >
              Take back
            </Button>
          ))}
      </div>
      <FormError message={apply.message ?? takeBack.message ?? drop.message} />
    </li>
  );
}
