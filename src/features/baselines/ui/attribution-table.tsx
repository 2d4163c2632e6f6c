import type { ReactNode } from "react";
import { formatCount, formatDate, formatSignedDays, formatSignedMoney } from "@/ui/format";
import { Link } from "@/ui/link";
import { Table, Td, Th } from "@/ui/table";
import type { Attribution, BaselineComparison } from "../compare.queries";

/** What moved the plan, part by part in the order of the log, and that the parts are the whole. */
export function AttributionTable({
  workspace,
  base,
  attributions,
  total,
  currency,
}: {
  workspace: string;
  base: string;
  attributions: readonly Attribution[];
  total: BaselineComparison["total"];
  currency: string;
}) {
  if (attributions.length === 0)
    return <p className="text-sm">Nothing that the plan follows from has changed since.</p>;
  return (
    <div>
      <h3 className="mb-1.5 text-sm font-semibold">What moved it</h3>
      <Table label="What moved the plan since the baseline" stacked>
        <thead>
          <tr>
            <Th>What</Th>
            <Th>Last, by</Th>
            <Th numeric>Finish, P50</Th>
            <Th numeric>P80</Th>
            <Th numeric>Effort, P50</Th>
            <Th numeric>Cost, P50</Th>
          </tr>
        </thead>
        <tbody>
          {attributions.map((attribution) => (
            <tr key={`${attribution.kind} ${attribution.cause?.entry.seq ?? ""}`}>
              <Td className="max-md:col-span-2">{tell(attribution, workspace, base)}</Td>
              <Td name="Last, by" className="text-muted">
                {attribution.cause === null
                  ? "–"
                  : `${formatDate(attribution.cause.entry.at)}, ${attribution.cause.entry.by}`}
                {(attribution.cause?.entries ?? 0) > 1 && (
                  <span className="block text-xs">
                    {formatCount(attribution.cause?.entries ?? 0, "entry", "entries")} in all
                  </span>
                )}
              </Td>
              <Moves move={attribution.move} currency={currency} />
            </tr>
          ))}
          <tr className="font-semibold">
            <Td className="max-md:col-span-2">All together</Td>
            <Td className="max-md:hidden">{""}</Td>
            <Moves move={total} currency={currency} />
          </tr>
        </tbody>
      </Table>
      <p className="mt-2 max-w-prose text-xs text-muted">
        The plan of then is brought to now change by change, in the order of the log, and simulated after each
        with the same draws. A part is what its change adds to those above it; in another order the parts
        would be others, their sum the same.
      </p>
    </div>
  );
}

function Moves({ move, currency }: { move: Attribution["move"]; currency: string }) {
  return (
    <>
      <Td numeric name="Finish, P50" className="whitespace-nowrap">
        {formatSignedDays(move.finishP50WorkingDays, "days")}
      </Td>
      <Td numeric name="P80" className="whitespace-nowrap">
        {formatSignedDays(move.finishP80WorkingDays, "days")}
      </Td>
      <Td numeric name="Effort, P50" className="whitespace-nowrap">
        {formatSignedDays(move.effortP50PersonDays, "pd")}
      </Td>
      <Td numeric name="Cost, P50" className="whitespace-nowrap">
        {formatSignedMoney(move.costP50Minor, currency)}
      </Td>
    </>
  );
}

const linkClasses = "text-accent underline underline-offset-2";

function tell({ kind, cause }: Attribution, workspace: string, base: string): ReactNode {
  switch (kind) {
    case "decision": {
      const decision = cause?.decision;
      if (cause === null || !decision) return "A decision";
      return (
        <>
          <Link href={`${base}/decisions/${decision.number}`} className={linkClasses}>
            D-{decision.number} {decision.question}
          </Link>{" "}
          <span className="text-muted">{verbs[cause.entry.type] ?? "changed"}</span>
          {decision.option !== "" && `: ${decision.option}`}
        </>
      );
    }
    case "task":
      return (
        <>
          Task{" "}
          <Link href={`${base}/plan#task-${cause?.task?.key ?? ""}`} className={linkClasses}>
            {cause?.task?.name ?? "of the plan"}
          </Link>{" "}
          <span className="text-muted">{verbs[cause?.entry.type ?? ""]}</span>
        </>
      );
    case "tasks":
      return <Link href={`${base}/plan`} className={linkClasses}>{`Edits of tasks`}</Link>;
    case "links":
      return (
        <Link href={`${base}/plan`} className={linkClasses}>
          What tasks wait for
        </Link>
      );
    case "start":
      return "The project's start";
    case "pass":
      return "The pass of alignment that the project is in";
    case "standards":
      return (
        <>
          Rates and{" "}
          <Link href={`/w/${workspace}/settings/standards`} className={linkClasses}>
            standards
          </Link>{" "}
          of the workspace
        </>
      );
    case "time":
      return "Days that passed";
    case "calibration":
      return "What finished tasks teach about estimates";
    case "version":
      return "Another version of Phasewise, which plans otherwise";
    case "unattributed":
      return "Not attributed: nothing on the log explains it";
  }
}

const verbs: Readonly<Record<string, string>> = {
  "decision.asked": "asked",
  "decision.decided": "decided",
  "decision.reopened": "reopened",
  "decision.superseded": "superseded",
  "decision.deleted": "deleted",
  "option.added": "has another option",
  "option.edited": "has an option that was edited",
  "option.removed": "has an option less",
  "time.booked": "has time booked on it",
  "time.corrected": "has booked time that was corrected",
  "time.deleted": "has booked time that was deleted",
  "time.restored": "has booked time that was restored",
  "time.imported": "has time imported for it",
  "tasks.imported": "brought in from a file",
  "task.split": "split in two",
  "task.added": "added to the project",
  "task.changed": "changed as the project's own",
};
