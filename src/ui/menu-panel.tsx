"use client";

import { DropdownMenu } from "radix-ui";
import { type FocusEvent, type ReactNode, useRef } from "react";
import { MenuParts } from "./menu-parts";

export type MenuProps = {
  trigger: ReactNode;
  align?: "start" | "end";
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/** The menu itself; mounted when it is to open. */
export default function MenuPanel({
  trigger,
  align = "end",
  onOpenChange,
  openedBy,
  children,
}: MenuProps & { openedBy: "pointer" | "keyboard" }) {
  const isNew = useRef(true);
  const control = useRef<HTMLButtonElement>(null);
  // A menu that is opened by keyboard has its first entry chosen. Radix did not see the key of the first opening.
  const chooseFirst = ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
    if (target !== currentTarget || !isNew.current) return;
    isNew.current = false;
    if (openedBy === "keyboard") currentTarget.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
  };
  // The control closes and opens by itself. A menu that is still fading out would take its press for one outside, and close the next.
  const leaveToControl = (event: Event) => {
    if (event.target instanceof Node && control.current?.contains(event.target)) event.preventDefault();
  };
  return (
    <DropdownMenu.Root modal={false} defaultOpen {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      <DropdownMenu.Trigger ref={control} asChild>
        {trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onFocus={chooseFirst}
          onInteractOutside={leaveToControl}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-80 min-w-48 overflow-y-auto rounded-lg border border-line bg-surface p-1 text-ink shadow-float data-[state=closed]:animate-vanish data-[state=open]:animate-appear"
        >
          <MenuParts value={DropdownMenu}>{children}</MenuParts>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
