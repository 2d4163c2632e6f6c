"use client";

import { lazy } from "react";
import type { DialogProps } from "./dialog-panel";
import { OnDemandTrigger, useOnDemand } from "./on-demand";

const load = () => import("./dialog-panel");
const DialogPanel = lazy(load);

/**
 * A question or a form in front of the page: from below on small screens. Focus stays inside, Escape closes, focus returns to
 * where it was. A form's buttons go into `footer` with the form's id in their `form` attribute, or into the form itself.
 * Its code is loaded when somebody goes for it.
 */
export function Dialog(props: DialogProps) {
  const { wanted, want } = useOnDemand(props.open);
  if (wanted) return <DialogPanel {...props} />;
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
