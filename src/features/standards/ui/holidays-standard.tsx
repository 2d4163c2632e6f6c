"use client";

import { useApi } from "@/platform/trpc/client";
import { EditSheet } from "@/ui/edit-sheet";
import { formatDate } from "@/ui/format";
import type { Holiday } from "../queries";
import { HolidaysForm } from "./holidays-form";
import { ResetButton } from "./reset-button";
import { StandardCard } from "./standard-card";

/** The days on which nobody of the workspace works, besides Saturday and Sunday. */
export function HolidaysStandard({
  workspace,
  holidays,
  version,
  editable,
}: {
  workspace: string;
  holidays: readonly Holiday[];
  version: number;
  editable: boolean;
}) {
  const api = useApi();
  return (
    <StandardCard
      anchor="holidays"
      title="Public holidays"
      explained="Nobody works on these days, nor on Saturdays and Sundays. By default there are none: which ones hold depends on where you work."
      isChanged={holidays.length > 0}
      actions={
        editable && (
          <>
            {holidays.length > 0 && (
              <ResetButton
                label="Reset public holidays to the default: none"
                said="Plans know no public holidays any more."
                version={version}
                send={async (seen) =>
                  await api.standards.setHolidays.mutate({ workspace, ...seen, content: { days: [] } })
                }
              />
            )}
            <EditSheet title="Public holidays" button="Change" label="Change public holidays">
              {(onDone) => (
                <HolidaysForm workspace={workspace} holidays={holidays} version={version} onDone={onDone} />
              )}
            </EditSheet>
          </>
        )
      }
    >
      {holidays.length === 0 ? (
        <p className="text-sm">None: work happens Monday to Friday.</p>
      ) : (
        <ul className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
          {holidays.map(({ on, name }) => (
            <li key={on} className="flex items-baseline gap-2">
              <span className="w-24 shrink-0 tabular-nums text-muted">{formatDate(on)}</span>
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {name}
                {isWeekend(on) && <span className="text-xs text-muted"> · on a weekend</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </StandardCard>
  );
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
