"use client";

import clsx from "clsx";
import type { InputHTMLAttributes, Ref } from "react";
import { controlClasses, useFieldControl } from "./field";

export function TextInput({
  className,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  return (
    <input type="text" {...useFieldControl()} className={clsx(controlClasses, "h-9", className)} {...rest} />
  );
}
