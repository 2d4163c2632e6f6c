import { z } from "zod";
import { checklistText } from "@/features/plans/checklists.schema";
import { nothingSettled, settledTask } from "@/features/plans/many-tasks.schema";
import { linkTasksInput, projectTaskContent } from "@/features/plans/schema";
import { tellThreePoint } from "./cell-rules";
import { tellChecklist } from "./checklist-cell-rules";
import { asStandard, type Cells, type FileReading, mostRows } from "./columns-rules";
import type { ExportedPlan } from "./told-rules";
import { tellWaits } from "./waits-rules";

const taskInFile = z.object({
  key: linkTasksInput.shape.taskKey,
  /** What a task of the project's own is; null for one of the standards. */
  own: projectTaskContent.strip().nullable(),
  /** What the team says of it; null where nobody has said anything yet. */
  settled: settledTask.omit({ assigneeId: true }).nullable(),
  assignee: z.object({ id: z.string().max(100), name: z.string().max(200) }).nullable(),
  checklist: z.array(z.object({ text: checklistText, done: z.boolean() })),
  /** What the team says it waits for. */
  waitsFor: z.array(
    z.object({
      on: linkTasksInput.shape.taskKey,
      kind: linkTasksInput.shape.kind,
      lagWorkingDays: linkTasksInput.shape.lagWorkingDays,
    }),
  ),
});

const file = z.object({
  format: z.literal("phasewise-tasks/1"),
  tasks: z.array(taskInFile).max(mostRows, `Please import at most ${mostRows} tasks at once.`),
});

export type TaskInFile = z.output<typeof taskInFile>;

/** All that a project has of its own about its tasks: brought in again it changes nothing. */
export function toJson({ project, asOf, tasks, takenOut }: ExportedPlan): string {
  const rows = tasks.map(
    ({ task, techniqueName, settled, own, assignee, ownWaits, checklist, ...expected }) => {
      const { assigneeId: _, ...rest } = settled ?? nothingSettled;
      return {
        ...{ key: task.key, name: task.name, technique: techniqueName, own },
        ...{ settled: settled === null ? null : rest, assignee, waitsFor: ownWaits },
        checklist: lines(checklist),
        /** For readers: these follow from the plan and are not read back. */
        planned: {
          effortPersonDays: task.effortPersonDays,
          durationWorkingDays: task.durationWorkingDays,
          ...expected,
        },
      };
    },
  );
  const out = takenOut.map(({ key, own, checklist }) => ({
    ...{ key, own, settled: null, assignee: null, waitsFor: [] },
    checklist: lines(checklist),
  }));
  return JSON.stringify({ format: "phasewise-tasks/1", project, asOf, tasks: [...rows, ...out] }, null, 2);
}

function lines(checklist: readonly { readonly text: string; readonly done: boolean }[]) {
  return checklist.map(({ text, done }) => ({ text, done }));
}

export function readJson(text: string): FileReading {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { fault: "This file is not JSON." };
  }
  const parsed = file.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.join(".") ?? "";
    return {
      fault: `This is not an export of a plan's tasks: ${place === "" ? "" : `${place}: `}${issue?.message}`,
    };
  }
  return { rows: parsed.data.tasks.map((task, place) => ({ line: place + 1, cells: cellsOf(task) })) };
}

export function cellsOf({ key, own, settled, assignee, waitsFor, checklist }: TaskInFile): Cells {
  const { effortPersonDays, durationWorkingDays, ...rest } = settled ?? nothingSettled;
  const figure = (value: number | null | undefined) => (value == null ? "" : String(value));
  return {
    key,
    ...(own === null ? {} : { own: JSON.stringify(own), name: own.name, technique: own.technique }),
    effort: effortPersonDays === null ? asStandard : tellThreePoint(effortPersonDays),
    duration: durationWorkingDays === null ? asStandard : tellThreePoint(durationWorkingDays),
    discipline: rest.expertise?.discipline ?? asStandard,
    level: rest.expertise == null ? asStandard : String(rest.expertise.level),
    checklist: tellChecklist(checklist),
    status: rest.status,
    // Files of earlier versions say nothing of it.
    ...(rest.notBeforeOn === undefined ? {} : { notBeforeOn: rest.notBeforeOn ?? "" }),
    startedOn: rest.startedOn ?? "",
    finishedOn: rest.finishedOn ?? "",
    actualEffort: figure(rest.actualEffortPersonDays),
    machineHours: figure(rest.actualMachineHours),
    assignee: assignee === null ? "" : `${assignee.name} <${assignee.id}>`,
    waitsFor: tellWaits(waitsFor),
  };
}
