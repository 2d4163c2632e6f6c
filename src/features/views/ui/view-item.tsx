"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { FormError } from "@/ui/form-error";
import { IconButton } from "@/ui/icon-button";
import { TextInput } from "@/ui/text-input";
import { toast } from "@/ui/toast-queue";
import type { SavedView } from "../queries";

/** A view in the list of views: its name can be written over. */
export function ViewItem({
  workspace,
  view,
  editable,
  mayShare,
  onMove,
  isFirst,
  isLast,
}: {
  workspace: string;
  view: SavedView;
  editable: boolean;
  mayShare: boolean;
  onMove: (by: 1 | -1) => void;
  isFirst: boolean;
  isLast: boolean;
}) {
  const api = useApi();
  const [name, setName] = useState(view.name);
  const edit = useSubmit(api.views.edit.mutate);
  const restore = useSubmit(api.views.restore.mutate);
  const remove = useSubmit(api.views.delete.mutate, () => {
    toast(`“${view.name}” is deleted.`, { action: { label: "Undo", onClick: undo } });
  });
  const { id: viewId, version, query, scope } = view;
  const undo = () => void restore.submit((mutationId) => ({ workspace, mutationId, viewId }));
  const save = (change: { name?: string; scope?: typeof scope }) =>
    void edit.submit((mutationId) => ({
      workspace,
      mutationId,
      viewId,
      version,
      name: view.name,
      query,
      scope,
      ...change,
    }));
  if (!editable) {
    return (
      <li className="border-t border-line py-2 text-sm first:border-0">
        {view.name} <span className="text-muted">· by {view.ownerName}</span>
      </li>
    );
  }
  return (
    <li className="border-t border-line py-1.5 first:border-0">
      <form
        className="flex flex-wrap items-center gap-1.5"
        onSubmit={(event) => {
          event.preventDefault();
          save({ name });
        }}
      >
        <TextInput
          aria-label={`Name of ${view.name}`}
          value={name}
          onChange={(event) => setName(event.target.value)}
          className="min-w-32 flex-1"
        />
        {name.trim() !== view.name && (
          <Button type="submit" size="sm" variant="primary" pending={edit.pending}>
            Rename
          </Button>
        )}
        {mayShare && (
          <Button
            size="sm"
            aria-label={scope === "personal" ? `Share ${view.name}` : `Take ${view.name} back`}
            onClick={() => save({ scope: scope === "personal" ? "shared" : "personal" })}
          >
            {scope === "personal" ? "Share" : "Take back"}
          </Button>
        )}
        <IconButton label={`Move ${view.name} forward`} disabled={isFirst} onClick={() => onMove(-1)}>
          <ArrowUp aria-hidden="true" className="size-4" />
        </IconButton>
        <IconButton label={`Move ${view.name} back`} disabled={isLast} onClick={() => onMove(1)}>
          <ArrowDown aria-hidden="true" className="size-4" />
        </IconButton>
        <IconButton
          label={`Delete ${view.name}`}
          onClick={() => void remove.submit((mutationId) => ({ workspace, mutationId, viewId, version }))}
        >
          <Trash2 aria-hidden="true" className="size-4" />
        </IconButton>
      </form>
      <FormError message={edit.errorOf("name") ?? edit.message ?? remove.message} />
    </li>
  );
}
