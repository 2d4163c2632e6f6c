"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { FormError } from "@/ui/form-error";
import { formatDate } from "@/ui/format";
import { mostCompared } from "../limit-rules";
import type { ScheduleOverview } from "../queries";
import { KeptItem } from "./kept-item";
import { SchedulesCompared } from "./schedules-compared";

/** The schedules that are kept, compared with today's plans, applied and taken back; and those that were dropped. */
export function KeptSchedules({
  workspace,
  schedules,
  dropped,
  projects,
  mayChange,
}: {
  workspace: string;
  schedules: ScheduleOverview["schedules"];
  dropped: ScheduleOverview["dropped"];
  projects: ScheduleOverview["projects"];
  mayChange: boolean;
}) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const compared = chosen.filter((id) => schedules.some((schedule) => schedule.id === id));
  return (
    <Card title="Kept schedules" hint={`compare up to ${mostCompared} with today's plans`}>
      {schedules.length === 0 ? (
        <p className="text-sm text-muted">
          None yet. Level all projects, then keep what comes of it under a name: it can be compared and
          applied.
        </p>
      ) : (
        <ul className="grid gap-2">
          {schedules.map((schedule) => (
            <KeptItem
              key={schedule.id}
              workspace={workspace}
              schedule={schedule}
              mayChange={mayChange}
              isCompared={compared.includes(schedule.id)}
              isFull={compared.length >= mostCompared}
              onCompare={(isCompared) =>
                setChosen(
                  isCompared ? [...compared, schedule.id] : compared.filter((id) => id !== schedule.id),
                )
              }
            />
          ))}
        </ul>
      )}
      {compared.length > 0 && (
        <SchedulesCompared workspace={workspace} scheduleIds={compared} projects={projects} />
      )}
      {mayChange && dropped.length > 0 && (
        <details className="mt-3 text-sm">
          <summary className="w-fit text-muted hover:text-ink">Dropped ({dropped.length})</summary>
          <ul className="mt-2 grid gap-1.5">
            {dropped.map((schedule) => (
              <Dropped key={schedule.id} workspace={workspace} schedule={schedule} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function Dropped({
  workspace,
  schedule: { id: scheduleId, name, droppedAt },
}: {
  workspace: string;
  schedule: ScheduleOverview["dropped"][number];
}) {
  const api = useApi();
  const { submit, pending, message } = useSubmit(api.schedule.restore.mutate);
  return (
    <li className="flex flex-wrap items-center gap-2">
      {name} <span className="text-muted">{formatDate(droppedAt)}</span>
      <Button
        size="sm"
        pending={pending}
        aria-label={`Take ${name} up again`}
        onClick={() => void submit((mutationId) => ({ workspace, mutationId, scheduleId }))}
      >
        Take up again
      </Button>
      <FormError message={message} />
    </li>
  );
}
