"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useVersionedSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { TextArea } from "@/ui/text-area";
import type { ReviewItem } from "../queries";
import { currentReviewEntry } from "../schema";

/** What the lead wants to remember about it, written in place. */
export function ReviewNote({ workspace, item }: { workspace: string; item: ReviewItem }) {
  const api = useApi();
  const [draft, setDraft] = useState<string | null>(null);
  const { submit, pending, message, errorOf, theirs, goOn } = useVersionedSubmit(
    api.decideNext.noteReview.mutate,
    { version: item.version, current: currentReviewEntry, onDone: () => setDraft(null) },
  );
  if (draft === null) {
    return (
      <>
        {item.note !== "" && <p className="mt-1 text-sm whitespace-pre-wrap">{item.note}</p>}
        <Button
          variant="ghost"
          size="sm"
          className="mt-1 -ml-2 print:hidden"
          onClick={() => setDraft(item.note)}
        >
          {item.note === "" ? "Add a note" : "Change the note"}
        </Button>
      </>
    );
  }
  return (
    <form
      className="mt-2 grid gap-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit((request) => ({ workspace, ...request, reviewEntryId: item.id, note: draft }));
      }}
    >
      {theirs === null ? (
        <FormError message={message} />
      ) : (
        <Callout tone="warn">
          You changed this elsewhere meanwhile. The note there: “{theirs.note}”.{" "}
          <Button size="sm" onClick={goOn}>
            Go on with this one
          </Button>
        </Callout>
      )}
      <Field label="Note" error={errorOf("note")}>
        <TextArea autoFocus value={draft} onChange={(event) => setDraft(event.target.value)} />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="sm" variant="primary" pending={pending}>
          Keep the note
        </Button>
        <Button size="sm" onClick={() => setDraft(null)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
