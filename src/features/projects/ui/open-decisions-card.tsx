import type { ProjectPlan } from "@/features/plans/queries";
import { expectedReduction, type PhaseId, phaseNames } from "@/planning";
import { Card } from "@/ui/card";
import { formatCount, formatDate, formatDays, formatPercent } from "@/ui/format";
import { DecisionDiamond } from "@/ui/glyphs/decision-diamond";
import { Link } from "@/ui/link";
import { RelativeTime } from "@/ui/time";
import { OptionsGive } from "./options-give";

type OpenDecision = {
  readonly id: string;
  readonly number: number;
  readonly phase: PhaseId;
  readonly question: string;
  readonly ownerName: string;
  readonly askedAt: Date;
  readonly dueOn: string | null;
};

/** The project's open decisions, first the one whose settling is expected to narrow the forecast most, with what each option gives. */
export function OpenDecisionsCard({
  base,
  decisions,
  plan,
  currency,
}: {
  base: string;
  decisions: readonly OpenDecision[];
  plan: Pick<ProjectPlan, "forecast" | "openDecisions">;
  currency: string;
}) {
  const { forecast } = plan;
  const order = forecast.openDecisions.map(({ decisionId }) => decisionId);
  const ordered = decisions.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return (
    <Card
      title="Decide this next"
      hint={
        ordered.length === 0
          ? "none open"
          : `by how much deciding is expected to narrow the forecast, from ${formatCount(forecast.runs, "run")}, as of ${formatDate(forecast.asOf)}`
      }
    >
      {ordered.length === 0 && <p className="text-sm text-muted">Everything asked so far is decided.</p>}
      <ol className="grid grid-cols-1">
        {ordered.map((decision, place) => {
          const open = forecast.openDecisions.find((entry) => entry.decisionId === decision.id);
          const titles = plan.openDecisions.find(({ id }) => id === decision.id)?.options ?? [];
          return (
            <li
              key={decision.id}
              className="flex items-start gap-2.5 border-t border-line py-2.5 first:border-0 first:pt-0"
            >
              <span className="mt-0.5">
                <DecisionDiamond open size={14} />
              </span>
              <div className="grid min-w-0 flex-1 grid-cols-1 gap-1">
                <Link href={`${base}/decisions/${decision.number}`} className="font-medium hover:underline">
                  {decision.question}
                </Link>
                <p className="text-xs text-muted">
                  D-{decision.number} · {phaseNames[decision.phase]} · {decision.ownerName} · asked{" "}
                  <RelativeTime at={decision.askedAt} />
                  {decision.dueOn !== null && ` · due ${formatDate(decision.dueOn)}`}
                </p>
                {open !== undefined && open.options.length === 0 && (
                  <p className="text-xs text-muted">It has no options yet: nothing to forecast.</p>
                )}
                {open !== undefined && open.options.length > 0 && (
                  <>
                    <Reduction open={open} />
                    <OptionsGive
                      question={decision.question}
                      options={open.options}
                      titles={titles}
                      currency={currency}
                      unfolded={place === 0}
                    />
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

function Reduction({ open }: { open: ProjectPlan["forecast"]["openDecisions"][number] }) {
  const { share, costShare, spreadWorkingDays } = open;
  const reduction = expectedReduction(open);
  return (
    <>
      <span aria-hidden="true" className="block h-[3px] rounded-full bg-sunk">
        <span
          className="block h-full rounded-full bg-accent"
          style={{ width: `${Math.max(1, reduction * 100)}%` }}
        />
      </span>
      <p className="text-xs">
        <b className="font-semibold">
          Deciding is expected to take {formatPercent(reduction)} of the variance away:
        </b>{" "}
        <span className="text-muted">
          {formatPercent(share)} of the finish's, {formatPercent(costShare)} of the cost's ·{" "}
          {formatDays(spreadWorkingDays)} working days between the options' median finishes
        </span>
      </p>
    </>
  );
}
