"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/platform/trpc/client";
import { Card } from "@/ui/card";
import { formatCount, formatDate } from "@/ui/format";
import { DecisionDiamond } from "@/ui/glyphs/decision-diamond";
import { Link } from "@/ui/link";

/** What was decided and is to be looked at again by now. */
export function ReviewsDueCard({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const { data: due } = useSuspenseQuery(trpc.decisions.reviewsDue.queryOptions({ workspace }));
  if (due.length === 0) return null;
  return (
    <div className="mb-4">
      <Card title="To be looked at again" hint={formatCount(due.length, "decision")}>
        <ul className="grid">
          {due.map((decision) => (
            <li
              key={decision.id}
              className="flex items-start gap-2.5 border-t border-line py-2 text-sm first:border-0"
            >
              <span className="mt-0.5">
                <DecisionDiamond open={false} size={14} />
              </span>
              <div className="min-w-0 flex-1">
                <Link
                  href={`/w/${workspace}/projects/${decision.project.key}/decisions/${decision.number}`}
                  className="font-medium hover:underline"
                >
                  {decision.question}
                </Link>
                <p className="text-xs text-muted">
                  {decision.chosen} · {decision.project.name} · {decision.ownerName}
                </p>
              </div>
              <span className="text-xs whitespace-nowrap text-warn tabular-nums">
                due {formatDate(decision.dueOn)}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
