"use client";

import clsx from "clsx";
import type { InputHTMLAttributes, Ref } from "react";
import { controlClasses, useFieldControl } from "./field";

/** A number with its unit behind it, inside the frame. */
export function NumberInput({
  unit,
  className,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { unit?: string; ref?: Ref<HTMLInputElement> }) {
  return (
    <span className={clsx("relative flex items-center", className)}>
      <input
        type="number"
        inputMode="decimal"
        step="any"
        {...useFieldControl()}
        className={clsx(
          controlClasses,
          "h-9 appearance-none read-only:bg-sunk read-only:text-muted [&::-webkit-inner-spin-button]:appearance-none tabular-nums",
        )}
        {...(unit === undefined ? {} : { style: { paddingRight: `calc(${unit.length}ch + 1.25rem)` } })}
        {...rest}
      />
      {unit !== undefined && (
        <span className="pointer-events-none absolute right-2.5 text-sm text-muted">{unit}</span>
      )}
    </span>
  );
}
