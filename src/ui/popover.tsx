"use client";

import { Popover as Primitive } from "radix-ui";
import type { ReactNode } from "react";

/** A small panel beside a control: an explanation, a filter, a short form. */
export function Popover({
  trigger,
  label,
  align = "center",
  children,
}: {
  trigger: ReactNode;
  /** What a screen reader calls the panel. */
  label: string;
  align?: "start" | "center" | "end";
  children: ReactNode;
}) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border border-line bg-surface p-3 text-sm text-ink shadow-float data-[state=closed]:animate-vanish data-[state=open]:animate-rise"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
