"use client";

import { useMemo } from "react";
import { TextSection, useTextDoor } from "@/features/texts/ui";
import { useApi } from "@/platform/trpc/client";
import { Markdown } from "@/ui/markdown";
import type { BriefText } from "../schema";

const told = {
  useCase: {
    names: { label: "Use case", edit: "Edit the use case", begin: "Write the use case" },
    hint: "Who does what with it, and what happens today instead? The narrower, the cheaper.",
  },
  goals: {
    names: { label: "Goals", edit: "Edit the goals", begin: "Write the goals" },
    hint: "What should be different afterwards?",
  },
  qualityBar: {
    names: { label: "Quality bar", edit: "Edit the quality bar", begin: "Write the quality bar" },
    hint: "What is good enough in words, and who says so?",
  },
  dataAtHand: {
    names: {
      label: "About the data",
      edit: "Edit what is said about the data",
      begin: "Say more about the data",
    },
    hint: "What consent or contracts allow, and what is missing.",
  },
  constraints: {
    names: { label: "Constraints", edit: "Edit the constraints", begin: "Write the constraints" },
    hint: "Hardware, law, people: whatever narrows the choice beside the fields here.",
  },
} as const satisfies Record<BriefText, object>;

/** A part of the brief in words, which several people may write at once. */
export function BriefWords({
  workspace,
  projectId,
  field,
  words,
  editable,
}: {
  workspace: string;
  projectId: string;
  field: BriefText;
  words: string;
  editable: boolean;
}) {
  const which = useMemo(() => ({ workspace, projectId, field }), [workspace, projectId, field]);
  const text = useTextDoor(useApi().projects, which);
  const { names, hint } = told[field];
  return (
    <div className="grid gap-1">
      <h3 className="text-sm font-medium">{names.label}</h3>
      {words === "" && <p className="text-xs text-muted">{editable ? hint : "Not written yet."}</p>}
      <TextSection names={names} text={text} isEmpty={words === ""} editable={editable}>
        <Markdown text={words} />
      </TextSection>
    </div>
  );
}
