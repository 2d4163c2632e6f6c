import type { ReactNode } from "react";
import { Link } from "./link";

/** A figure with its unit and what it counts. With `href` it opens what it is made of. */
export function Figure({
  label,
  value,
  unit,
  hint,
  href,
}: {
  label: ReactNode;
  value: ReactNode;
  unit?: ReactNode;
  hint?: ReactNode;
  href?: string;
}) {
  const figure = (
    <>
      <span className="text-lg font-semibold tabular-nums">{value}</span>
      {unit !== undefined && <span className="ml-1 text-sm text-muted">{unit}</span>}
    </>
  );
  return (
    <div className="min-w-0">
      <div className="text-xs text-muted">{label}</div>
      <div className="mt-0.5">
        {href === undefined ? (
          figure
        ) : (
          <Link
            href={href}
            scroll={false}
            className="inline-block min-h-6 rounded underline decoration-line-strong decoration-dotted underline-offset-4 hover:decoration-ink"
          >
            {figure}
          </Link>
        )}
      </div>
      {hint !== undefined && <div className="mt-0.5 text-xs text-muted">{hint}</div>}
    </div>
  );
}
