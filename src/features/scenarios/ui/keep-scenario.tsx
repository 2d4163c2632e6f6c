"use client";

import { FormInPlace } from "@/ui/form-in-place";
import { onDemand } from "@/ui/on-demand";
import type { KeepProps } from "./keep-form";

const form = onDemand(() => import("./keep-form"));

/** Keeps what is tried out as a scenario; the plan stays as it is. */
export function KeepScenario({
  content,
  ...props
}: Omit<KeepProps, "content" | "onClose"> & {
  /** Null while nothing is tried that could be kept. */
  content: KeepProps["content"] | null;
}) {
  return (
    <FormInPlace
      part={form}
      button={{ size: "sm", disabled: content === null, children: "Keep as scenario…" }}
    >
      {(Form, close) => content !== null && <Form {...props} content={content} onClose={close} />}
    </FormInPlace>
  );
}
