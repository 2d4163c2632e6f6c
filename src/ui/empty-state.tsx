import type { ReactNode } from "react";

/** Where nothing is yet: says what would be here and how to begin. */
export function EmptyState({
  title,
  description,
  action,
  picture,
}: {
  title: ReactNode;
  description: ReactNode;
  action?: ReactNode;
  picture?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-3 rounded-lg border border-dashed border-line-strong px-6 py-10 text-center">
      {picture}
      <div>
        <p className="font-semibold">{title}</p>
        <p className="mx-auto mt-1 max-w-prose text-sm text-muted">{description}</p>
      </div>
      {action}
    </div>
  );
}
