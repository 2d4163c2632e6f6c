"use client";

import { type ReactNode, useMemo } from "react";
import { TextSection as SharedSection, useTextDoor } from "@/features/texts/ui";
import { useApi } from "@/platform/trpc/client";
import type { DecisionText } from "../schema";

const names = {
  context: { label: "Context", edit: "Edit the context", begin: "Write the context" },
  rationale: { label: "Rationale", edit: "Edit the rationale", begin: "Begin the rationale" },
} as const satisfies Record<DecisionText, object>;

/** One of the texts of a decision; who may, writes it in place, together with others. */
export function TextSection({
  workspace,
  decisionId,
  field,
  ...rest
}: {
  workspace: string;
  decisionId: string;
  field: DecisionText;
  isEmpty: boolean;
  editable: boolean;
  /** The text as it is read. */
  children: ReactNode;
}) {
  const which = useMemo(() => ({ workspace, decisionId, field }), [workspace, decisionId, field]);
  const text = useTextDoor(useApi().decisions, which);
  return <SharedSection names={names[field]} text={text} {...rest} />;
}
