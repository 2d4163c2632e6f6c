import clsx from "clsx";
import { PhaseMark } from "../glyphs/phase-mark";
import { type PhaseTone, phaseSteps, toneVariable } from "../glyphs/phase-tone";
import { Link } from "../link";
import { ChartTable } from "./chart-table";

export type StackGroup = {
  readonly id: string;
  readonly name: string;
  /** The sum as text; its unit stands in the chart's title. */
  readonly total: string;
  readonly href?: string;
  readonly amounts: Readonly<Record<PhaseTone, number>>;
  /** The amounts as text, for the table. */
  readonly values: Readonly<Record<PhaseTone, string>>;
};

/** Effort by phase per group: `columns` for a few short names like quarters, `rows` for projects and techniques. */
export function StackedBars({
  label,
  groups,
  direction = "rows",
}: {
  label: string;
  groups: readonly StackGroup[];
  direction?: "rows" | "columns";
}) {
  const most = Math.max(1e-9, ...groups.map(amount));
  const Group = direction === "rows" ? Row : Column;
  return (
    <figure>
      <ul aria-label={label} className={lists[direction]}>
        {groups.map((group) => (
          <Group key={group.id} group={group} share={amount(group) / most} />
        ))}
      </ul>
      <figcaption className="mt-3 flex flex-wrap gap-x-3 gap-y-1 text-xs text-muted">
        {phaseSteps.map(({ tone, verb }) => (
          <PhaseMark key={tone} tone={tone}>
            {verb}
          </PhaseMark>
        ))}
      </figcaption>
      <ChartTable
        caption={label}
        columns={["Name", ...phaseSteps.map(({ name }) => name), "Total"]}
        rows={groups.map((group) => [
          group.name,
          ...phaseSteps.map(({ tone }) => group.values[tone]),
          group.total,
        ])}
      />
    </figure>
  );
}

const lists = {
  rows: "grid grid-cols-[fit-content(42%)_minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 text-sm",
  columns: "flex gap-3 text-xs",
} as const;

function Row({ group, share }: { group: StackGroup; share: number }) {
  return (
    <li className="col-span-3 grid min-h-7 grid-cols-subgrid items-center">
      <Name group={group} className="truncate" />
      <span
        aria-hidden="true"
        className={clsx("flex h-3.5 overflow-hidden rounded-[3px]", share > 0.2 && "gap-px")}
        style={{ width: percent(share) }}
      >
        <Parts group={group} />
      </span>
      <span className="text-right font-medium tabular-nums">{group.total}</span>
    </li>
  );
}

function Column({ group, share }: { group: StackGroup; share: number }) {
  return (
    <li className="flex min-w-0 flex-1 flex-col items-center">
      <span className="flex h-48 w-full flex-col justify-end pt-5">
        <span
          className="relative mx-auto flex w-full max-w-10 flex-col-reverse gap-px"
          style={{ height: percent(share) }}
        >
          <Parts group={group} />
          <span className="absolute inset-x-0 -top-5 text-center font-semibold tabular-nums">
            {group.total}
          </span>
        </span>
      </span>
      <Name group={group} className="mt-1 max-w-full truncate text-center text-muted" />
    </li>
  );
}

function Name({ group, className }: { group: StackGroup; className: string }) {
  if (group.href === undefined) return <span className={className}>{group.name}</span>;
  return (
    <Link
      href={group.href}
      scroll={false}
      className={`${className} min-h-6 min-w-6 rounded leading-6 hover:underline hover:underline-offset-4`}
    >
      {group.name}
    </Link>
  );
}

function Parts({ group }: { group: StackGroup }) {
  return phaseSteps
    .filter(({ tone }) => group.amounts[tone] > 0)
    .map(({ tone }) => (
      <span
        key={tone}
        aria-hidden="true"
        className="min-h-px min-w-px basis-0 opacity-90"
        style={{ flexGrow: group.amounts[tone], background: toneVariable(tone) }}
      />
    ));
}

function amount(group: StackGroup): number {
  return phaseSteps.reduce((total, { tone }) => total + group.amounts[tone], 0);
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
