"use client";

import { Ellipsis } from "lucide-react";
import { useParams } from "next/navigation";
import { memo, useState } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { rankOf } from "@/platform/permissions";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { Dialog } from "@/ui/dialog";
import { FormError } from "@/ui/form-error";
import { useFormFocus } from "@/ui/form-focus";
import { IconButton } from "@/ui/icon-button";
import { Link } from "@/ui/link";
import { Menu, MenuItem } from "@/ui/menu";
import { RelativeTime } from "@/ui/time";
import { toast } from "@/ui/toast";
import type { ShownComment } from "../queries";
import { CommentBody } from "./comment-body";
import { whyTooLong } from "./composer";
import type { Subject } from "./discussion";
import { HistoryList } from "./history-list";
import { toDraft, toMarkdown } from "./mention-draft";
import { MentionField } from "./mention-field";
import { ReactionBar, ReactMenu } from "./reaction-bar";

export const CommentItem = memo(function CommentItem({
  workspace,
  subject,
  comment,
}: {
  workspace: string;
  subject: Subject;
  comment: ShownComment;
}) {
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
  // A discussion stands on a page of its project.
  const { key: projectKey } = useParams<{ key?: string }>();
  const askHref =
    projectKey !== undefined && frame.may("decision.ask")
      ? `/w/${workspace}/projects/${projectKey}/decisions/new?comment=${comment.id}`
      : null;
  const mayDelete = isMine || rankOf(frame.role) >= rankOf("admin");
  return (
    <article
      id={`comment-${comment.id}`}
      className="grid scroll-mt-16 grid-cols-[24px_minmax(0,1fr)] gap-2.5 rounded-md target:bg-accent-soft"
      aria-label={`Comment by ${comment.authorName}`}
    >
      <Avatar name={comment.authorName} />
      <div className="min-w-0">
        <div className="flex min-h-6 items-center gap-1.5 text-xs">
          <b className="font-semibold">
            <bdi>{comment.authorName}</bdi>
          </b>
          <span className="text-muted">
            <RelativeTime at={comment.createdAt} />
            {comment.editedAt !== null && comment.body !== null && (
              <>
                {" · "}
                <Dialog
                  title="What this comment said before"
                  trigger={
                    <button type="button" className="underline decoration-dotted underline-offset-2">
                      edited
                    </button>
                  }
                >
                  <HistoryList workspace={workspace} commentId={comment.id} />
                </Dialog>
              </>
            )}
          </span>
          {comment.body !== null && !editing && (
            <span className="ml-auto flex items-center">
              {frame.may("comment.write") && <ReactMenu workspace={workspace} comment={comment} />}
              {(mayDelete || askHref !== null) && (
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
                  {mayDelete && (
                    <MenuItem danger onSelect={() => setDeleting(true)}>
                      Delete
                    </MenuItem>
                  )}
                  {askHref !== null && (
                    <MenuItem asChild>
                      <Link href={askHref}>Ask a decision from this</Link>
                    </MenuItem>
                  )}
                </Menu>
              )}
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
                subject={subject}
                comment={comment}
                body={comment.body}
                onDone={() => setEditing(false)}
              />
            </div>
          ) : (
            <CommentBody text={comment.body} />
          ))}
        {comment.body !== null && !editing && (
          <ReactionBar workspace={workspace} comment={comment} mayReact={frame.may("comment.write")} />
        )}
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
});

function EditForm({
  workspace,
  subject,
  comment,
  body: saved,
  onDone,
}: {
  workspace: string;
  subject: Subject;
  comment: ShownComment;
  body: string;
  onDone: () => void;
}) {
  const api = useApi();
  const [draft, setDraft] = useState(() => toDraft(saved));
  const [tooLong, setTooLong] = useState<string | null>(null);
  const [version, setVersion] = useState(comment.version);
  const { submit, pending, message, errorOf, refusal } = useSubmit(api.comments.edit.mutate, onDone);
  return (
    <form
      className="mt-1 grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (pending) return;
        const body = toMarkdown(draft);
        const over = whyTooLong(body);
        setTooLong(over);
        if (over === null)
          void submit((mutationId) => ({ workspace, mutationId, commentId: comment.id, version, body }));
      }}
    >
      <FormError message={tooLong ?? errorOf("body") ?? message} />
      {refusal?.code === "STALE_VERSION" && (
        <Callout tone="warn" title="It now reads:">
          <p className="whitespace-pre-wrap">{saved}</p>
          <Button size="sm" onClick={() => setVersion(comment.version)}>
            Keep mine and save over it
          </Button>
        </Callout>
      )}
      <MentionField
        workspace={workspace}
        projectId={subject.projectId}
        label="Edit comment"
        value={draft}
        onChange={setDraft}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }
        }}
      />
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
