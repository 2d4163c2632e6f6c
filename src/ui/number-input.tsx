"use client";

import clsx from "clsx";
import type { InputHTMLAttributes, Ref } from "react";
import { controlClasses, useFieldControl } from "./field";

/** A number with its unit beside it. */
export function NumberInput({
  unit,
  className,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { unit?: string; ref?: Ref<HTMLInputElement> }) {
  return (
    <span className={clsx("flex items-center gap-2", className)}>
      <input
        type="number"
        inputMode="decimal"
        step="any"
        {...useFieldControl()}
        className={clsx(controlClasses, "h-9 tabular-nums")}
        {...rest}
      />
      {unit !== undefined && <span className="shrink-0 text-sm text-muted">{unit}</span>}
    </span>
  );
}
