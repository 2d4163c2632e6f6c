import { Card } from "@/ui/card";
import { formatDays } from "@/ui/format";
import { DecisionDiamond } from "@/ui/glyphs/decision-diamond";
import { Link } from "@/ui/link";
import type { Portfolio } from "../queries";

/** Open decisions of the shown projects by what they cost to leave open. */
export function DecideNext({
  workspace,
  decisions,
  openDecisions,
}: {
  workspace: string;
  decisions: Portfolio["decideNext"];
  openDecisions: number;
}) {
  const widest = Math.max(1, decisions[0]?.spreadWorkingDays ?? 1);
  return (
    <Card
      title="Decide next"
      hint="days apart"
      actions={
        <Link
          href={`/w/${workspace}/decisions/next`}
          className="text-xs text-accent underline underline-offset-2"
        >
          all {openDecisions.toLocaleString("en-GB")}
        </Link>
      }
    >
      {decisions.length === 0 && <p className="text-sm text-muted">Nothing waits for a decision.</p>}
      <ul className="grid grid-cols-1">
        {decisions.map((decision) => (
          <li key={decision.id} className="flex items-start gap-2 border-t border-line py-2 first:border-0">
            <span className="mt-0.5">
              <DecisionDiamond open size={14} label={null} />
            </span>
            <div className="min-w-0 flex-1">
              <Link
                href={`/w/${workspace}/projects/${decision.projectKey}/decisions/${decision.number}`}
                className="font-medium hover:underline"
              >
                {decision.question}
              </Link>
              <div className="flex justify-between gap-2 text-xs text-muted">
                <span className="truncate">{decision.projectName}</span>
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
