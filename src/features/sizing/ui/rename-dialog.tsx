"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { TextInput } from "@/ui/text-input";
import type { SavedSizing } from "../queries";

/** Another name; the figures stay as they were kept. */
export function RenameDialog({
  workspace,
  saved,
  onOpenChange,
}: {
  workspace: string;
  saved: SavedSizing;
  onOpenChange: (open: boolean) => void;
}) {
  const api = useApi();
  const [name, setName] = useState(saved.name);
  const { submit, pending, message, errorOf } = useSubmit(api.sizing.edit.mutate, () => onOpenChange(false));
  const { id: sizingId, version } = saved;
  return (
    <Dialog title="Rename the calculation" open onOpenChange={onOpenChange}>
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit((mutationId) => ({ workspace, mutationId, sizingId, version, name, content: null }));
        }}
      >
        <FormError message={message} />
        <Field label="Name" error={errorOf("name")} required>
          <TextInput value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending}>
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
