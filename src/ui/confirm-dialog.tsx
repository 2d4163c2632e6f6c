"use client";

import { lazy } from "react";
import type { ConfirmProps } from "./confirm-panel";
import { OnDemandTrigger, useOnDemand } from "./on-demand";

const load = () => import("./confirm-panel");
const ConfirmPanel = lazy(load);

/**
 * Asks before something that is not easily undone. The safe answer has the focus. Its code is loaded when somebody goes for it.
 */
export function ConfirmDialog(props: ConfirmProps) {
  const { wanted, want } = useOnDemand(props.open);
  if (wanted) return <ConfirmPanel {...props} />;
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
