import { type PhaseTone, toneVariable } from "../glyphs/phase-tone";
import { Link } from "../link";

export type StackPart = {
  readonly id: string;
  readonly name: string;
  readonly amount: number;
  readonly value: string;
  readonly tone: PhaseTone;
  readonly href?: string;
  /** What the page shows now. */
  readonly current?: boolean;
};

/** Parts of a whole as one lying bar with its legend, whose entries are the figures and their links. */
export function StackedBar({ label, parts }: { label: string; parts: readonly StackPart[] }) {
  const total = parts.reduce((sum, part) => sum + part.amount, 0);
  return (
    <div>
      <div aria-hidden="true" className="flex h-5 gap-0.5 overflow-hidden rounded">
        {parts.map((part) => (
          <span
            key={part.id}
            style={{ flexGrow: total === 0 ? 1 : part.amount, background: toneVariable(part.tone) }}
            className="min-w-0.5 basis-0"
          />
        ))}
      </div>
      <ul aria-label={label} className="mt-2.5 grid gap-1.5 text-sm">
        {parts.map((part) => (
          <li key={part.id} className="flex items-center gap-2">
            <span
              aria-hidden="true"
              className="size-2 shrink-0 rounded-[2px]"
              style={{ background: toneVariable(part.tone) }}
            />
            {part.href === undefined ? (
              <span className="flex-1">{part.name}</span>
            ) : (
              <Link
                href={part.href}
                scroll={false}
                aria-current={part.current ? "true" : undefined}
                className="inline-flex flex-1 min-h-6 items-center rounded hover:underline hover:underline-offset-4 aria-current:font-semibold"
              >
                {part.name}
              </Link>
            )}
            <span className="text-muted tabular-nums">{part.value}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
