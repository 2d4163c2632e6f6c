import { disciplineName, expertiseLevelName } from "@/planning";
import { Card } from "@/ui/card";
import { formatPersonDays } from "@/ui/format";
import { Link } from "@/ui/link";
import type { ScheduleResult } from "../queries";

/** Work that the schedule places as if somebody could do it, by name. */
export function NobodyCard({ workspace, nobody }: { workspace: string; nobody: ScheduleResult["nobody"] }) {
  return (
    <Card title="Nobody can do" hint="placed as if somebody could">
      {nobody.length === 0 ? (
        <p className="text-sm text-muted">Every task has somebody who is able.</p>
      ) : (
        <ul className="grid max-h-80 gap-1.5 overflow-y-auto text-sm">
          {nobody.map((task) => (
            <li key={`${task.projectId} ${task.taskKey}`}>
              <Link href={`/w/${workspace}/projects/${task.projectKey}/plan`} className="hover:underline">
                {task.project}: {task.name}
              </Link>{" "}
              <span className="text-muted">
                {disciplineName(task.discipline)}, {expertiseLevelName(task.level)},{" "}
                {formatPersonDays(task.effortPersonDays)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
