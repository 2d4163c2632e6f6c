import type { ReactNode } from "react";

/** One part in one or more of its states, under its name. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-2 text-xs text-muted">{name}</h3>
      {children}
    </div>
  );
}
