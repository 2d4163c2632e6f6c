import type { ReactNode } from "react";
import { formatCount, formatDate, formatThreePoint } from "@/ui/format";
import { Link } from "@/ui/link";
import type { Step, TaskChange } from "../step-rules";

const linkClasses = "text-accent underline underline-offset-2";

/** What a scenario does to the plan, a line for each thing; many are folded. */
export function StepList({
  base,
  steps,
  shown = 6,
}: {
  /** The project's address. */
  base: string;
  steps: readonly Step[];
  shown?: number;
}) {
  if (steps.length === 0) return <p className="text-sm text-muted">It changes nothing of the plan.</p>;
  const lines = (some: readonly Step[]) => (
    <ul className="grid list-disc gap-1 pl-4.5 text-sm marker:text-faint">
      {some.map((step) => (
        <li key={keyOf(step)}>
          <StepLine base={base} step={step} />
        </li>
      ))}
    </ul>
  );
  const rest = steps.slice(shown);
  return (
    <>
      {lines(steps.slice(0, shown))}
      {rest.length > 0 && (
        <details className="mt-1">
          <summary className="min-h-6 w-fit cursor-pointer rounded text-sm text-muted hover:text-ink">
            and {formatCount(rest.length, "change")} more
          </summary>
          {lines(rest)}
        </details>
      )}
    </>
  );
}

function keyOf(step: Step): string {
  if (step.kind === "decision") return step.decisionId;
  return step.kind === "task" ? step.taskKey : "start";
}

function StepLine({ base, step }: { base: string; step: Step }): ReactNode {
  switch (step.kind) {
    case "decision":
      return (
        <>
          Decides{" "}
          <Link href={`${base}/decisions/${step.number}`} className={linkClasses}>
            D-{step.number} {step.question}
          </Link>
          : <span className="font-medium">{step.option}</span>
        </>
      );
    case "task":
      return (
        <>
          Edits{" "}
          <Link href={`${base}/plan#task-${step.taskKey}`} className={linkClasses}>
            {step.name}
          </Link>
          : <span className="tabular-nums">{step.changes.map(tellChange).join("; ")}</span>
        </>
      );
    case "start":
      return (
        <>
          Moves the project's start from {formatDate(step.before)} to{" "}
          <span className="font-medium">{formatDate(step.after)}</span>
        </>
      );
  }
}

function tellChange(change: TaskChange): string {
  if (change.of === "assignee") {
    return `done by ${change.after ?? "nobody yet"} instead of ${change.before ?? "nobody yet"}`;
  }
  const [name, unit] = change.of === "effort" ? ["effort", "person-days"] : ["duration", "working days"];
  return `${name} ${formatThreePoint(change.before)} → ${formatThreePoint(change.after)} ${unit}`;
}
