"use client";

import { type ComponentType, type ReactNode, useState } from "react";
import { type OnDemand, OnDemandTrigger, useOnDemand } from "./on-demand";

/** What a panel that is loaded with its form hands on to its dialog. */
export type DialogState = {
  readonly trigger: ReactNode;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
};

/** A dialog whose form, too, is loaded when somebody goes for its control. */
export function DialogOnDemand<Props>({
  part,
  trigger,
  children,
}: {
  part: OnDemand<Props>;
  trigger: ReactNode;
  children: (Panel: ComponentType<Props>, dialog: DialogState) => ReactNode;
}) {
  const [open, onOpenChange] = useState(false);
  const { Component } = useOnDemand(part, open);
  if (Component !== null) return children(Component, { trigger, open, onOpenChange });
  return (
    <OnDemandTrigger opens="dialog" part={part} onOpen={() => onOpenChange(true)}>
      {trigger}
    </OnDemandTrigger>
  );
}
