"use client";

import type { PlanRecord } from "@/features/plans/record.schema";
import {
  disciplineName,
  expertiseLevelName,
  type PlanDifference,
  phaseNames,
  taskStandards,
  techniqueNames,
} from "@/planning";
import {
  formatDate,
  formatDays,
  formatMoney,
  formatPersonDays,
  formatSignedDays,
  formatSignedMoney,
} from "@/ui/format";
import { Table, Td, Th } from "@/ui/table";

/** What a choice does to the plan: before, after, and the difference. */
export function PlanDifferenceTable({
  record,
  currency,
  label,
}: {
  record: PlanRecord;
  currency: string;
  label: string;
}) {
  const { before, after, difference } = record;
  const money = (minor: number) => formatMoney(minor, currency, { compact: true });
  const person = (days: number) => formatPersonDays(days, { short: true });
  const rows = [
    [
      "Finish (P50)",
      formatDate(before.finish.p50),
      formatDate(after.finish.p50),
      formatSignedDays(difference.finishP50WorkingDays, "d"),
    ],
    [
      "Finish (P80)",
      formatDate(before.finish.p80),
      formatDate(after.finish.p80),
      formatSignedDays(difference.finishP80WorkingDays, "d"),
    ],
    [
      "Effort",
      person(before.effortPersonDays.p50),
      person(after.effortPersonDays.p50),
      formatSignedDays(difference.effortPersonDays, "pd"),
    ],
    [
      "Cost",
      money(before.costMinor.p50),
      money(after.costMinor.p50),
      formatSignedMoney(difference.costMinor, currency),
    ],
    [
      "of it machines",
      money(before.machineCostMinor.p50),
      money(after.machineCostMinor.p50),
      formatSignedMoney(difference.machineCostMinor, currency),
    ],
    [
      "Running cost a month",
      money(before.monthlyCostMinor.p50),
      money(after.monthlyCostMinor.p50),
      formatSignedMoney(difference.monthlyCostMinor, currency),
    ],
    [
      "Highest expertise",
      expertiseLevelName(before.expertisePeak),
      expertiseLevelName(after.expertisePeak),
      before.expertisePeak === after.expertisePeak
        ? "same"
        : after.expertisePeak > before.expertisePeak
          ? "higher"
          : "lower",
    ],
  ];
  const added = difference.techniquesAdded.map((id) => techniqueNames[id].name);
  const removed = difference.techniquesRemoved.map((id) => techniqueNames[id].name);
  return (
    <div className="grid gap-2">
      <Table label={label} className="max-sm:block">
        <thead className="max-sm:block">
          <tr className="max-sm:grid max-sm:grid-cols-3">
            <Th className="max-sm:hidden" />
            <Th numeric>Before</Th>
            <Th numeric>After</Th>
            <Th numeric>Difference</Th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map(([name, from, to, change]) => (
            <tr key={name} className="max-sm:grid max-sm:grid-cols-3">
              <th
                scope="row"
                className="border-line px-2.5 py-1.5 text-left font-normal whitespace-nowrap max-sm:col-span-3 max-sm:pb-0 max-sm:text-xs max-sm:text-muted sm:border-b"
              >
                {name}
              </th>
              <Td numeric className="py-1.5! whitespace-nowrap text-muted">
                {from}
              </Td>
              <Td numeric className="py-1.5! whitespace-nowrap">
                {to}
              </Td>
              <Td numeric className="py-1.5! font-medium whitespace-nowrap">
                {change}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {Math.abs(difference.machineHours) >= 0.5 && (
        <p className="text-sm text-muted">
          Machine time: {formatSignedDays(difference.machineHours, "accelerator-hours")}
        </p>
      )}
      {(added.length > 0 || removed.length > 0) && (
        <p className="text-sm text-muted">
          {added.length > 0 && `Comes in: ${added.join(", ")}. `}
          {removed.length > 0 && `Goes out: ${removed.join(", ")}.`}
        </p>
      )}
      {difference.expertise.length > 0 && (
        <p className="text-sm text-muted">
          {difference.expertise
            .map(
              (row) =>
                `${disciplineName(row.discipline)} (${expertiseLevelName(row.level)}) ${formatSignedDays(row.after - row.before, "pd")}`,
            )
            .join(" · ")}
        </p>
      )}
      <WhereItChanges difference={difference} label={label} />
    </div>
  );
}

type Row = { id: string; name: string; before: number | null; after: number | null; note?: string };

/** The same difference by phase and by task: which ones come in, go out, or take more or less. */
function WhereItChanges({ difference, label }: { difference: PlanDifference; label: string }) {
  const { phases, tasksAdded, tasksRemoved, tasksChanged } = difference;
  const rows: Row[] = [
    ...phases.map(({ phase, before, after }) => ({ id: phase, name: phaseNames[phase], before, after })),
    ...tasksChanged.map(({ key, before, after }) => ({
      id: key,
      name: taskName(key),
      before: before.effortPersonDays,
      after: after.effortPersonDays,
      note:
        before.level === after.level
          ? "changes"
          : `now ${expertiseLevelName(after.level)} instead of ${expertiseLevelName(before.level)}`,
    })),
    ...tasksAdded.map((key) => ({
      id: key,
      name: taskName(key),
      before: null,
      after: null,
      note: "comes in",
    })),
    ...tasksRemoved.map((key) => ({
      id: key,
      name: taskName(key),
      before: null,
      after: null,
      note: "goes out",
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <details>
      <summary className="w-fit rounded text-sm text-muted hover:text-ink">By phase and task</summary>
      <Table label={`${label}, by phase and task`}>
        <thead>
          <tr>
            <Th>Person-days, mean</Th>
            <Th numeric>Before</Th>
            <Th numeric>After</Th>
            <Th numeric>Difference</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, before, after, note }) => (
            <tr key={id}>
              <th scope="row" className="border-b border-line px-2.5 py-1.5 text-left font-normal">
                {name}
                {note !== undefined && <span className="text-xs text-muted"> · {note}</span>}
              </th>
              <Td numeric className="py-1.5! whitespace-nowrap text-muted">
                {before === null ? "–" : formatDays(before)}
              </Td>
              <Td numeric className="py-1.5! whitespace-nowrap">
                {after === null ? "–" : formatDays(after)}
              </Td>
              <Td numeric className="py-1.5! font-medium whitespace-nowrap">
                {before === null || after === null ? "–" : formatSignedDays(after - before, "pd")}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}

/** Records outlive standards: a task that is no more is shown by its key. */
function taskName(key: string): string {
  return taskStandards.find((standard) => standard.key === key)?.name ?? key;
}
