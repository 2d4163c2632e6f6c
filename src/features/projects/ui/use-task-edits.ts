"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { v4 as uuidv4 } from "uuid";
import type { ProjectPlan, ProjectTask } from "@/features/plans/queries";
import { refusalOf, useApi, useTRPC } from "@/platform/trpc/client";
import { localDay } from "@/ui/local-day";
import { expertiseText } from "./expertise-choices";
import {
  type CellField,
  cellFields,
  cellText,
  changed,
  contested,
  type TaskChange,
  withChange,
  withRecord,
} from "./task-change";
import { savedTask, type TaskDraft, taskDraft, toTaskRecord } from "./task-draft";

/** What a person changed in cells of a task and is not on record yet. */
export type TaskEdit = {
  readonly change: TaskChange;
  /** What stood in each changed cell when the person began. */
  readonly seen: Partial<Record<CellField, string>>;
  /** Somebody else settled these cells meanwhile. */
  readonly contested: readonly CellField[];
  /** Why it could not be saved. */
  readonly failure: string | null;
};

export type TaskEdits = ReturnType<typeof useTaskEdits>;

/**
 * Tasks as the person has them: what they change shows at once and is saved one after another. What others saved meanwhile is kept;
 * where both settled the same cell, the person is asked.
 */
export function useTaskEdits(workspace: string, projectKey: string, plan: ProjectPlan) {
  const api = useApi();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const members = plan.people;
  const [edits, setEdits] = useState<ReadonlyMap<string, TaskEdit>>(new Map());
  const latest = useRef(edits);
  const saving = useRef(Promise.resolve());
  const attempts = useRef(new Map<string, string>());
  const { queryKey } = trpc.plans.plan.queryOptions({ workspace, projectKey });

  const put = useCallback((key: string, edit: TaskEdit | null) => {
    const next = new Map(latest.current);
    if (edit === null) next.delete(key);
    else next.set(key, edit);
    latest.current = next;
    setEdits(next);
  }, []);

  const nameOf = useCallback(
    (id: string) => members.find((member) => member.id === id)?.name ?? "a former member",
    [members],
  );

  const onRecord = (key: string) =>
    queryClient.getQueryData<ProjectPlan>(queryKey)?.tasks.find((task) => task.key === key);
  const patch = (key: string, of: (task: ProjectTask) => ProjectTask) =>
    queryClient.setQueryData<ProjectPlan>(
      queryKey,
      (now) => now && { ...now, tasks: now.tasks.map((task) => (task.key === key ? of(task) : task)) },
    );

  /** The same input again is the same request, so that a retry after a lost answer is applied once. */
  const mutationIdOf = (input: unknown) => {
    const text = JSON.stringify(input);
    const known = attempts.current.get(text) ?? uuidv4();
    attempts.current = new Map([[text, known]]);
    return known;
  };

  const save = async (key: string): Promise<void> => {
    for (let round = 0; round < 5; round += 1) {
      const edit = latest.current.get(key);
      const task = onRecord(key);
      if (edit === undefined || task === undefined) return;
      const there = taskDraft(task);
      const mine = changed(there, edit.change, localDay(new Date()));
      const open = contested(edit.seen, mine, there);
      if (open.length > 0) return put(key, { ...edit, contested: open, failure: null });
      const record = toTaskRecord(mine, task.standard);
      const input = { workspace, projectId: plan.projectId, taskKey: key, version: task.version, ...record };
      try {
        const { version } = await api.plans.editTask.mutate({ ...input, mutationId: mutationIdOf(input) });
        // The next edit need not wait for the new forecast, nor the question for it until a table of hundreds of tasks is drawn anew.
        void queryClient.invalidateQueries();
        await questionsSent();
        patch(key, (now) => withRecord(now, { ...record, version }, nameOf));
        const later = latest.current.get(key);
        if (later === edit || later === undefined) put(key, null);
        // What was changed while this was on its way is saved next, and did not see anybody else's.
        else put(key, { ...later, seen: { ...later.seen, ...texts(mine, edit.change) } });
        return;
      } catch (error) {
        const { code, message, details } = refusalOf(error);
        const current = savedTask.safeParse(details.current);
        if (code !== "STALE_VERSION" || !current.success) {
          return put(key, { ...edit, contested: [], failure: message });
        }
        patch(key, (now) => withRecord(now, current.data, nameOf));
      }
    }
  };
  const enqueue = useRef(save);
  enqueue.current = save;
  const saveNext = useCallback((key: string) => {
    saving.current = saving.current.then(async () => await enqueue.current(key));
  }, []);

  /** Changes cells of a task as the person saw it. */
  const edit = useCallback(
    (saw: ProjectTask, change: TaskChange) => {
      const before = latest.current.get(saw.key);
      const draft = taskDraft(saw);
      const fields = cellsOf(change);
      if (fields.every((field) => cellText(draft, field) === cellText({ ...draft, ...change }, field)))
        return;
      put(saw.key, {
        change: { ...before?.change, ...change },
        seen: { ...texts(draft, change), ...before?.seen },
        contested: [],
        failure: null,
      });
      saveNext(saw.key);
    },
    [put, saveNext],
  );

  /** Answers a contested or failed edit: mine is sent again over what is there, or given up for it. */
  const settle = useCallback(
    (key: string, whose: "mine" | "theirs") => {
      const now = latest.current.get(key);
      if (now === undefined) return;
      const mine = whose === "mine" ? now.change : without(now.change, now.contested);
      if (Object.keys(mine).length === 0 || (whose === "theirs" && now.failure !== null)) {
        put(key, null);
        void queryClient.invalidateQueries();
        return;
      }
      put(key, { change: mine, seen: without(now.seen, now.contested), contested: [], failure: null });
      saveNext(key);
    },
    [put, saveNext, queryClient],
  );

  const today = localDay(new Date());
  const tasks = useMemo(
    () =>
      plan.tasks.map((task) => {
        const change = edits.get(task.key)?.change;
        return change === undefined ? task : withChange(task, change, today, nameOf);
      }),
    [plan.tasks, edits, today, nameOf],
  );

  /** What is on record in a contested cell, beside what the person made of it. */
  const sides = useCallback(
    (shown: ProjectTask, field: CellField) => {
      const told = (task: ProjectTask) => {
        const text = cellText(taskDraft(task), field);
        if (field === "assigneeId") return text === "" ? "nobody" : nameOf(text);
        return field === "expertise" ? expertiseText(text) : text;
      };
      const there = plan.tasks.find((task) => task.key === shown.key);
      return { mine: told(shown), theirs: there === undefined ? "" : told(there) };
    },
    [plan.tasks, nameOf],
  );

  const isSaving = [...edits.values()].some(
    ({ contested, failure }) => contested.length === 0 && failure === null,
  );
  useEffect(() => {
    if (edits.size === 0) return;
    const keep = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", keep);
    return () => window.removeEventListener("beforeunload", keep);
  }, [edits.size]);

  return { tasks, edits, edit, settle, sides, members, isSaving };
}

/** Questions of one moment are sent together, at the end of it. */
async function questionsSent(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

function cellsOf(change: TaskChange): CellField[] {
  return cellFields.filter((field) => change[field] !== undefined);
}

/** What a draft says in the cells that a change is about. */
function texts(draft: TaskDraft, change: TaskChange): Partial<Record<CellField, string>> {
  return Object.fromEntries(cellsOf(change).map((field) => [field, cellText(draft, field)]));
}

function without<Of extends Partial<Record<CellField, unknown>>>(of: Of, cells: readonly CellField[]): Of {
  const kept = { ...of };
  for (const cell of cells) delete kept[cell];
  return kept;
}
