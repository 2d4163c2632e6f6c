"use client";

import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import type { Ref, SelectHTMLAttributes } from "react";
import { controlClasses, useFieldControl } from "./field";

/** The browser's own select: it works everywhere, with every keyboard and screen reader. */
export function Select({
  className,
  children,
  ...rest
}: SelectHTMLAttributes<HTMLSelectElement> & { ref?: Ref<HTMLSelectElement> }) {
  return (
    <span className={clsx("relative block", className)}>
      <select {...useFieldControl()} className={clsx(controlClasses, "h-9 appearance-none pr-8")} {...rest}>
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-2.5 right-2.5 size-4 text-muted"
      />
    </span>
  );
}
