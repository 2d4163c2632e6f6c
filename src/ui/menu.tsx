"use client";

import clsx from "clsx";
import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { Kbd } from "./kbd";

/** A list of actions behind a control. */
export function Menu({
  trigger,
  align = "end",
  onOpenChange,
  children,
}: {
  trigger: ReactNode;
  align?: "start" | "end";
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}) {
  return (
    <DropdownMenu.Root modal={false} {...(onOpenChange === undefined ? {} : { onOpenChange })}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-80 min-w-48 overflow-y-auto rounded-lg border border-line bg-surface p-1 text-ink shadow-float data-[state=closed]:animate-vanish data-[state=open]:animate-appear"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export function MenuItem({
  icon,
  shortcut,
  danger = false,
  disabled = false,
  asChild = false,
  onSelect,
  children,
}: {
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  /** Gives the look to the one child, usually a link. */
  asChild?: boolean;
  onSelect?: () => void;
  children: ReactNode;
}) {
  const item = {
    className: clsx(itemClasses, danger && "text-warn data-highlighted:bg-warn-soft"),
    disabled,
    ...(onSelect === undefined ? {} : { onSelect }),
  };
  if (asChild) {
    return (
      <DropdownMenu.Item asChild {...item}>
        {children}
      </DropdownMenu.Item>
    );
  }
  return (
    <DropdownMenu.Item {...item}>
      {icon !== undefined && <span className={clsx("shrink-0", !danger && "text-muted")}>{icon}</span>}
      <span className="min-w-0 flex-1">{children}</span>
      {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
    </DropdownMenu.Item>
  );
}

/** One of several in a menu; the one that holds has a check. */
export function MenuChoices<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: Value | null;
  choices: readonly { readonly value: Value; readonly label: ReactNode; readonly icon?: ReactNode }[];
  onChange: (value: Value) => void;
}) {
  return (
    <DropdownMenu.RadioGroup aria-label={label} value={value ?? ""}>
      {choices.map((choice) => (
        <DropdownMenu.RadioItem
          key={choice.value}
          value={choice.value}
          onSelect={() => onChange(choice.value)}
          className={itemClasses}
        >
          {choice.icon !== undefined && <span className="shrink-0 text-muted">{choice.icon}</span>}
          <span className="min-w-0 flex-1">{choice.label}</span>
          <DropdownMenu.ItemIndicator>
            <Check aria-hidden="true" className="size-4" />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2 py-1 text-xs text-faint">{children}</DropdownMenu.Label>;
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />;
}

const itemClasses =
  "flex min-h-8 w-full cursor-pointer items-center gap-2 rounded-md px-2 py-1 text-sm outline-none data-disabled:cursor-not-allowed data-disabled:opacity-55 data-highlighted:bg-sunk pointer-coarse:min-h-10";
