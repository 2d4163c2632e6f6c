"use client";

import { useLayoutEffect, useRef, useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { FormError } from "@/ui/form-error";
import { longestComment } from "../comment-rules";
import type { Anchor } from "../schema";
import { AnchorFields } from "./anchor-fields";
import type { Subject } from "./discussion";
import { toMarkdown } from "./mention-draft";
import { MentionField } from "./mention-field";
import { TypingLine } from "./typing-line";
import { emptyDraft, useDraft } from "./use-draft";
import { useTyping } from "./use-typing";

/** A thread that is to begin: about what, and the how many-th that was begun on this page. */
export type Beginning = { readonly anchor: Anchor | null; readonly begun: number };

/** Where a comment or an answer is written. What was typed stays until it is sent. */
export function Composer({
  workspace,
  subject,
  parentId,
  beginning,
  label,
  action,
  onSent,
  onCancel,
}: {
  workspace: string;
  subject: Subject;
  parentId: string | null;
  /** For the field that begins threads. */
  beginning?: Beginning;
  label: string;
  action: string;
  onSent?: () => void;
  /** For one that was opened: Escape in an empty one closes it too. */
  onCancel?: () => void;
}) {
  const api = useApi();
  const [draft, setDraft, clearSent] = useDraft(draftKey(subject, parentId));
  const sent = useRef(draft);
  const [tooLong, setTooLong] = useState<string | null>(null);
  const { typed, stopped } = useTyping(workspace, parentId);
  const { submit, pending, message, errorOf, forget } = useSubmit(api.comments.write.mutate, () => {
    clearSent(sent.current);
    stopped();
    onSent?.();
  });
  const begun = beginning?.begun ?? 0;
  const wanted = beginning?.anchor ?? null;
  const seen = useRef(0);
  // Before the field takes the focus, so that whatever is typed and sent then is about what was pressed.
  useLayoutEffect(() => {
    if (begun === seen.current) return;
    seen.current = begun;
    setDraft({ anchor: wanted });
  }, [begun, wanted, setDraft]);

  const { subjectType, subjectId } = subject;
  const send = () => {
    const body = toMarkdown(draft);
    if (body.trim() === "" || pending) return;
    const over = whyTooLong(body);
    setTooLong(over);
    if (over !== null) return forget();
    sent.current = draft;
    const anchor = parentId === null && draft.anchor !== null ? { anchor: draft.anchor } : {};
    void submit((mutationId) => ({
      workspace,
      mutationId,
      subjectType,
      subjectId,
      parentId,
      ...anchor,
      body,
    }));
  };
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <FormError message={tooLong ?? errorOf("body") ?? errorOf("anchor") ?? message} />
      {parentId === null && draft.anchor !== null && (
        <AnchorFields subject={subject} anchor={draft.anchor} onChange={(anchor) => setDraft({ anchor })} />
      )}
      <MentionField
        workspace={workspace}
        projectId={subject.projectId}
        label={label}
        value={draft}
        focusAt={begun}
        onChange={(change) => {
          setDraft(change);
          typed();
        }}
        onBlur={stopped}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
            event.preventDefault();
            send();
          }
          if (event.key === "Escape" && draft.text.trim() === "") onCancel?.();
        }}
      />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <div className="mr-auto min-w-0">
          <TypingLine workspace={workspace} threadId={parentId} />
        </div>
        {onCancel !== undefined && (
          <Button
            size="sm"
            onClick={() => {
              setDraft(emptyDraft);
              onCancel();
            }}
          >
            Cancel
          </Button>
        )}
        <Button
          type="submit"
          size="sm"
          variant="primary"
          pending={pending}
          disabled={draft.text.trim() === ""}
        >
          {action}
        </Button>
      </div>
    </form>
  );
}

export function draftKey(subject: Subject, parentId: string | null): string {
  return `${subject.subjectId}/${parentId ?? "new"}`;
}

/** Said before it is sent: a pasted book would be long on its way. */
export function whyTooLong(body: string): string | null {
  if (body.length <= longestComment) return null;
  const [most, has] = [longestComment, body.length].map((count) => count.toLocaleString("en"));
  return `A comment has at most ${most} characters, and this has ${has}. Please shorten it, or link to it.`;
}
