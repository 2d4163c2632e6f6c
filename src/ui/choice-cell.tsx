"use client";

import { useEffect, useRef } from "react";
import { controlClasses } from "./field";

/** One of a few, chosen in its cell: choosing keeps it, Escape leaves. */
export function ChoiceCell({
  name,
  value,
  choices,
  onDone,
}: {
  name: string;
  value: string;
  choices: readonly { readonly value: string; readonly label: string }[];
  /** With null it is left as it was; `stay` when the focus goes back to the cell. */
  onDone: (value: string | null, stay: boolean) => void;
}) {
  const select = useRef<HTMLSelectElement>(null);
  const isOver = useRef(false);
  const end = (chosen: string | null, stay: boolean) => {
    if (isOver.current) return;
    isOver.current = true;
    onDone(chosen, stay);
  };
  useEffect(() => {
    select.current?.focus();
    try {
      select.current?.showPicker();
    } catch {
      // Browsers open it only right after a key or a press; Space or a click opens it as well.
    }
  }, []);
  return (
    <select
      ref={select}
      aria-label={name}
      value={value}
      onChange={(event) => end(event.target.value, true)}
      onBlur={() => end(null, false)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") end(null, true);
        if (event.key === "Enter") {
          event.preventDefault();
          end(event.currentTarget.value, true);
        }
      }}
      className={`${controlClasses} h-7 min-w-24 px-1!`}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
