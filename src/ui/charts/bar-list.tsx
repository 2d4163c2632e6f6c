import type { ReactNode } from "react";
import { type PhaseTone, toneVariable } from "../glyphs/phase-tone";
import { Link } from "../link";

export type BarListRow = {
  readonly id: string;
  readonly name: ReactNode;
  /** Length of the bar as a share of the longest, 0 to 1. */
  readonly share: number;
  /** The figure with its unit. */
  readonly value: ReactNode;
  readonly tone?: PhaseTone;
  readonly href?: string;
};

/** Names with a figure and a bar: a list first, so it needs no table behind it. */
export function BarList({ label, rows }: { label: string; rows: readonly BarListRow[] }) {
  return (
    <ul aria-label={label} className="grid gap-2 text-sm">
      {rows.map((row) => (
        <li key={row.id}>
          <div className="flex items-baseline justify-between gap-3">
            {row.href === undefined ? (
              <span className="min-w-0">{row.name}</span>
            ) : (
              <Link
                href={row.href}
                scroll={false}
                className="inline-flex min-w-0 min-h-6 items-center rounded hover:underline hover:underline-offset-4"
              >
                {row.name}
              </Link>
            )}
            <span className="shrink-0 text-muted tabular-nums">{row.value}</span>
          </div>
          <span
            aria-hidden="true"
            className="mt-1 block h-1 rounded-full opacity-70"
            style={{
              width: `${Math.max(1, Math.min(1, row.share) * 100)}%`,
              background: row.tone === undefined ? "var(--accent)" : toneVariable(row.tone),
            }}
          />
        </li>
      ))}
    </ul>
  );
}
