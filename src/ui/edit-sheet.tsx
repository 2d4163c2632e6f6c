"use client";

import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Sheet } from "./sheet";

/** A button that opens a form at the side; the form closes it when it is done. */
export function EditSheet({
  title,
  button,
  label,
  children,
}: {
  title: string;
  /** What the button shows, and what it is called. */
  button: string;
  label: string;
  children: (onDone: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Sheet
      title={title}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" aria-label={label}>
          {button}
        </Button>
      }
    >
      {children(() => setOpen(false))}
    </Sheet>
  );
}
