"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { footerClasses, veilClasses } from "./dialog-panel";
import { IconButton } from "./icon-button";
import { keepFocus } from "./keep-focus";

export type SheetProps = {
  title: ReactNode;
  side?: "left" | "right";
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Where the focus goes when a sheet without a trigger closes. */
  opener?: HTMLElement | null;
  footer?: ReactNode;
  children: ReactNode;
};

/** The sheet itself; mounted when it is to open. */
export default function SheetPanel({
  title,
  side = "right",
  trigger,
  open,
  onOpenChange,
  opener,
  footer,
  children,
}: SheetProps) {
  return (
    <Primitive.Root
      {...(open === undefined ? { defaultOpen: true } : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger !== undefined && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className={veilClasses} />
        <Primitive.Content
          onCloseAutoFocus={() => keepFocus(opener)}
          aria-describedby={undefined}
          className={clsx(
            "fixed inset-y-0 z-50 flex w-full flex-col border-line bg-surface text-ink shadow-float outline-none",
            sides[side],
          )}
        >
          <div className="flex items-center justify-between gap-4 pt-3 pr-3 pb-1 pl-5">
            <Primitive.Title className="min-w-0 text-lg font-semibold [overflow-wrap:anywhere]">
              {title}
            </Primitive.Title>
            <Primitive.Close asChild>
              <IconButton label="Close">
                <X aria-hidden="true" className="size-4" />
              </IconButton>
            </Primitive.Close>
          </div>
          <div className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain px-5 py-3">
            {children}
          </div>
          {footer !== undefined && <div className={footerClasses}>{footer}</div>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

const sides = {
  left: "left-0 max-w-72 border-r data-[state=closed]:animate-leave-left data-[state=open]:animate-enter-left",
  right:
    "right-0 max-w-md border-l data-[state=closed]:animate-leave-right data-[state=open]:animate-enter-right",
} as const;
