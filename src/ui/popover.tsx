"use client";

import { Popover as Primitive } from "radix-ui";
import type { ReactNode } from "react";

export function Popover({
  trigger,
  label,
  children,
}: {
  trigger: ReactNode;
  label: string;
  children: ReactNode;
}) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 w-72 rounded-lg border border-line bg-surface p-3 text-sm shadow-float"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
