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
  /** The part of the bar that is over, 0 to 1, drawn darker. Left out, the bar is one. */
  readonly over?: number;
  readonly href?: string;
  /** What the page shows now. */
  readonly current?: boolean;
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
                aria-current={row.current ? "true" : undefined}
                className="inline-flex min-w-0 min-h-6 items-center rounded hover:underline hover:underline-offset-4 aria-current:font-semibold"
              >
                {row.name}
              </Link>
            )}
            <span className="shrink-0 text-muted tabular-nums">{row.value}</span>
          </div>
          <Bar share={row.share} over={row.over ?? 0} tone={row.tone} />
        </li>
      ))}
    </ul>
  );
}

function Bar({ share, over, tone }: { share: number; over: number; tone: PhaseTone | undefined }) {
  const background = tone === undefined ? "var(--accent)" : toneVariable(tone);
  return (
    <span
      aria-hidden="true"
      className="relative mt-1 block h-1 overflow-hidden rounded-full"
      style={{ width: `${Math.max(1, Math.min(1, share) * 100)}%` }}
    >
      <span className={`absolute inset-0 ${over > 0 ? "opacity-40" : "opacity-70"}`} style={{ background }} />
      <span className="absolute inset-y-0 left-0" style={{ background, width: `${over * 100}%` }} />
    </span>
  );
}
