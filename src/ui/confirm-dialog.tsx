"use client";

import type { ConfirmProps } from "./confirm-panel";
import { OnDemandTrigger, onDemand, useOnDemand } from "./on-demand";

const panel = onDemand(() => import("./confirm-panel"));

/**
 * Asks before something that is not easily undone. The safe answer has the focus. Its code is loaded when somebody goes for it.
 */
export function ConfirmDialog(props: ConfirmProps) {
  const { Component, want } = useOnDemand(panel, props.open);
  if (Component !== null) return <Component {...props} />;
  if (props.trigger === undefined) return null;
  const open = () => {
    props.onOpenChange?.(true);
    if (props.open === undefined) want();
  };
  return (
    <OnDemandTrigger opens="dialog" part={panel} onOpen={open}>
      {props.trigger}
    </OnDemandTrigger>
  );
}
