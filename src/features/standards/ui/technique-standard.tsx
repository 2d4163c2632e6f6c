"use client";

import {
  disciplineName,
  type Lifecycle,
  type LifecycleStandards,
  type TaskStandard,
  type Technique,
  type ThreePoint,
  taskStandards,
  techniqueById,
} from "@/planning";
import { Badge } from "@/ui/badge";
import { formatCount, formatDays } from "@/ui/format";
import { ExpertiseDots } from "@/ui/glyphs/expertise-dots";
import { Table, Td, Th } from "@/ui/table";
import { Folded } from "./folded";
import { OwnTaskSheet } from "./own-task-sheet";
import { ResetTask, TaskStandardSheet } from "./task-standard-sheet";
import { TechniqueSheet } from "./technique-sheet";
import type { VersionOf } from "./version-of";

const inclusionNames = { "as-template": null, always: "in every plan", never: "only by decision" } as const;

/** A technique folded up: what is the workspace's own of it, and unfolded its tasks with own and default figures. */
export function TechniqueStandard({
  workspace,
  technique,
  standards,
  lifecycle,
  versionOf,
  editable,
}: {
  workspace: string;
  technique: Technique;
  standards: LifecycleStandards;
  lifecycle: Lifecycle;
  versionOf: VersionOf;
  editable: boolean;
}) {
  const own = technique.tasks.filter(({ key }) => key in standards.ownTasks);
  const changed = technique.tasks.filter(({ key }) => isChanged(standards, key));
  const change = standards.techniques[technique.id];
  const inclusion = inclusionNames[change?.inclusion ?? "as-template"];
  const base = technique.methodOf === null ? null : lifecycle.techniqueById(technique.methodOf);
  const original = techniqueById(technique.id);
  return (
    <Folded
      summary={
        <>
          <span className="font-medium">{technique.name}</span>
          {base !== null && <span className="text-xs text-muted">a way of {base.name.toLowerCase()}</span>}
          <span className="text-xs text-muted">{formatCount(technique.tasks.length, "task")}</span>
          {changed.length > 0 && <Badge tone="accent">{changed.length} changed</Badge>}
          {own.length > 0 && <Badge tone="accent">{own.length} of our own</Badge>}
          {technique.name !== original.name && <Badge tone="accent">was {original.name}</Badge>}
          {inclusion !== null && <Badge tone="accent">{inclusion}</Badge>}
        </>
      }
    >
      <p className="max-w-prose text-sm text-muted">{technique.summary}</p>
      <Table label={`Tasks of ${technique.name}`} stacked>
        <thead>
          <tr>
            <Th>Task</Th>
            <Th>Needs</Th>
            <Th numeric>Effort, person-days</Th>
            <Th numeric>Duration, working days</Th>
            {editable && (
              <Th>
                <span className="sr-only">Change</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {technique.tasks.map((task) => (
            <TaskRow
              key={task.key}
              workspace={workspace}
              task={task}
              standards={standards}
              lifecycle={lifecycle}
              versionOf={versionOf}
              editable={editable}
            />
          ))}
        </tbody>
      </Table>
      {editable && (
        <div className="flex flex-wrap gap-2">
          <OwnTaskSheet
            workspace={workspace}
            technique={technique}
            lifecycle={lifecycle}
            existing={null}
            version={0}
          />
          <TechniqueSheet
            workspace={workspace}
            technique={technique}
            change={change}
            version={versionOf("technique", technique.id)}
          />
        </div>
      )}
    </Folded>
  );
}

function TaskRow({
  workspace,
  task,
  standards,
  lifecycle,
  versionOf,
  editable,
}: {
  workspace: string;
  task: TaskStandard;
  standards: LifecycleStandards;
  lifecycle: Lifecycle;
  versionOf: VersionOf;
  editable: boolean;
}) {
  const original = taskStandards.find(({ key }) => key === task.key);
  const own = standards.ownTasks[task.key];
  return (
    <tr className={own?.retired ? "text-muted" : undefined}>
      <Td className="max-md:col-span-2 md:min-w-48">
        <div className="font-medium">{task.name}</div>
        <div className="text-xs text-muted">
          {task.deliverable}
          {task.inLoop && " · each pass"}
          {own !== undefined && " · our own"}
          {own?.retired && " · retired"}
        </div>
      </Td>
      <Td name="Needs" className="max-md:col-span-2">
        <span className="flex items-center gap-2 whitespace-nowrap">
          {disciplineName(task.discipline)} <ExpertiseDots level={task.level} />
        </span>
        {original !== undefined &&
          (original.discipline !== task.discipline || original.level !== task.level) && (
            <div className="flex items-center gap-2 text-xs text-muted">
              default {disciplineName(original.discipline)} <ExpertiseDots level={original.level} />
            </div>
          )}
      </Td>
      <Figures
        name="Effort, person-days"
        value={task.effortPersonDays}
        original={original?.effortPersonDays}
      />
      <Figures
        name="Duration, working days"
        value={task.durationWorkingDays}
        original={original?.durationWorkingDays}
      />
      {editable && (
        <Td className="max-md:col-span-2">
          <div className="flex gap-1.5 md:justify-end">
            {original === undefined && own !== undefined ? (
              <OwnTaskSheet
                workspace={workspace}
                technique={lifecycle.techniqueById(own.technique)}
                lifecycle={lifecycle}
                existing={{ key: task.key, task: own }}
                version={versionOf("own-task", task.key)}
              />
            ) : (
              original !== undefined && (
                <>
                  {isChanged(standards, task.key) && (
                    <ResetTask workspace={workspace} task={task} version={versionOf("task", task.key)} />
                  )}
                  <TaskStandardSheet
                    workspace={workspace}
                    task={task}
                    original={original}
                    version={versionOf("task", task.key)}
                  />
                </>
              )
            )}
          </div>
        </Td>
      )}
    </tr>
  );
}

function Figures({
  name,
  value,
  original,
}: {
  name: string;
  value: ThreePoint;
  original: ThreePoint | undefined;
}) {
  const differs = original !== undefined && tell(original) !== tell(value);
  return (
    <Td numeric name={name} className="whitespace-nowrap">
      <span className={differs ? "font-medium text-accent" : undefined}>{tell(value)}</span>
      {differs && <div className="text-xs text-muted">default {tell(original)}</div>}
    </Td>
  );
}

const tell = ({ optimistic, mostLikely, pessimistic }: ThreePoint) =>
  [optimistic, mostLikely, pessimistic].map(formatDays).join(" – ");

function isChanged(standards: LifecycleStandards, key: string): boolean {
  const change = standards.tasks[key];
  return change !== undefined && Object.values(change).some((value) => value !== null);
}
