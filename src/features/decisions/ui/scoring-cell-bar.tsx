"use client";

import clsx from "clsx";
import type { ReactNode, RefObject } from "react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { TextInput } from "@/ui/text-input";
import { type ScoringCriterion, tellScale } from "./scoring-data";
import { cantJudge, type DraftCell } from "./scoring-draft";

/** The cell that is being scored, for fingers and for who wants to read the scale: its words, and a note. */
export function ScoreCellBar({
  title,
  criterion,
  cell,
  discussion,
  onChange,
  noteRef,
  onLeave,
}: {
  title: string;
  criterion: ScoringCriterion;
  cell: DraftCell;
  discussion: ReactNode;
  onChange: (cell: DraftCell) => void;
  noteRef: RefObject<HTMLInputElement | null>;
  onLeave: () => void;
}) {
  const choose = (text: string) => onChange({ ...cell, text });
  return (
    <fieldset
      aria-label={title}
      className="sticky bottom-2 z-20 grid gap-3 rounded-lg border border-line-strong bg-surface p-3 shadow-float md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)] md:items-end"
    >
      <div className="min-w-0">
        <p className="text-sm font-medium [overflow-wrap:anywhere]">{title}</p>
        {criterion.description !== "" && (
          <p className="text-xs text-muted max-md:line-clamp-2">{criterion.description}</p>
        )}
        <div className="mt-2 flex flex-wrap gap-1.5">
          {criterion.words.map((word, place) => (
            <Choice
              key={word}
              chosen={cell.text === String(place + 1)}
              onChoose={() => choose(String(place + 1))}
            >
              {place + 1} {word}
            </Choice>
          ))}
          {criterion.words.length === 0 && (
            <span className="self-center text-sm text-muted">{tellScale(criterion)}</span>
          )}
          <Choice chosen={cell.text === cantJudge} onChoose={() => choose(cantJudge)}>
            can't judge
          </Choice>
          {discussion}
        </div>
      </div>
      <Field label="Note" optional>
        <TextInput
          ref={noteRef}
          value={cell.note}
          maxLength={500}
          onChange={(event) => onChange({ ...cell, note: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== "Enter" && event.key !== "Escape") return;
            event.preventDefault();
            onLeave();
          }}
        />
      </Field>
    </fieldset>
  );
}

function Choice({
  chosen,
  onChoose,
  children,
}: {
  chosen: boolean;
  onChoose: () => void;
  children: ReactNode;
}) {
  return (
    <Button
      size="sm"
      aria-pressed={chosen}
      onClick={onChoose}
      className={clsx(chosen && "!border-accent !bg-accent-soft")}
    >
      {children}
    </Button>
  );
}
