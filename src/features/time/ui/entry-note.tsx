"use client";

import { useState } from "react";
import { Field } from "@/ui/field";
import { TextInput } from "@/ui/text-input";
import type { TimeCell } from "../queries";
import type { CellPlace, HoursEdits } from "./use-hours";

/** What was done in the hours of the cell that the person is in; kept when it is left. */
export function EntryNote({
  place,
  title,
  cell,
  onNote,
}: {
  place: CellPlace;
  title: string;
  cell: TimeCell | null;
  onNote: HoursEdits["noteDown"];
}) {
  const [base, setBase] = useState(cell?.note ?? "");
  const [note, setNote] = useState(base);
  if (cell === null) return null;
  // What somebody else wrote meanwhile shows unless there is something of one's own to keep.
  if (cell.note !== base) {
    setBase(cell.note);
    if (note === base) setNote(cell.note);
  }
  const keep = () => onNote(place, cell, note.trim());
  return (
    <div className="max-w-xl">
      <Field label={`Note on ${title}`} optional>
        <TextInput
          value={note}
          maxLength={200}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") keep();
          }}
          onBlur={keep}
        />
      </Field>
    </div>
  );
}
