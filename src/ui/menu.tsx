"use client";

import clsx from "clsx";
import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Kbd } from "./kbd";
import type { MenuProps } from "./menu-panel";
import { useMenuParts } from "./menu-parts";
import { OnDemandTrigger, onDemand, useOnDemand } from "./on-demand";

const panel = onDemand(() => import("./menu-panel"));

/** A list of actions behind a control. What draws it is loaded when somebody goes for it. */
export function Menu(props: MenuProps) {
  const { Component, want } = useOnDemand(panel);
  const [openedBy, setOpenedBy] = useState<"pointer" | "keyboard">("pointer");
  if (Component !== null) return <Component {...props} openedBy={openedBy} />;
  const open = (by: typeof openedBy) => {
    setOpenedBy(by);
    props.onOpenChange?.(true);
    want();
  };
  return (
    <OnDemandTrigger opens="menu" part={panel} onOpen={open}>
      {props.trigger}
    </OnDemandTrigger>
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
  const { Item } = useMenuParts();
  const item = {
    className: clsx(itemClasses, danger && "text-warn data-highlighted:bg-warn-soft"),
    disabled,
    ...(onSelect === undefined ? {} : { onSelect }),
  };
  if (asChild) {
    return (
      <Item asChild {...item}>
        {children}
      </Item>
    );
  }
  return (
    <Item {...item}>
      {icon !== undefined && <span className={clsx("shrink-0", !danger && "text-muted")}>{icon}</span>}
      <span className="min-w-0 flex-1">{children}</span>
      {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
    </Item>
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
  const { RadioGroup, RadioItem, ItemIndicator } = useMenuParts();
  return (
    <RadioGroup aria-label={label} value={value ?? ""}>
      {choices.map((choice) => (
        <RadioItem
          key={choice.value}
          value={choice.value}
          onSelect={() => onChange(choice.value)}
          className={itemClasses}
        >
          {choice.icon !== undefined && <span className="shrink-0 text-muted">{choice.icon}</span>}
          <span className="min-w-0 flex-1">{choice.label}</span>
          <ItemIndicator>
            <Check aria-hidden="true" className="size-4" />
          </ItemIndicator>
        </RadioItem>
      ))}
    </RadioGroup>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  const { Label } = useMenuParts();
  return <Label className="px-2 py-1 text-xs text-faint">{children}</Label>;
}

export function MenuSeparator() {
  const { Separator } = useMenuParts();
  return <Separator className="my-1 h-px bg-line" />;
}

const itemClasses =
  "flex min-h-8 w-full cursor-pointer items-center gap-2 rounded-md px-2 py-1 text-sm outline-none data-disabled:cursor-not-allowed data-disabled:opacity-55 data-highlighted:bg-sunk pointer-coarse:min-h-10";
