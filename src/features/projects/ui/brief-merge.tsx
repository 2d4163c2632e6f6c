"use client";

import type { BriefContent } from "../schema";
import { type BriefDraft, briefFieldNames, draftOf } from "./brief-draft";
import { briefFields, textsOf } from "./brief-draft-texts";
import { FieldMerge } from "./field-merge";
import { mergeFields, takeTheirs } from "./merge-fields";

/** Two people saved the form at once: where they differ, one is chosen per field. */
export default function BriefMerge({
  base,
  mine,
  theirs,
  currency,
  onMerged,
}: {
  base: BriefContent;
  mine: BriefDraft;
  theirs: BriefContent;
  currency: string;
  onMerged: (merged: BriefDraft) => void;
}) {
  const saved = draftOf(theirs, currency);
  const fields = mergeFields(briefFields, {
    base: textsOf(draftOf(base, currency), currency),
    mine: textsOf(mine, currency),
    theirs: textsOf(saved, currency),
  });
  return (
    <FieldMerge
      what="brief"
      names={briefFieldNames}
      fields={fields}
      onMerged={(taken) => onMerged(takeTheirs(mine, saved, taken))}
    />
  );
}
