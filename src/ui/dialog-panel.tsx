"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { IconButton } from "./icon-button";
import { keepFocus } from "./keep-focus";

export type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The control that opens it; leave out when `open` is given. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: "sm" | "md" | "lg";
  footer?: ReactNode;
  children?: ReactNode;
};

/** The dialog itself; mounted when it is to open. */
export default function DialogPanel({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  size = "md",
  footer,
  children,
}: DialogProps) {
  return (
    <Primitive.Root
      {...(open === undefined ? { defaultOpen: true } : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger !== undefined && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className={veilClasses} />
        <Primitive.Content
          onCloseAutoFocus={() => keepFocus()}
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
          className={clsx(dialogClasses, "sm:top-[8vh] sm:max-h-[84vh]", widths[size])}
        >
          <div className="flex items-start justify-between gap-4 pt-4 pr-3 pl-5">
            <div className="min-w-0">
              <Primitive.Title className="text-lg font-semibold [overflow-wrap:anywhere]">
                {title}
              </Primitive.Title>
              {description !== undefined && (
                <Primitive.Description className="mt-1 text-sm text-muted">
                  {description}
                </Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <IconButton label="Close">
                <X aria-hidden="true" className="size-4" />
              </IconButton>
            </Primitive.Close>
          </div>
          {children !== undefined && (
            <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4">{children}</div>
          )}
          {footer !== undefined && <div className={footerClasses}>{footer}</div>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

export const veilClasses =
  "fixed inset-0 z-40 bg-veil data-[state=closed]:animate-vanish data-[state=open]:animate-appear";

export const dialogClasses =
  "fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[92dvh] w-full flex-col rounded-t-xl border border-line bg-surface pb-[env(safe-area-inset-bottom)] text-ink shadow-float outline-none data-[state=closed]:animate-sink data-[state=open]:animate-rise sm:bottom-auto sm:rounded-xl";

export const footerClasses =
  "flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3 max-sm:[&>*]:grow";

const widths = { sm: "sm:max-w-md", md: "sm:max-w-xl", lg: "sm:max-w-3xl" } as const;
