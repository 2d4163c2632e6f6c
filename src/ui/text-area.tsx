"use client";

import clsx from "clsx";
import type { Ref, TextareaHTMLAttributes } from "react";
import { controlClasses, useFieldControl } from "./field";

/** Grows with what is written, where the browser can. */
export function TextArea({
  className,
  rows = 3,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }) {
  return (
    <textarea
      rows={rows}
      {...useFieldControl()}
      className={clsx(controlClasses, "field-sizing-content min-h-16 py-2", className)}
      {...rest}
    />
  );
}
