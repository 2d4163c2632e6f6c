"use client";

import clsx from "clsx";
import type { InputHTMLAttributes, Ref } from "react";
import { controlClasses, useFieldControl } from "./field";

/** A calendar day as YYYY-MM-DD, in the browser's own picker. */
export function DateInput({
  className,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  return (
    <input
      type="date"
      min="2000-01-01"
      max="2099-12-31"
      {...useFieldControl()}
      className={clsx(controlClasses, focusClasses, "h-9", className)}
      {...rest}
    />
  );
}

// The picker's button inside has a focus of its own, which the browser does not count as the input's.
const focusClasses =
  "focus-within:border-accent focus-within:outline-2 focus-within:outline-offset-0 focus-within:outline-accent";
