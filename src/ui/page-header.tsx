import type { ReactNode } from "react";

export function PageHeader({
  title,
  subtitle,
  eyebrow,
  mark,
  actions,
}: {
  title: ReactNode;
  subtitle?: ReactNode;
  /** Where this is: a line of links above the title. */
  eyebrow?: ReactNode;
  /** A glyph before the title. */
  mark?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3 lg:flex-nowrap">
      <div className="min-w-0">
        {eyebrow !== undefined && <div className="mb-1 text-xs text-muted">{eyebrow}</div>}
        <div className="flex items-start gap-2.5">
          {mark !== undefined && <span className="mt-0.5 shrink-0">{mark}</span>}
          <h1 className="text-xl font-semibold tracking-tight text-balance [overflow-wrap:anywhere]">
            {title}
          </h1>
        </div>
        {subtitle !== undefined && <div className="mt-1 text-muted [overflow-wrap:anywhere]">{subtitle}</div>}
      </div>
      {actions !== undefined && (
        <div className="flex max-w-full shrink-0 flex-wrap items-center gap-2">{actions}</div>
      )}
    </header>
  );
}
