import { phaseNames } from "@/planning";
import { formatMoney, formatPersonDays, formatSignedDays, formatSignedMoney } from "@/ui/format";
import { Link } from "@/ui/link";
import { Table, Td, Th } from "@/ui/table";
import type { BaselineComparison } from "../compare.queries";

const linkClasses = "text-accent underline underline-offset-2";
const personDays = (days: number) => formatPersonDays(days, { short: true });

/** Decisions that chose otherwise, came or went. */
export function DecisionMoves({
  base,
  decisions,
}: {
  base: string;
  decisions: BaselineComparison["decisions"];
}) {
  if (decisions.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1.5 text-sm font-semibold">Decisions</h3>
      <Table label="Decisions that moved" stacked>
        <thead>
          <tr>
            <Th>Decision</Th>
            <Th>Then</Th>
            <Th>Now</Th>
          </tr>
        </thead>
        <tbody>
          {decisions.map(({ number, question, before, after }) => (
            <tr key={number}>
              <Td className="max-md:col-span-2">
                <Link href={`${base}/decisions/${number}`} className={linkClasses}>
                  D-{number} {question}
                </Link>
              </Td>
              <Td name="Then" className="text-muted">
                {before ?? "not asked"}
              </Td>
              <Td name="Now">{after ?? "out of the plan"}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** Effort and people's cost per phase, then and now. */
export function PhaseMoves({
  base,
  phases,
  currency,
}: {
  base: string;
  phases: BaselineComparison["phases"];
  currency: string;
}) {
  const money = (minor: number) => formatMoney(Math.round(minor), currency, { compact: true });
  return (
    <div>
      <h3 className="mb-1.5 text-sm font-semibold">Phases</h3>
      <Table label="Phases, then and now" stacked>
        <thead>
          <tr>
            <Th>Phase</Th>
            <Th numeric>Effort, mean</Th>
            <Th numeric>Moved</Th>
            <Th numeric>People's cost, mean</Th>
            <Th numeric>Moved</Th>
          </tr>
        </thead>
        <tbody>
          {phases.map(({ phase, before, after }) => (
            <tr key={phase}>
              <Td className="max-md:col-span-2">
                <Link href={`${base}/phases/${phase}`} className={linkClasses}>
                  {phaseNames[phase]}
                </Link>
              </Td>
              <Td numeric name="Effort, mean">
                {personDays(before.effortPersonDays)} → {personDays(after.effortPersonDays)}
              </Td>
              <Td numeric name="Moved">
                {formatSignedDays(after.effortPersonDays - before.effortPersonDays, "pd")}
              </Td>
              <Td numeric name="People's cost, mean">
                {money(before.peopleCostMinor)} → {money(after.peopleCostMinor)}
              </Td>
              <Td numeric name="Moved">
                {formatSignedMoney(Math.round(after.peopleCostMinor - before.peopleCostMinor), currency)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

const kindWords = {
  added: "added",
  gone: "gone",
  longer: "longer",
  shorter: "shorter",
  "other-effort": "other effort",
} as const;

/** Tasks that came, went or take another effort or time. */
export function TaskMoves({
  base,
  tasks,
  currency,
}: {
  base: string;
  tasks: BaselineComparison["tasks"];
  currency: string;
}) {
  if (tasks.length === 0)
    return <p className="text-sm text-muted">No task was added, left out or estimated anew.</p>;
  return (
    <div>
      <h3 className="mb-1.5 text-sm font-semibold">Tasks</h3>
      <Table label="Tasks that moved" stacked>
        <thead>
          <tr>
            <Th>Task</Th>
            <Th>What</Th>
            <Th numeric>Duration, working days</Th>
            <Th numeric>Effort</Th>
            <Th numeric>People's cost</Th>
          </tr>
        </thead>
        <tbody>
          {tasks.map(({ kind, key, name, before, after }) => (
            <tr key={key}>
              <Td className="max-md:col-span-2">
                {after === null ? (
                  name
                ) : (
                  <Link href={`${base}/plan#task-${key}`} className={linkClasses}>
                    {name}
                  </Link>
                )}
              </Td>
              <Td name="What">{kindWords[kind]}</Td>
              <Td numeric name="Duration, working days">
                {formatSignedDays((after?.durationWorkingDays ?? 0) - (before?.durationWorkingDays ?? 0))}
              </Td>
              <Td numeric name="Effort">
                {formatSignedDays((after?.effortPersonDays ?? 0) - (before?.effortPersonDays ?? 0), "pd")}
              </Td>
              <Td numeric name="People's cost">
                {formatSignedMoney(
                  Math.round((after?.peopleCostMinor ?? 0) - (before?.peopleCostMinor ?? 0)),
                  currency,
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-2 text-xs text-muted">
        Means of the tasks' own estimates, for the first pass; of an added or left-out task, all of it.
      </p>
    </div>
  );
}
