import type { ProjectTask } from "@/features/plans/queries";
import { phases } from "@/planning";

/** The tasks of a plan as choices of a select, by phase. */
export function TaskOptions({ tasks }: { tasks: readonly Pick<ProjectTask, "key" | "name" | "phase">[] }) {
  return phases.map((phase) => {
    const ofPhase = tasks.filter((task) => task.phase === phase.id);
    if (ofPhase.length === 0) return null;
    return (
      <optgroup key={phase.id} label={phase.name}>
        {ofPhase.map((task) => (
          <option key={task.key} value={task.key}>
            {task.name}
          </option>
        ))}
      </optgroup>
    );
  });
}
