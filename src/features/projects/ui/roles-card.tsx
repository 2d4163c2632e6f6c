import { footnotes, SourcesNote } from "@/features/cheat-sheet/ui";
import { type Phase, type PlannedTask, type Role, roleOfDiscipline, roles, type Technique } from "@/planning";
import { Card } from "@/ui/card";
import { formatCount, formatPersonDays } from "@/ui/format";

type Task = Pick<
  PlannedTask,
  "key" | "technique" | "discipline" | "status" | "effortPersonDays" | "actualEffortPersonDays"
>;

/** Who does the work of the phase, and who accepts what it brings. */
export function RolesCard({
  phase,
  techniques,
  tasks,
}: {
  phase: Phase;
  techniques: readonly Technique[];
  tasks: readonly Task[];
}) {
  const rows = roles
    .map((role) => ({
      role,
      work: tellWork(tasks, role),
      approves: approvals(phase, techniques, role),
    }))
    .filter(({ work, approves }) => work !== null || approves.length > 0);
  if (rows.length === 0) return null;
  return (
    <Card title="Roles" hint="who does, who approves">
      <ul className="grid text-sm">
        {rows.map(({ role, work, approves }) => (
          <li key={role.id} className="border-t border-line py-1.5 first:border-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">{role.name}</span>
              <span className="text-muted tabular-nums">{work ?? "approves only"}</span>
            </div>
            <p className="text-xs text-muted">{role.does}</p>
            {approves.length > 0 && <p className="text-xs">Approves {approves.join(", ")}</p>}
          </li>
        ))}
      </ul>
      <SourcesNote citations={footnotes(rows.flatMap(({ role }) => role.sources)).citations} />
    </Card>
  );
}

function tellWork(tasks: readonly Task[], role: Role): string | null {
  const own = tasks.filter((task) => roleOfDiscipline(task.discipline) === role && task.status !== "dropped");
  if (own.length === 0) return null;
  const effort = own.reduce(
    (sum, task) => sum + (task.actualEffortPersonDays ?? task.effortPersonDays.mostLikely),
    0,
  );
  return `${formatCount(own.length, "task")}, ${formatPersonDays(effort)}`;
}

function approvals({ id, gate }: Phase, techniques: readonly Technique[], role: Role): string[] {
  const accepted = techniques
    .filter((technique) => technique.phase === id && technique.approvedBy === role.id)
    .map((technique) => technique.name);
  return gate.approvedBy === role.id ? ["the gate", ...accepted] : accepted;
}
