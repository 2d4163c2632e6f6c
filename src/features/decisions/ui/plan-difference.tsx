"use client";

import type { PlanRecord } from "@/features/plans/record.schema";
import { useNames } from "@/features/workspaces/ui";
import { disciplineName, expertiseLevelName } from "@/planning";
import { formatDate, formatMoney, formatPersonDays, formatSignedDays, formatSignedMoney } from "@/ui/format";
import { Table, Td, Th } from "@/ui/table";
import { WhereItChanges } from "./where-it-changes";

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
  const { techniqueName } = useNames();
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
      "Effort (P50)",
      person(before.effortPersonDays.p50),
      person(after.effortPersonDays.p50),
      formatSignedDays(difference.effortPersonDays, "pd"),
    ],
    [
      "Cost (P50)",
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
  const added = difference.techniquesAdded.map(techniqueName);
  const removed = difference.techniquesRemoved.map(techniqueName);
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
