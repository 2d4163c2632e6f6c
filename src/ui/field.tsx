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
  /** One sentence, or the list that a refused request has for the field. */
  error?: string | readonly string[] | null | undefined;
  required?: boolean;
  optional?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  const message = typeof error === "string" ? error : (error ?? []).join(" ");
  const invalid = message !== "";
  const described = [invalid && `${id}-error`, hint !== undefined && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className="grid content-start gap-1.5">
      <div className="flex items-baseline gap-1 text-sm">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {/* Beside the label, not in it: the control's name stays the label's words. aria-required says it to others. */}
        {required && (
          <span aria-hidden="true" className="text-warn">
            *
          </span>
        )}
        {optional && <span className="text-faint">optional</span>}
      </div>
      <FieldContext value={{ id, describedBy: described === "" ? undefined : described, invalid, required }}>
        {children}
      </FieldContext>
      {invalid && (
        <p id={`${id}-error`} className="animate-appear text-xs text-warn">
          {message}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
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

/** The look of a text-like control. 16 px on small screens, where a phone would otherwise zoom in on focus. */
export const controlClasses =
  "w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-[16px]/[22px] text-ink transition-colors placeholder:text-faint hover:border-muted focus-visible:border-accent focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:border-line disabled:bg-sunk disabled:text-muted aria-invalid:border-warn sm:text-base";
