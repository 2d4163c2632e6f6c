"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { ProjectPlan } from "@/features/plans/queries";
import { useWorkspace } from "@/features/workspaces/ui";
import { disciplineIds, disciplineName, phaseIds, phaseNames } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { drawnFirst } from "@/ui/drawn-first";
import { EmptyState } from "@/ui/empty-state";
import { FormError } from "@/ui/form-error";
import { formatCount } from "@/ui/format";
import { Link } from "@/ui/link";
import { Select } from "@/ui/select";
import { valueStore } from "@/ui/value-store";
import { ForecastLine } from "./forecast-line";
import { isNarrowed, isShown, nobody, type PlanFilter, planViews } from "./plan-filter";
import type { TypedTask } from "./task-change";
import { TaskSheet } from "./task-sheet";
import { TaskTables } from "./task-tables";
import { usePlanFilter } from "./use-plan-filter";
import { useTaskEdits } from "./use-task-edits";
import { useTaskLinking } from "./use-task-linking";

const TaskTimeline = drawnFirst(() => import("./task-timeline"));
const TaskBoard = drawnFirst(() => import("./task-board"));

type Opened = { readonly key: string; readonly isOpen: boolean; readonly opener: HTMLElement | null };

/** The project's tasks as a table, along time or as a board: the same tasks, narrowed alike. */
export function PlanViews({
  workspace,
  projectKey,
  plan,
}: {
  workspace: string;
  projectKey: string;
  plan: ProjectPlan;
}) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data: project } = useSuspenseQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey }));
  const { filter, change, addressOf } = usePlanFilter();
  const edits = useTaskEdits(workspace, projectKey, plan);
  const { phase, discipline, person } = filter;
  const tasks = useMemo(
    () =>
      edits.tasks
        .filter((task) => isShown({ phase, discipline, person }, task))
        .sort((a, b) => phaseIds.indexOf(a.phase) - phaseIds.indexOf(b.phase) || a.order - b.order),
    [edits.tasks, phase, discipline, person],
  );
  const [sheet, setSheet] = useState<Opened | null>(null);
  const open = useCallback((key: string) => {
    const { activeElement } = document;
    setSheet({ key, isOpen: true, opener: activeElement instanceof HTMLElement ? activeElement : null });
  }, []);
  const close = useCallback(() => setSheet((now) => now && { ...now, isOpen: false }), []);
  const task = edits.tasks.find(({ key }) => key === sheet?.key);
  const editable = frame.may("project.edit");
  const linking = useTaskLinking(workspace, plan);
  const { view } = filter;
  const [typing] = useState(() => valueStore<TypedTask | null>(null));
  const [isTouched, setIsTouched] = useState(false);
  const touch = editable ? () => setIsTouched(true) : undefined;
  return (
    <section
      aria-label="Tasks"
      // What is reached by keys scrolls to above the line that is always in sight.
      className="grid min-w-0 grid-cols-1 gap-3 [&_:focus]:scroll-mb-16"
      onFocus={touch}
      onPointerDown={touch}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <nav aria-label="View of the tasks" className="inline-flex gap-0.5 rounded-md bg-sunk p-0.5">
          {planViews.map((known) => (
            <Link
              key={known}
              href={addressOf({ view: known })}
              scroll={false}
              aria-current={known === view ? "page" : undefined}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                change({ view: known });
              }}
              className="grid min-h-7 place-items-center rounded border border-transparent px-2.5 text-sm text-muted capitalize transition-colors hover:text-ink aria-[current]:border-line aria-[current]:bg-surface aria-[current]:font-medium aria-[current]:text-ink aria-[current]:shadow-card pointer-coarse:min-h-9"
            >
              {known}
            </Link>
          ))}
        </nav>
        <Filters filter={filter} members={edits.members} onChange={change} />
        <p role="status" className="text-sm text-muted">
          {isNarrowed(filter)
            ? `${formatCount(tasks.length, "task")} of ${plan.tasks.length}`
            : formatCount(tasks.length, "task")}
          {edits.isSaving && " · saving…"}
        </p>
        {isNarrowed(filter) && (
          <Button
            size="sm"
            variant="ghost"
            onClick={() => change({ phase: null, discipline: null, person: null })}
          >
            Show all
          </Button>
        )}
      </div>
      {tasks.length === 0 ? (
        <EmptyState
          title={isNarrowed(filter) ? "No task is like this" : "There are no tasks yet"}
          description={
            isNarrowed(filter)
              ? "Ask for less, or show all."
              : "Tasks come with the techniques that the project's decisions choose."
          }
        />
      ) : (
        <>
          {view === "table" && (
            <TaskTables
              workspace={workspace}
              projectId={plan.projectId}
              tasks={tasks}
              forecast={plan.forecast.tasks}
              edits={edits}
              editable={editable}
              typing={typing}
              onOpen={open}
            />
          )}
          {view === "timeline" && <FormError message={linking.message} />}
          {view === "timeline" && (
            <TaskTimeline
              tasks={tasks}
              plan={plan}
              project={project}
              filter={filter}
              onFilter={change}
              tableAddress={addressOf({ view: "table" })}
              onOpen={open}
              onLink={editable ? linking.link : null}
            />
          )}
          {view === "board" && (
            <TaskBoard
              tasks={tasks}
              forecast={plan.forecast.tasks}
              edits={edits}
              editable={editable}
              onOpen={open}
            />
          )}
          <ForecastLine
            workspace={workspace}
            plan={plan}
            edits={edits}
            typing={typing}
            isWatching={isTouched}
          />
        </>
      )}
      {sheet !== null && task !== undefined && (
        <TaskSheet
          key={task.key}
          workspace={workspace}
          projectKey={projectKey}
          projectId={plan.projectId}
          task={task}
          people={plan.people}
          open={sheet.isOpen}
          opener={sheet.opener}
          onClose={close}
        />
      )}
    </section>
  );
}

function Filters({
  filter,
  members,
  onChange,
}: {
  filter: PlanFilter;
  members: readonly { readonly id: string; readonly name: string }[];
  onChange: (part: Partial<PlanFilter>) => void;
}) {
  return (
    <div className="flex flex-wrap gap-2 max-sm:grid max-sm:w-full max-sm:grid-cols-2 max-sm:*:last:col-span-2">
      <Select
        aria-label="Phase"
        value={filter.phase ?? ""}
        onChange={({ target }) => onChange({ phase: phaseIds.find((id) => id === target.value) ?? null })}
      >
        <option value="">All phases</option>
        {phaseIds.map((id) => (
          <option key={id} value={id}>
            {phaseNames[id]}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Discipline"
        value={filter.discipline ?? ""}
        onChange={({ target }) =>
          onChange({ discipline: disciplineIds.find((id) => id === target.value) ?? null })
        }
      >
        <option value="">All disciplines</option>
        {disciplineIds.map((id) => (
          <option key={id} value={id}>
            {disciplineName(id)}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Person"
        value={filter.person ?? ""}
        onChange={({ target }) => onChange({ person: target.value === "" ? null : target.value })}
      >
        <option value="">Everybody</option>
        <option value={nobody}>Nobody yet</option>
        {members.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  );
}
