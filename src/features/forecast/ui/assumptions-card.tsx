import { ChevronRight } from "lucide-react";
import type { ProjectPlan } from "@/features/plans/queries";
import { AssumptionText } from "@/features/projects/ui";
import { Card } from "@/ui/card";
import { formatMoney } from "@/ui/format";
import { Link } from "@/ui/link";

const linkClasses = "text-accent underline underline-offset-2";

/** What the figures rest on, each with the way to change it: standards, decisions, the estimates of tasks. */
export function AssumptionsCard({
  workspace,
  base,
  plan,
  decided,
  rates: { personDayCostMinor, acceleratorHourCostMinor, currency },
}: {
  workspace: string;
  base: string;
  plan: ProjectPlan;
  decided: readonly { readonly number: number; readonly question: string; readonly chosen: string }[];
  rates: {
    readonly personDayCostMinor: number;
    readonly acceleratorHourCostMinor: number;
    readonly currency: string;
  };
}) {
  const tasks = plan.tasks.filter(({ status }) => status !== "dropped" && status !== "done");
  return (
    <Card title="Assumptions" hint="what these figures rest on">
      <ul className="grid max-w-prose list-disc gap-1 pl-5 text-sm">
        {plan.assumptions.map((assumption) => (
          <li key={assumption.text}>
            <AssumptionText workspace={workspace} assumption={assumption} />
          </li>
        ))}
        <li>
          A person-day costs {formatMoney(personDayCostMinor, currency)}, an accelerator-hour{" "}
          {formatMoney(acceleratorHourCostMinor, currency)}.{" "}
          <Link href={`/w/${workspace}/settings`} className={linkClasses}>
            Settings
          </Link>
        </li>
        {decided.map(({ number, question, chosen }) => (
          <li key={number}>
            <Link href={`${base}/decisions/${number}`} className={linkClasses}>
              D-{number} {question}
            </Link>{" "}
            {chosen}
          </li>
        ))}
      </ul>
      <details className="group mt-3 text-sm">
        <summary className="flex min-h-6 w-fit cursor-pointer list-none items-center gap-1 rounded text-accent [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden="true"
            className="size-3.5 shrink-0 transition-transform group-open:rotate-90"
          />
          What each task's estimate rests on
        </summary>
        <ul className="mt-2 grid max-w-prose list-disc gap-1 pl-5">
          {tasks.map(({ key, name, assumption, estimatedBy }) => (
            <li key={key}>
              <Link href={`${base}/plan#task-${key}`} className={linkClasses}>
                {name}
              </Link>
              {estimatedBy === "team" ? ": the team's estimate. " : ": the standard's estimate. "}
              <span className="text-muted">{assumption}</span>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
