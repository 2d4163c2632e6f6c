import clsx from "clsx";
import { type ReactNode, useId } from "react";

/** A framed part of a page. With a title it is a named group; its heading is how a screen reader gets there. */
export function Card({
  title,
  hint,
  actions,
  className,
  children,
  level = 2,
  anchor,
}: {
  title?: ReactNode;
  hint?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
  level?: 2 | 3;
  /** What an address names it by. */
  anchor?: string;
}) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  const classes = clsx("min-w-0 rounded-lg border border-line bg-surface px-4 py-3.5 shadow-card", className);
  if (title === undefined)
    return (
      <div id={anchor} className={classes}>
        {children}
      </div>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and a named section would make every card a landmark
    <div id={anchor} role="group" aria-labelledby={id} className={classes}>
      <div className="mb-2.5 flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <div className="flex min-w-0 flex-1 basis-48 flex-wrap items-baseline gap-x-2">
          <Heading id={id} className="text-sm font-semibold">
            {title}
          </Heading>
          {hint !== undefined && <span className="text-sm text-muted">{hint}</span>}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}
