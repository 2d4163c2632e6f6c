import type { ReactNode } from "react";
import { phaseNames } from "@/planning";
import { formatDays } from "@/ui/format";
import { Link } from "@/ui/link";
import { Table, Td, Th } from "@/ui/table";
import type { Cohort } from "../queries";
import type { CohortKind } from "../schema";
import { learnAddress } from "./address";

/** A row per cohort; each figure leads to what it sums. */
export function CohortTable({
  workspace,
  by,
  cohorts,
  nameOf,
}: {
  workspace: string;
  by: CohortKind;
  cohorts: readonly Cohort[];
  nameOf: (cohort: Cohort) => string;
}) {
  const [first] = cohorts;
  return (
    <Table label="What finished work teaches" stacked>
      <thead>
        <tr>
          <Th>Cohort</Th>
          <Th numeric>Projects</Th>
          <Th numeric>Finished tasks</Th>
          <Th numeric>Actual ÷ estimated</Th>
          {first?.phases.map(({ phase }) => (
            <Th key={phase} numeric className="whitespace-normal!">
              Days in {phaseNames[phase]}
            </Th>
          ))}
          <Th numeric>Passes</Th>
          <Th numeric>Gates</Th>
        </tr>
      </thead>
      <tbody>
        {cohorts.map((cohort) => {
          const to = (part: string, children: ReactNode) => (
            <Link
              href={`${learnAddress(workspace, { by, cohort: cohort.id })}#${part}`}
              className="underline decoration-line-strong underline-offset-2 hover:decoration-ink"
            >
              {children}
            </Link>
          );
          const { effort, passes, gates } = cohort;
          const judged = gates.passed + gates.conditions + gates.sentBack;
          return (
            <tr key={cohort.id}>
              <th
                scope="row"
                className="border-b border-line px-2.5 py-2 text-left font-medium max-md:col-span-2 max-md:border-0 max-md:p-0"
              >
                <Link href={learnAddress(workspace, { by, cohort: cohort.id })} className="hover:underline">
                  {nameOf(cohort)}
                </Link>
              </th>
              <Td numeric name="Projects">
                {cohort.projects}
              </Td>
              <Td numeric name="Finished tasks">
                {effort.tasks === 0 ? "0" : to("tasks", effort.tasks)}
              </Td>
              <Td numeric name="Actual ÷ estimated" className="whitespace-nowrap">
                {effort.ratio === null ? "–" : to("tasks", `${effort.ratio.toFixed(2)} ×`)}
                {effort.interval !== null && (
                  <span className="block text-xs text-muted">
                    {effort.interval[0].toFixed(2)} to {effort.interval[1].toFixed(2)}
                  </span>
                )}
                {effort.ratio !== null && effort.tooFew && (
                  <span className="block text-xs text-warn">too few</span>
                )}
              </Td>
              {cohort.phases.map(({ phase, stays, calendarDays }) => (
                <Td key={phase} numeric name={`Days in ${phaseNames[phase]}`} className="whitespace-nowrap">
                  {stays === 0 ? "–" : to("stays", `${formatDays(calendarDays / stays)} d`)}
                  {stays > 0 && <span className="block text-xs text-muted">of {stays}</span>}
                </Td>
              ))}
              <Td numeric name="Passes" className="whitespace-nowrap">
                {passes.projects === 0 ? "–" : to("passes", `${passes.used} of ${passes.budgeted}`)}
              </Td>
              <Td numeric name="Gates" className="whitespace-nowrap">
                {judged === 0 ? "–" : to("gates", `${gates.passed + gates.conditions} passed`)}
                {gates.conditions > 0 && (
                  <span className="block text-xs text-muted">{gates.conditions} with conditions</span>
                )}
                {gates.sentBack > 0 && (
                  <span className="block text-xs text-muted">{gates.sentBack} sent back</span>
                )}
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
