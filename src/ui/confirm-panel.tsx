"use client";

import clsx from "clsx";
import { AlertDialog } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { Button, type ButtonVariant } from "./button";
import { dialogClasses, footerClasses, veilClasses } from "./dialog-panel";
import { keepFocus } from "./keep-focus";

export type ConfirmProps = {
  /** The control that opens it; leave out when `open` is given, as after a choice in a menu. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Where the focus goes back to when there is no trigger, as to the button of the menu. */
  opener?: RefObject<HTMLElement | null>;
  title: string;
  description: ReactNode;
  /** The verb on the confirming button. */
  confirm: string;
  cancel?: string;
  variant?: ButtonVariant;
  onConfirm: () => void;
};

/** The question itself; mounted when it is to be asked. */
export default function ConfirmPanel({
  trigger,
  open,
  onOpenChange,
  opener,
  title,
  description,
  confirm,
  cancel = "Cancel",
  variant = "danger",
  onConfirm,
}: ConfirmProps) {
  return (
    <AlertDialog.Root
      {...(open === undefined ? { defaultOpen: true } : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger !== undefined && <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={veilClasses} />
        <AlertDialog.Content
          onCloseAutoFocus={() => keepFocus(opener?.current)}
          className={clsx(dialogClasses, "sm:top-[20vh] sm:max-w-md")}
        >
          <div className="min-h-0 overflow-y-auto px-5 pt-4 pb-5">
            <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
            <AlertDialog.Description className="mt-1.5 text-sm text-muted">
              {description}
            </AlertDialog.Description>
          </div>
          <div className={footerClasses}>
            <AlertDialog.Cancel asChild>
              <Button>{cancel}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button variant={variant} onClick={onConfirm}>
                {confirm}
              </Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
