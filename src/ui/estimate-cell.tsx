"use client";

import { useRef, useState } from "react";
import { type EstimateDraft, estimateFault } from "./estimate-draft";
import { controlClasses } from "./field";

const parts = [
  ["optimistic", "at best"],
  ["mostLikely", "most likely"],
  ["pessimistic", "at worst"],
] as const satisfies readonly (readonly [keyof EstimateDraft, string])[];

/** The three days of an estimate, edited in their cell: Enter keeps them, Escape leaves, going elsewhere keeps what is in order. */
export function EstimateCell({
  name,
  value,
  onDone,
  onTyped,
}: {
  /** "Effort, person-days" */
  name: string;
  value: EstimateDraft;
  /** With null it is left as it was; `stay` when the keys said so and the focus goes back to the cell. */
  onDone: (estimate: EstimateDraft | null, stay: boolean) => void;
  /** What is typed so far; null while it is out of order. */
  onTyped?: (estimate: EstimateDraft | null) => void;
}) {
  const [draft, setDraft] = useState(value);
  const [isTold, setTold] = useState(false);
  const isOver = useRef(false);
  const fault = estimateFault(draft);
  const end = (estimate: EstimateDraft | null, stay: boolean) => {
    if (isOver.current) return;
    isOver.current = true;
    onDone(estimate, stay);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a cell of a grid would bring a frame and a legend of its own
    <span
      role="group"
      aria-label={name}
      className="grid justify-items-end gap-1"
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") end(null, true);
        if (event.key !== "Enter") return;
        event.preventDefault();
        if (fault === null) end(draft, true);
        else setTold(true);
      }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        end(fault === null ? draft : null, false);
      }}
    >
      <span className="flex gap-1">
        {parts.map(([part, words], place) => (
          <input
            key={part}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            aria-label={`${name}, ${words}`}
            aria-invalid={isTold && fault !== null ? true : undefined}
            // biome-ignore lint/a11y/noAutofocus: the person just asked to type here
            autoFocus={place === 0}
            value={draft[part]}
            onFocus={(event) => event.target.select()}
            onChange={(event) => {
              const next = { ...draft, [part]: event.target.value.replace(",", ".").trim() };
              setDraft(next);
              onTyped?.(estimateFault(next) === null ? next : null);
            }}
            className={`${controlClasses} h-7 w-13! px-1! text-right tabular-nums max-md:w-11!`}
          />
        ))}
      </span>
      {isTold && fault !== null && (
        <span role="alert" className="text-xs whitespace-normal text-warn">
          {fault}
        </span>
      )}
    </span>
  );
}
