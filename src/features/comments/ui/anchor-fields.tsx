"use client";

import { X } from "lucide-react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { IconButton } from "@/ui/icon-button";
import { TextArea } from "@/ui/text-area";
import { quotedSource } from "../quote-rules";
import type { Anchor } from "../schema";
import type { Subject } from "./discussion";
import { PartName } from "./part-name";
import { Quote } from "./quote";

/** What the thread that is being begun is about, and another wording for what it quotes. */
export function AnchorFields({
  subject,
  anchor,
  onChange,
}: {
  subject: Subject;
  anchor: Anchor;
  onChange: (anchor: Anchor | null) => void;
}) {
  const leave = (
    <IconButton label="Comment on the whole instead" size="sm" onClick={() => onChange(null)}>
      <X aria-hidden="true" className="size-3.5" />
    </IconButton>
  );
  if (anchor.kind !== "text") {
    const optionId = anchor.kind === "criterion" ? null : anchor.optionId;
    const criterionId = anchor.kind === "option" ? null : anchor.criterionId;
    const option = subject.options?.find(({ id }) => id === optionId);
    const criterion = subject.criteria?.find(({ id }) => id === criterionId);
    return (
      <div className="flex items-center gap-1 text-xs text-muted">
        <span className="min-w-0 truncate">
          About{" "}
          <PartName
            subject={subject}
            option={optionId === null ? null : (option ?? { id: optionId, title: "an option" })}
            criterion={criterionId === null ? null : (criterion ?? { name: "a criterion" })}
          />
        </span>
        {leave}
      </div>
    );
  }
  const { suggestion, ...plain } = anchor;
  const context = subject.context ?? "";
  const source = quotedSource(context, anchor);
  return (
    <div className="grid gap-2">
      <div className="flex items-start gap-1">
        <Quote text={anchor.quote} />
        {leave}
      </div>
      {suggestion === undefined ? (
        source !== null && (
          <div>
            <Button
              size="sm"
              variant="ghost"
              onClick={() => onChange({ ...plain, suggestion: context.slice(source.start, source.end) })}
            >
              Suggest another wording
            </Button>
          </div>
        )
      ) : (
        <Field
          label="It should say"
          hint="Say below why. Whoever may edit the decision can take it over with one click."
        >
          <TextArea
            rows={2}
            dir="auto"
            value={suggestion}
            onChange={(event) => onChange({ ...plain, suggestion: event.target.value })}
          />
        </Field>
      )}
    </div>
  );
}
