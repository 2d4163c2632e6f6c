import { X } from "lucide-react";
import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { Button } from "@/ui/button";
import { DateInput } from "@/ui/date-input";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { IconButton } from "@/ui/icon-button";
import { TextArea } from "@/ui/text-area";
import { TextInput } from "@/ui/text-input";
import type { Holiday } from "../queries";
import { ConflictNote } from "./conflict-note";
import { parseHolidays } from "./parse-holidays";
import { useStandard } from "./use-standard";

type Row = Holiday & { readonly id: number };

/** Days with their names: one by one, or a pasted list of them. */
export function HolidaysForm({
  workspace,
  holidays,
  version,
  onDone,
}: {
  workspace: string;
  holidays: readonly Holiday[];
  version: number;
  onDone: () => void;
}) {
  const [rows, setRows] = useState<readonly Row[]>(() => numbered(holidays, 0));
  const [next, setNext] = useState(holidays.length);
  const { submit, theirs, goOn, errorOf, ...form } = useStandard(useApi().standards.setHolidays.mutate, {
    version,
    onDone,
  });
  const add = (days: readonly Holiday[]) => {
    setRows([...rows, ...numbered(days, next)]);
    setNext(next + days.length);
  };
  const change = (id: number, change: Partial<Holiday>) =>
    setRows(rows.map((row) => (row.id === id ? { ...row, ...change } : row)));
  return (
    <EditForm
      save="Save holidays"
      pending={form.pending}
      message={form.message}
      onSave={() =>
        void submit((request) => ({
          workspace,
          ...request,
          content: { days: rows.map(({ on, name }) => ({ on, name })) },
        }))
      }
    >
      <ConflictNote theirs={theirs} onKeepMine={goOn} />
      {rows.length === 0 && <p className="text-sm text-muted">No day yet: add one, or paste a list.</p>}
      <ul className="grid gap-3">
        {rows.map(({ id, on, name }, place) => (
          <li key={id} className="grid grid-cols-[9.5rem_minmax(0,1fr)_auto] items-start gap-2">
            <Field label={`Day ${place + 1}`} error={errorOf(`content.days.${place}.on`)}>
              <DateInput value={on} onChange={(event) => change(id, { on: event.target.value })} />
            </Field>
            <Field label={`Name of day ${place + 1}`} error={errorOf(`content.days.${place}.name`)}>
              <TextInput value={name} onChange={(event) => change(id, { name: event.target.value })} />
            </Field>
            <span className="pt-7">
              <IconButton
                label={`Remove day ${place + 1}${name === "" ? "" : `: ${name}`}`}
                onClick={() => setRows(rows.filter((row) => row.id !== id))}
              >
                <X aria-hidden="true" className="size-4" />
              </IconButton>
            </span>
          </li>
        ))}
      </ul>
      <div>
        <Button size="sm" onClick={() => add([{ on: "", name: "" }])}>
          Add a day
        </Button>
      </div>
      <PasteDays known={rows} onAdd={add} />
    </EditForm>
  );
}

function PasteDays({
  known,
  onAdd,
}: {
  known: readonly Holiday[];
  onAdd: (days: readonly Holiday[]) => void;
}) {
  const [text, setText] = useState("");
  const [faults, setFaults] = useState<readonly string[]>([]);
  const read = () => {
    const { days, faults } = parseHolidays(text);
    onAdd(days.filter(({ on }) => !known.some((day) => day.on === on)));
    // What could not be read stays, to be mended.
    const lines = text.split(/\r?\n/);
    setText(faults.map(({ line }) => lines[line - 1]).join("\n"));
    setFaults(faults.map(({ message }, place) => `Line ${place + 1}: ${message}`));
  };
  return (
    <div className="grid gap-2 border-t border-line pt-4">
      <Field
        label="Paste a list"
        hint="One day on each line, as 2026-12-25 Christmas Day, 25.12.2026; Christmas Day, or 25 December 2026 Christmas Day. Days already here are left as they are."
        error={faults}
      >
        <TextArea value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <div>
        <Button size="sm" onClick={read} disabled={text.trim() === ""}>
          Add these days
        </Button>
      </div>
    </div>
  );
}

function numbered(days: readonly Holiday[], from: number): Row[] {
  return days.map(({ on, name }, place) => ({ on, name, id: from + place }));
}
