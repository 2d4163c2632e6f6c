"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { rankOf } from "@/platform/permissions";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { FormError } from "@/ui/form-error";
import { useFormFocus } from "@/ui/form-focus";
import { IconButton } from "@/ui/icon-button";
import { Markdown } from "@/ui/markdown";
import { Menu, MenuItem } from "@/ui/menu";
import { TextArea } from "@/ui/text-area";
import { RelativeTime } from "@/ui/time";
import { toast } from "@/ui/toast";

type Comment = {
  id: string;
  authorId: string;
  authorName: string;
  body: string | null;
  version: number;
  createdAt: Date;
  editedAt: Date | null;
};

export function CommentItem({ workspace, comment }: { workspace: string; comment: Comment }) {
  const api = useApi();
  const frame = useWorkspace(workspace);
  const [editing, setEditing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const focus = useFormFocus(editing);
  const restore = useSubmit(api.comments.restore.mutate);
  const which = { workspace, commentId: comment.id };
  const remove = useSubmit(api.comments.delete.mutate, () => {
    toast("The comment was deleted.", {
      action: {
        label: "Undo",
        onClick: () => void restore.submit((mutationId) => ({ ...which, mutationId })),
      },
    });
  });
  const isMine = comment.authorId === frame.membershipId;
  const mayDelete = isMine || rankOf(frame.role) >= rankOf("admin");
  return (
    <article
      className="grid grid-cols-[24px_minmax(0,1fr)] gap-2.5"
      aria-label={`Comment by ${comment.authorName}`}
    >
      <Avatar name={comment.authorName} />
      <div className="min-w-0">
        <div className="flex min-h-6 items-center gap-1.5 text-xs">
          <b className="font-semibold">{comment.authorName}</b>
          <span className="text-muted">
            <RelativeTime at={comment.createdAt} />
            {comment.editedAt !== null && " · edited"}
          </span>
          {comment.body !== null && mayDelete && !editing && (
            <span className="ml-auto">
              <Menu
                trigger={
                  <IconButton
                    ref={focus.opener}
                    label={`More about the comment by ${comment.authorName}`}
                    className="size-6!"
                  >
                    <Ellipsis aria-hidden="true" className="size-4" />
                  </IconButton>
                }
              >
                {isMine && <MenuItem onSelect={() => setEditing(true)}>Edit</MenuItem>}
                <MenuItem danger onSelect={() => setDeleting(true)}>
                  Delete
                </MenuItem>
              </Menu>
            </span>
          )}
        </div>
        <FormError message={remove.message} />
        {comment.body === null && <p className="text-sm text-muted italic">This comment was deleted.</p>}
        {comment.body !== null &&
          (editing ? (
            <div ref={focus.form}>
              <EditForm
                workspace={workspace}
                comment={comment}
                body={comment.body}
                onDone={() => setEditing(false)}
              />
            </div>
          ) : (
            <Markdown text={comment.body} />
          ))}
        <ConfirmDialog
          open={deleting}
          onOpenChange={setDeleting}
          opener={focus.opener}
          title="Delete this comment?"
          description="Its text is taken away for everybody. Answers stay."
          confirm="Delete"
          onConfirm={() => void remove.submit((mutationId) => ({ ...which, mutationId }))}
        />
      </div>
    </article>
  );
}

function EditForm({
  workspace,
  comment,
  body: saved,
  onDone,
}: {
  workspace: string;
  comment: Comment;
  body: string;
  onDone: () => void;
}) {
  const api = useApi();
  const [body, setBody] = useState(saved);
  const [version, setVersion] = useState(comment.version);
  const { submit, pending, message, errorOf, refusal } = useSubmit(api.comments.edit.mutate, onDone);
  return (
    <form
      className="mt-1 grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit((mutationId) => ({ workspace, mutationId, commentId: comment.id, version, body }));
      }}
    >
      <FormError message={errorOf("body") ?? message} />
      {refusal?.code === "STALE_VERSION" && (
        <Callout tone="warn" title="It now reads:">
          <p className="whitespace-pre-wrap">{saved}</p>
          <Button size="sm" onClick={() => setVersion(comment.version)}>
            Keep mine and save over it
          </Button>
        </Callout>
      )}
      <TextArea aria-label="Edit comment" value={body} onChange={(event) => setBody(event.target.value)} />
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" size="sm" variant="primary" pending={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
