"use client";

import { Pencil } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/ui/button";
import { useFormFocus } from "@/ui/form-focus";
import { onDemand, useOnDemand } from "@/ui/on-demand";
import type { useTextDoor } from "./text-door";

const editor = onDemand(() => import("./shared-editor"));

/** A text of a record; who may, writes it in place, together with others. */
export function TextSection({
  names: { label, edit, begin },
  text,
  isEmpty,
  editable,
  children,
}: {
  names: { readonly label: string; readonly edit: string; readonly begin: string };
  text: ReturnType<typeof useTextDoor>;
  isEmpty: boolean;
  editable: boolean;
  /** The text as it is read. */
  children: ReactNode;
}) {
  const [editing, setEditing] = useState(false);
  const { Component } = useOnDemand(editor, editing);
  const { opener } = useFormFocus(editing);
  if (!editable && isEmpty) return null;
  if (editing && Component !== null) {
    return (
      <section aria-label={label}>
        <Component label={label} {...text} onClose={() => setEditing(false)} />
      </section>
    );
  }
  return (
    <section aria-label={label} className="grid justify-items-start gap-1">
      {!isEmpty && <div className="w-full min-w-0">{children}</div>}
      {editable && (
        <Button
          ref={opener}
          size="sm"
          variant="ghost"
          className="-ml-2"
          icon={<Pencil aria-hidden="true" className="size-3.5" />}
          pending={editing}
          onPointerEnter={() => void editor.load().catch(() => {})}
          onFocus={() => void editor.load().catch(() => {})}
          onClick={() => setEditing(true)}
        >
          {isEmpty ? begin : edit}
        </Button>
      )}
    </section>
  );
}
