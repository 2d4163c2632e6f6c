"use client";

import { createContext, type ReactNode, useContext, useId } from "react";

type FieldWiring = { id: string; describedBy: string | undefined; invalid: boolean; required: boolean };

const FieldContext = createContext<FieldWiring | null>(null);

/** A label, a control, a hint and an error that belong together, for eyes and for screen readers. */
export function Field({
  label,
  hint,
  error,
  required = false,
  optional = false,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  optional?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error === undefined ? undefined : `${id}-error`;
  const describedBy = [errorId, hintId].filter((part) => part !== undefined).join(" ") || undefined;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {optional && <span className="font-normal text-faint"> (optional)</span>}
      </label>
      {hint !== undefined && (
        <p id={hintId} className="text-xs text-muted">
          {hint}
        </p>
      )}
      <FieldContext value={{ id, describedBy, invalid: error !== undefined, required }}>
        {children}
      </FieldContext>
      {error !== undefined && (
        <p id={errorId} className="text-xs text-warn">
          {error}
        </p>
      )}
    </div>
  );
}

/** What a control inside a Field puts on its element. */
export function useFieldControl(): {
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  "aria-required"?: true;
} {
  const field = useContext(FieldContext);
  if (field === null) return {};
  return {
    id: field.id,
    ...(field.describedBy === undefined ? {} : { "aria-describedby": field.describedBy }),
    ...(field.invalid ? { "aria-invalid": true } : {}),
    ...(field.required ? { "aria-required": true } : {}),
  };
}

export const controlClasses =
  "w-full rounded-md border border-line-strong bg-surface px-2.5 text-base text-ink placeholder:text-faint disabled:bg-sunk disabled:text-muted aria-invalid:border-warn";
