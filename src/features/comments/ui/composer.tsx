"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { FormError } from "@/ui/form-error";
import { TextArea } from "@/ui/text-area";
import type { Subject } from "./discussion";

/** Where a comment or an answer is written. What was typed stays until it is sent. */
export function Composer({
  workspace,
  subject,
  parentId,
  label,
  action,
  onSent,
  onCancel,
}: {
  workspace: string;
  subject: Subject;
  parentId: string | null;
  label: string;
  action: string;
  onSent?: () => void;
  /** For one that was opened: Escape in an empty one closes it too. */
  onCancel?: () => void;
}) {
  const api = useApi();
  const [body, setBody] = useState("");
  const { submit, pending, message, errorOf } = useSubmit(api.comments.write.mutate, () => {
    setBody("");
    onSent?.();
  });
  const send = () => void submit((mutationId) => ({ workspace, mutationId, ...subject, parentId, body }));
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <FormError message={errorOf("body") ?? message} />
      <TextArea
        aria-label={label}
        placeholder={`${label} (Markdown)`}
        rows={2}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
            event.preventDefault();
            send();
          }
          if (event.key === "Escape" && body.trim() === "") onCancel?.();
        }}
      />
      <div className="flex justify-end gap-2">
        {onCancel !== undefined && (
          <Button size="sm" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Button type="submit" size="sm" variant="primary" pending={pending} disabled={body.trim() === ""}>
          {action}
        </Button>
      </div>
    </form>
  );
}
