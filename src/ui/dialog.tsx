"use client";

import type { DialogProps } from "./dialog-panel";
import { OnDemandTrigger, onDemand, useOnDemand } from "./on-demand";

const panel = onDemand(() => import("./dialog-panel"));

/**
 * A question or a form in front of the page: from below on small screens. Focus stays inside, Escape closes, focus returns to
 * where it was. A form's buttons go into `footer` with the form's id in their `form` attribute, or into the form itself.
 * Its code is loaded when somebody goes for it.
 */
export function Dialog(props: DialogProps) {
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
