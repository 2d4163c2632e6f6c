"use client";

import { MoreHorizontal } from "lucide-react";
import { memo } from "react";
import type { ProjectTask } from "@/features/plans/queries";
import { useNames } from "@/features/workspaces/ui";
import { disciplineName, phaseNames, type TaskStatus } from "@/planning";
import { formatDate, formatPersonDays } from "@/ui/format";
import { ExpertiseDots } from "@/ui/glyphs/expertise-dots";
import { PhaseMark } from "@/ui/glyphs/phase-mark";
import { phaseTones } from "@/ui/glyphs/phase-tone";
import { IconButton } from "@/ui/icon-button";
import { Menu, MenuChoices, MenuItem, MenuSeparator } from "@/ui/menu";
import { tellChecklist } from "./checklist-words";
import { statusNames } from "./task-words";

/** What a card of the board shows. */
export const CardFace = memo(function CardFace({
  task,
  finish,
}: {
  task: ProjectTask;
  finish: string | undefined;
}) {
  const { techniqueName } = useNames();
  return (
    <>
      <p className="pr-7 text-sm font-medium [overflow-wrap:anywhere]">{task.name}</p>
      <p className="mt-0.5 text-xs text-muted">
        <PhaseMark tone={phaseTones[task.phase]}>
          {phaseNames[task.phase]} · {techniqueName(task.technique)}
        </PhaseMark>
      </p>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs">
        <span className="inline-flex items-center gap-1.5">
          {disciplineName(task.discipline)} <ExpertiseDots level={task.level} />
        </span>
        <span className="text-muted tabular-nums">
          {formatPersonDays(task.effortPersonDays.mostLikely, { short: true })}
        </span>
        {task.checklist.length > 0 && (
          <span className="text-muted tabular-nums">{tellChecklist(task.checklist)}</span>
        )}
        {task.slack?.slackWorkingDays === 0 && <span className="font-medium text-warn">critical</span>}
      </p>
      <p className="mt-0.5 flex justify-between gap-2 text-xs text-muted">
        <span>{task.assignee?.name ?? "Nobody yet"}</span>
        <span className="tabular-nums">
          {task.finishedOn !== null
            ? formatDate(task.finishedOn)
            : finish !== undefined && task.status !== "dropped" && `P50 ${formatDate(finish)}`}
        </span>
      </p>
    </>
  );
});

/** The ways of a card that need no pointer that drags. */
export function CardMenu({
  task,
  columns,
  editable,
  onMove,
  onOpen,
}: {
  task: ProjectTask;
  columns: readonly TaskStatus[];
  editable: boolean;
  onMove: (to: TaskStatus) => void;
  onOpen: () => void;
}) {
  return (
    <Menu
      trigger={
        <IconButton label={`Move or open ${task.name}`} size="sm">
          <MoreHorizontal aria-hidden="true" className="size-4" />
        </IconButton>
      }
    >
      {editable && (
        <>
          <MenuChoices
            label="State"
            value={task.status}
            choices={columns.map((value) => ({ value, label: statusNames[value] }))}
            onChange={onMove}
          />
          <MenuSeparator />
        </>
      )}
      <MenuItem onSelect={onOpen}>Open</MenuItem>
    </Menu>
  );
}
