"use client";

import { type ComponentType, type ReactNode, useState } from "react";
import { Button, type ButtonProps } from "./button";
import { useFormFocus } from "./form-focus";
import { type OnDemand, useOnDemand } from "./on-demand";

/** A button that gives its place to a form, which is loaded when somebody goes for it. The focus goes along, and comes back. */
export function FormInPlace<Props>({
  part,
  button,
  children,
}: {
  part: OnDemand<Props>;
  button: Omit<ButtonProps, "ref" | "onClick" | "onFocus" | "onPointerEnter">;
  children: (Form: ComponentType<Props>, close: () => void) => ReactNode;
}) {
  const [wanted, setWanted] = useState(false);
  const { Component } = useOnDemand(part, wanted);
  const open = wanted && Component !== null;
  const focus = useFormFocus(open);
  const prepare = () => void part.load().catch(() => {});
  if (open) return <div ref={focus.form}>{children(Component, () => setWanted(false))}</div>;
  return (
    <Button
      {...button}
      ref={focus.opener}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={() => setWanted(true)}
    />
  );
}
