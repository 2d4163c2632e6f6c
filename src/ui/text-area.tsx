"use client";

import clsx from "clsx";
import { type InputEvent, type Ref, type TextareaHTMLAttributes, useCallback } from "react";
import { controlClasses, useFieldControl } from "./field";

/** Several lines; grows with what is written, up to 60 % of the window's height. */
export function TextArea({
  className,
  rows = 3,
  ref,
  onInput,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }) {
  const attach = useCallback(
    (element: HTMLTextAreaElement | null) => {
      if (element !== null) growToFit(element);
      if (typeof ref === "function") return ref(element);
      if (ref) ref.current = element;
    },
    [ref],
  );
  return (
    <textarea
      rows={rows}
      {...useFieldControl()}
      className={clsx(controlClasses, "field-sizing-content max-h-[60dvh] min-h-16 py-2", className)}
      {...rest}
      ref={attach}
      onInput={(event: InputEvent<HTMLTextAreaElement>) => {
        growToFit(event.currentTarget);
        onInput?.(event);
      }}
    />
  );
}

/** For browsers that can't size a field by its content themselves. */
function growToFit(element: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  element.style.height = "auto";
  element.style.height = `${element.scrollHeight + 2}px`;
}
