"use client";

import type { ProjectTask } from "@/features/plans/queries";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Dialog } from "@/ui/dialog";
import { FormError } from "@/ui/form-error";
import { formatCount } from "@/ui/format";
import { localDay } from "@/ui/local-day";
import { Table, Td, Th } from "@/ui/table";
import { toast } from "@/ui/toast-queue";
import { readBlock } from "./clipboard-block";
import { expertiseText } from "./expertise-choices";
import { checkPaste, type PastedCell } from "./paste-rules";
import { type CellField, cellText, changed } from "./task-change";
import { type TaskDraft, taskDraft, taskFieldNames, toTaskRecord } from "./task-draft";
import { tableColumns } from "./task-table-row";

export type Paste = { readonly text: string; readonly row: number; readonly column: number };

const columns = tableColumns.map(({ field, name }) => field ?? (name === "Task" ? "name" : "computed"));

/** What a pasted block would fill, cell by cell, before anything is written. It looks at the plan as it is now, also when others change it. */
export default function PastePreview({
  workspace,
  projectId,
  tasks,
  members,
  paste,
  onClose,
}: {
  workspace: string;
  projectId: string;
  /** In the order of the table's rows. */
  tasks: readonly ProjectTask[];
  members: readonly { readonly id: string; readonly name: string }[];
  paste: Paste;
  onClose: () => void;
}) {
  const api = useApi();
  const today = localDay(new Date());
  const { submit, pending, message } = useSubmit(api.plans.editTasks.mutate, (answer) => {
    toast.success(`${formatCount(answer.tasks, "task")} filled from the block.`);
    onClose();
  });
  const told = (field: CellField, draft: TaskDraft) => {
    const text = cellText(draft, field);
    if (field === "assigneeId") {
      return text === "" ? "nobody" : (members.find(({ id }) => id === text)?.name ?? "a former member");
    }
    return field === "expertise" ? expertiseText(text) : text;
  };
  const { rows, fault } = checkPaste(readBlock(paste.text), paste, { tasks, columns, members, today, told });
  const cells = rows.flatMap((row) => row.cells);
  const faulty = cells.filter((cell) => cell.fault !== null).length;
  const filled = cells.filter((cell) => cell.becomes !== null).length;
  const isReady = fault === null && faulty === 0 && filled > 0;
  const fill = () =>
    submit((mutationId) => ({
      workspace,
      mutationId,
      projectId,
      tasks: rows
        .filter(({ change }) => Object.keys(change).length > 0)
        .map(({ task, change }) => ({
          taskKey: task.key,
          version: task.version,
          ...toTaskRecord(changed(taskDraft(task), change, today), task.standard),
        })),
    }));
  return (
    <Dialog
      open
      size="lg"
      title="Fill cells from the block"
      onOpenChange={(open) => open || onClose()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" pending={pending} disabled={!isReady} onClick={() => void fill()}>
            {`Fill ${formatCount(filled, "cell")}`}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <FormError message={message} />
        {fault !== null && (
          <Callout tone="warn" title="The block does not fit here">
            {fault}
          </Callout>
        )}
        <p role="status" className="text-sm">
          {sumUp(filled, faulty)}
        </p>
        <Table label="Cells of the block" stacked>
          <thead>
            <tr>
              <Th>Task</Th>
              <Th>Cell</Th>
              <Th>Is now</Th>
              <Th>Will be</Th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(({ task, cells: ofTask }) =>
              ofTask
                .filter((cell) => cell.fault !== null || cell.becomes !== null)
                .map((cell) => (
                  <tr key={`${task.key} ${cell.column}`}>
                    <Td>{task.name}</Td>
                    <Td name="Cell">{nameOf(cell)}</Td>
                    <Td name="Is now" className="text-muted tabular-nums">
                      {cell.was}
                    </Td>
                    <Td
                      name="Will be"
                      className={cell.fault === null ? "font-medium tabular-nums" : "text-warn"}
                    >
                      {cell.fault ?? cell.becomes}
                    </Td>
                  </tr>
                )),
            )}
          </tbody>
        </Table>
      </div>
    </Dialog>
  );
}

function nameOf({ column }: PastedCell): string {
  if (column === "name") return "Task";
  return column === "computed" ? "" : taskFieldNames[column];
}

function sumUp(filled: number, faulty: number): string {
  if (faulty > 0) {
    return `${formatCount(faulty, "cell needs", "cells need")} attention. Nothing is filled before all are in order.`;
  }
  if (filled === 0) return "Nothing would change: the cells say this already.";
  return `${formatCount(filled, "cell")} will change, the others stay as they are.`;
}
