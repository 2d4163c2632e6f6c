"use client";

import { useState } from "react";
import { sizingInput } from "@/features/decisions/evidence.schema";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { TextInput } from "@/ui/text-input";
import { toast } from "@/ui/toast";
import type { SavedSizing } from "../queries";
import type { FollowedInput } from "../schema";

/** Keeps the calculation with the project, or puts it in the place of the one that was opened. */
export function SaveForm({
  workspace,
  projectId,
  open,
  name,
  content,
  onRename,
  onSaved,
}: {
  workspace: string;
  projectId: string;
  open: SavedSizing | null;
  name: string;
  /** Null while it can't be computed. */
  content: { readonly sizing: unknown; readonly follows: readonly FollowedInput[] } | null;
  onRename: (name: string) => void;
  onSaved: (id: string) => void;
}) {
  const api = useApi();
  const [seen, setSeen] = useState(open?.version ?? 1);
  const save = useSubmit(api.sizing.save.mutate, ({ id }) => {
    onSaved(id);
    toast.success("Saved to the project");
  });
  const edit = useSubmit(api.sizing.edit.mutate, ({ version }) => {
    setSeen(version);
    toast.success("Saved");
  });
  const pending = save.pending || edit.pending;
  const parsed = sizingInput.safeParse(content?.sizing);
  const kept =
    content !== null && parsed.success ? { sizing: parsed.data, follows: [...content.follows] } : null;
  const saveNew = () => {
    if (kept === null) return;
    edit.forget();
    void save.submit((mutationId) => ({ workspace, mutationId, projectId, name, content: kept }));
  };
  const saveOpen = () => {
    if (kept === null || open === null) return saveNew();
    save.forget();
    void edit.submit((mutationId) => ({
      workspace,
      mutationId,
      sizingId: open.id,
      version: seen,
      name,
      content: kept,
    }));
  };
  const stale = edit.refusal?.code === "STALE_VERSION" && open !== null;
  return (
    <form
      className="mt-5 grid gap-3 border-t border-line pt-4 print:hidden"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) saveOpen();
      }}
    >
      {stale ? (
        <Callout
          tone="warn"
          title={`Somebody else changed “${open.name}” meanwhile. It is in the list below.`}
        >
          <Button
            size="sm"
            className="mt-2"
            onClick={() => {
              setSeen(open.version);
              edit.forget();
            }}
          >
            Save mine over it
          </Button>
        </Callout>
      ) : (
        <FormError message={save.message ?? edit.message} />
      )}
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-52 flex-1">
          <Field label="Name" error={save.errorOf("name") ?? edit.errorOf("name")}>
            <TextInput
              value={name}
              maxLength={120}
              placeholder="Serving at launch"
              onChange={(event) => onRename(event.target.value)}
            />
          </Field>
        </div>
        <div className="flex flex-wrap gap-2 sm:mt-6.5">
          <Button type="submit" variant="primary" pending={pending} disabled={kept === null}>
            {open === null ? "Save to the project" : "Save changes"}
          </Button>
          {open !== null && (
            <Button onClick={saveNew} disabled={kept === null || pending}>
              Save as another
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}
