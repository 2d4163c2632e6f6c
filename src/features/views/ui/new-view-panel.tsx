"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Checkbox } from "@/ui/checkbox";
import type { DialogState } from "@/ui/dialog-on-demand";
import DialogPanel from "@/ui/dialog-panel";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { TextInput } from "@/ui/text-input";
import { addressOf } from "./view-address";

/** Gives what the portfolio shows a name, and a tab. */
export default function NewViewPanel({
  workspace,
  query,
  ...dialog
}: { workspace: string; query: string } & DialogState) {
  const api = useApi();
  const router = useRouter();
  const frame = useWorkspace(workspace);
  const [name, setName] = useState("");
  const [isShared, setShared] = useState(false);
  const { submit, pending, message, errorOf } = useSubmit(api.views.make.mutate, (view) => {
    dialog.onOpenChange(false);
    router.replace(addressOf(workspace, view));
  });
  return (
    <DialogPanel
      {...dialog}
      size="sm"
      title="Save as a view"
      description="The filter, the order and the groups as they are now, as a tab of their own."
    >
      <EditForm
        save="Save view"
        pending={pending}
        message={message}
        onSave={() =>
          void submit((mutationId) => ({
            workspace,
            mutationId,
            name,
            query,
            scope: isShared ? "shared" : "personal",
          }))
        }
      >
        <Field label="Name" error={errorOf("name")} required>
          <TextInput value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        {frame.may("view.share") && (
          <Checkbox
            label="Share it: a tab for everybody in this workspace"
            checked={isShared}
            onChange={(event) => setShared(event.target.checked)}
          />
        )}
      </EditForm>
    </DialogPanel>
  );
}
