"use client";

import { lazy } from "react";
import { OnDemandTrigger, useOnDemand } from "./on-demand";
import type { SheetProps } from "./sheet-panel";

const load = () => import("./sheet-panel");
const SheetPanel = lazy(load);

/**
 * A panel from the side: navigation on small screens, the details of a row on large ones. Its code is loaded when somebody goes
 * for it.
 */
export function Sheet(props: SheetProps) {
  const { wanted, want } = useOnDemand(props.open);
  if (wanted) return <SheetPanel {...props} />;
  if (props.trigger === undefined) return null;
  const open = () => {
    props.onOpenChange?.(true);
    want();
  };
  return (
    <OnDemandTrigger opens="dialog" load={load} onOpen={open}>
      {props.trigger}
    </OnDemandTrigger>
  );
}
