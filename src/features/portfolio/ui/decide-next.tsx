import { Card } from "@/ui/card";
import { formatDays } from "@/ui/format";
import { DecisionDiamond } from "@/ui/glyphs/decision-diamond";
import { Link } from "@/ui/link";
import type { PortfolioProject } from "../queries";

const most = 6;

/** Open decisions by what they cost to leave open: the days between their options' finishes, then age. */
export function DecideNext({
  workspace,
  projects,
}: {
  workspace: string;
  projects: readonly PortfolioProject[];
}) {
  const open = projects
    .filter((project) => project.launchedAt === null)
    .flatMap((project) => project.openDecisions.map((decision) => ({ ...decision, project })))
    .sort((a, b) => b.spreadWorkingDays - a.spreadWorkingDays || b.ageDays - a.ageDays);
  const widest = Math.max(1, open[0]?.spreadWorkingDays ?? 1);
  return (
    <Card
      title="Decide next"
      hint="days between options"
      actions={
        <Link
          href={`/w/${workspace}/decisions/next`}
          className="text-xs text-accent underline underline-offset-2"
        >
          all {open.length}
        </Link>
      }
    >
      {open.length === 0 && <p className="text-sm text-muted">Nothing waits for a decision.</p>}
      <ul className="grid grid-cols-1">
        {open.slice(0, most).map((decision) => (
          <li key={decision.id} className="flex items-start gap-2 border-t border-line py-2 first:border-0">
            <span className="mt-0.5">
              <DecisionDiamond open size={14} label={null} />
            </span>
            <div className="min-w-0 flex-1">
              <Link
                href={`/w/${workspace}/projects/${decision.project.key}/decisions/${decision.number}`}
                className="font-medium hover:underline"
              >
                {decision.question}
              </Link>
              <div className="flex justify-between gap-2 text-xs text-muted">
                <span className="truncate">{decision.project.name}</span>
                <span className="shrink-0">
                  {formatDays(decision.spreadWorkingDays)} d · {decision.ageDays} d old
                </span>
              </div>
              <span
                aria-hidden="true"
                className="mt-1 block h-[3px] rounded-full bg-accent opacity-55"
                style={{ width: `${Math.max(2, (decision.spreadWorkingDays / widest) * 100)}%` }}
              />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
