"use client";

import { OnDemandTrigger, onDemand, useOnDemand } from "./on-demand";
import type { SheetProps } from "./sheet-panel";

const panel = onDemand(() => import("./sheet-panel"));

/**
 * A panel from the side: navigation on small screens, the details of a row on large ones. Its code is loaded when somebody goes
 * for it.
 */
export function Sheet(props: SheetProps) {
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
