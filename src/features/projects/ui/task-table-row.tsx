"use client";

import clsx from "clsx";
import { type KeyboardEvent, memo, type ReactNode, type TdHTMLAttributes } from "react";
import type { ProjectPlan, ProjectTask } from "@/features/plans/queries";
import { useNames } from "@/features/workspaces/ui";
import { disciplineName, taskStatuses } from "@/planning";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { ChoiceCell } from "@/ui/choice-cell";
import { EstimateCell } from "@/ui/estimate-cell";
import { typed } from "@/ui/estimate-draft";
import { formatDate, formatHours, formatPersonDays, formatThreePoint } from "@/ui/format";
import { ExpertiseDots } from "@/ui/glyphs/expertise-dots";
import { cellPlace } from "@/ui/grid-keys";
import { Td } from "@/ui/table";
import { CellNote } from "./cell-note";
import { tellChecklist } from "./checklist-words";
import { choiceOf, expertiseChoices } from "./expertise-choices";
import { formatSlack } from "./slack-note";
import type { CellField, TaskChange } from "./task-change";
import { taskFieldNames } from "./task-draft";
import { statusTones } from "./task-words";
import type { TaskEdit, TaskEdits } from "./use-task-edits";

export const tableColumns = [
  { name: "Task", numeric: false, field: null },
  { name: "Needs", numeric: false, field: "expertise" },
  { name: "Effort, person-days", numeric: true, field: "effort" },
  { name: "Duration, working days", numeric: true, field: "duration" },
  { name: "When (P50), latest (P95)", numeric: false, field: null },
  { name: "Slack, working days", numeric: true, field: null },
  { name: "State", numeric: false, field: "status" },
  { name: "Who", numeric: false, field: "assigneeId" },
] as const satisfies readonly { name: string; numeric: boolean; field: CellField | null }[];

export function columnOf(field: CellField): number {
  return tableColumns.findIndex((column) => column.field === field);
}

type Forecast = ProjectPlan["forecast"]["tasks"][number];

type Props = {
  task: ProjectTask;
  forecast: Forecast | undefined;
  row: number;
  /** The column that Tab leads to, if it leads to this row. */
  reached: number | null;
  edit: TaskEdit | undefined;
  editing: CellField | null;
  editable: boolean;
  members: readonly { readonly value: string; readonly label: string }[];
  sides: TaskEdits["sides"];
  onReach: (row: number, column: number) => void;
  onBegin: (task: ProjectTask, field: CellField) => void;
  onEnd: (row: number, field: CellField, change: TaskChange | null, stay: boolean) => void;
  /** What is typed in a cell so far and not settled; null while it is out of order. */
  onTyped: (task: ProjectTask, change: TaskChange | null) => void;
  onSettle: (key: string, whose: "mine" | "theirs") => void;
  onOpen: (key: string) => void;
};

const states = taskStatuses.map((status) => ({ value: status, label: status }));

export const TaskTableRow = memo(function TaskTableRow(props: Props) {
  const { task, forecast, row, reached, edit, editing, editable } = props;
  const { techniqueName } = useNames();
  const cell = (column: number, onEnter?: () => void): TdHTMLAttributes<HTMLTableCellElement> => ({
    ...cellPlace(row, column),
    tabIndex: reached === column ? 0 : -1,
    onFocus: () => props.onReach(row, column),
    ...(onEnter === undefined ? {} : { onDoubleClick: onEnter, onKeyDown: onKeys(onEnter) }),
  });
  const field = (of: CellField, shown: ReactNode, editor: ReactNode) => ({
    place: {
      ...cell(columnOf(of), editable ? () => props.onBegin(task, of) : undefined),
      // While it is edited its fields are what is reached and pressed.
      ...(editing === of && { tabIndex: undefined }),
    },
    content: (
      <>
        {editing === of ? editor : shown}
        {edit !== undefined && (
          <CellNote
            edit={edit}
            field={of}
            sides={(cell) => props.sides(task, cell)}
            onSettle={(whose) => props.onSettle(task.key, whose)}
          />
        )}
      </>
    ),
  });
  const estimate = (of: "effort" | "duration", days: ProjectTask["effortPersonDays"], more?: ReactNode) =>
    field(
      of,
      <>
        {formatThreePoint(days)}
        {more}
      </>,
      <EstimateCell
        name={taskFieldNames[of]}
        value={typed(days)}
        onDone={(value, stay) => props.onEnd(row, of, value === null ? null : { [of]: value }, stay)}
        onTyped={(value) => props.onTyped(task, value === null ? null : { [of]: value })}
      />,
    );
  const effort = estimate(
    "effort",
    task.effortPersonDays,
    (task.actualEffortPersonDays !== null || task.actualMachineHours !== null) && (
      <div className="text-xs text-muted">
        actual{" "}
        {[
          task.actualEffortPersonDays === null
            ? null
            : formatPersonDays(task.actualEffortPersonDays, { short: true }),
          task.actualMachineHours === null ? null : `${formatHours(task.actualMachineHours)} machine`,
        ]
          .filter((part) => part !== null)
          .join(", ")}
      </div>
    ),
  );
  const duration = estimate("duration", task.durationWorkingDays);
  const needs = field(
    "expertise",
    <>
      <span className="flex items-center gap-2 whitespace-nowrap">
        {disciplineName(task.discipline)} <ExpertiseDots level={task.level} />
      </span>
      {task.ownExpertise && <div className="text-xs text-muted">team's choice</div>}
    </>,
    <ChoiceCell
      name={taskFieldNames.expertise}
      value={task.ownExpertise ? choiceOf(task) : ""}
      choices={expertiseChoices(task.standard)}
      onDone={(expertise, stay) =>
        props.onEnd(row, "expertise", expertise === null ? null : { expertise }, stay)
      }
    />,
  );
  const state = field(
    "status",
    <Badge tone={statusTones[task.status]}>{task.status}</Badge>,
    <ChoiceCell
      name={taskFieldNames.status}
      value={task.status}
      choices={states}
      onDone={(value, stay) => {
        const status = taskStatuses.find((known) => known === value);
        props.onEnd(row, "status", status === undefined ? null : { status }, stay);
      }}
    />,
  );
  const who = field(
    "assigneeId",
    task.assignee?.name ?? <span className="text-muted">–</span>,
    <ChoiceCell
      name={taskFieldNames.assigneeId}
      value={task.assignee?.id ?? ""}
      choices={[{ value: "", label: "Nobody yet" }, ...props.members]}
      onDone={(assigneeId, stay) =>
        props.onEnd(row, "assigneeId", assigneeId === null ? null : { assigneeId }, stay)
      }
    />,
  );
  const inPlace = clsx("whitespace-nowrap", editable && "hover:bg-sunk");
  return (
    <tr id={`task-${task.key}`} className="relative scroll-mt-16 target:bg-accent-soft">
      <Td
        {...cell(0, () => props.onOpen(task.key))}
        className={clsx("min-w-48 max-md:col-span-2 max-md:pr-14!", cellClasses)}
      >
        <div className="font-medium">{task.name}</div>
        <div className="text-xs text-muted">
          {techniqueName(task.technique)}
          {task.inLoop && " · each pass"}
          {task.estimatedBy === "team" && " · team's estimate"}
          {task.checklist.length > 0 && ` · ${tellChecklist(task.checklist)}`}
        </div>
      </Td>
      <Td {...needs.place} className={clsx(inPlace, "max-md:col-span-2", cellClasses)}>
        {needs.content}
      </Td>
      <Td numeric {...effort.place} className={clsx(inPlace, cellClasses)} name="Effort, person-days">
        {effort.content}
      </Td>
      <Td numeric {...duration.place} className={clsx(inPlace, cellClasses)} name="Duration, working days">
        {duration.content}
      </Td>
      <Td
        {...cell(4)}
        className={clsx("whitespace-nowrap tabular-nums max-md:col-span-2", cellClasses)}
        name="When (P50), latest (P95)"
      >
        <When task={task} forecast={forecast} />
      </Td>
      <Td numeric {...cell(5)} className={clsx("whitespace-nowrap", cellClasses)} name="Slack, working days">
        <Slack slack={task.slack} />
      </Td>
      <Td {...state.place} className={clsx(inPlace, cellClasses)}>
        {state.content}
      </Td>
      <Td
        {...who.place}
        className={clsx(
          inPlace,
          cellClasses,
          "max-md:col-span-2 max-md:truncate",
          task.assignee === null && editing !== "assigneeId" && "max-md:hidden",
        )}
      >
        {who.content}
      </Td>
      {editable && (
        <Td className="max-md:absolute max-md:top-2.5 max-md:right-2.5">
          <Button
            size="sm"
            aria-label={`Edit ${task.name}`}
            aria-haspopup="dialog"
            {...cellPlace(row, tableColumns.length)}
            tabIndex={reached === null ? -1 : 0}
            onFocus={() => props.onReach(row, tableColumns.length)}
            onClick={() => props.onOpen(task.key)}
          >
            Edit
          </Button>
        </Td>
      )}
    </tr>
  );
});

const cellClasses = "focus-visible:-outline-offset-2";

function onKeys(onEnter: () => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== "Enter" && event.key !== "F2") return;
    event.preventDefault();
    onEnter();
  };
}

function When({ task, forecast }: { task: ProjectTask; forecast: Forecast | undefined }) {
  const day = (date: string) => formatDate(date, { withYear: false });
  if (task.status === "done" && task.startedOn !== null && task.finishedOn !== null) {
    return (
      <>
        {day(task.startedOn)} – {formatDate(task.finishedOn)}
        <div className="text-xs text-muted">as it was</div>
      </>
    );
  }
  if (forecast === undefined || task.status === "dropped") return <span className="text-muted">–</span>;
  return (
    <>
      {day(task.startedOn ?? forecast.startP50)} – {formatDate(forecast.finishP50)}
      <div className="text-xs text-muted">latest {formatDate(forecast.finishP95)}</div>
    </>
  );
}

function Slack({ slack }: { slack: ProjectTask["slack"] }) {
  if (slack === null) return <span className="text-muted">–</span>;
  if (slack.slackWorkingDays > 0) return formatSlack(slack.slackWorkingDays);
  return (
    <>
      0 <span className="font-medium text-warn">critical</span>
    </>
  );
}
