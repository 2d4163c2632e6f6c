import { useState } from "react";
import { Field, useFieldControl } from "@/ui/field";

/** Chooses a file, or takes one that is dropped. */
export function FileDrop({ onFile, name }: { onFile: (file: File) => void; name: string | null }) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a way besides the field within, which keys reach
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined) onFile(file);
      }}
      className={`grid gap-2 rounded-lg border border-dashed p-4 ${over ? "border-accent bg-accent-soft" : "border-line-strong"}`}
    >
      <Field
        label="File of tasks"
        hint={
          name === null
            ? "Choose a file, or drop one here. An export shows which columns there are; an empty cell says that there is none."
            : `Read: ${name}`
        }
      >
        <FileField onFile={onFile} />
      </Field>
    </div>
  );
}

function FileField({ onFile }: { onFile: (file: File) => void }) {
  return (
    <input
      type="file"
      accept=".csv,.xlsx,.xml,.json,text/csv,application/json,text/xml"
      {...useFieldControl()}
      // The same file, mended, can be chosen again.
      onClick={({ currentTarget }) => {
        currentTarget.value = "";
      }}
      onChange={({ target }) => {
        const [file] = target.files ?? [];
        if (file !== undefined) onFile(file);
      }}
      className="w-full min-w-0 rounded-md border border-line-strong bg-surface text-sm file:mr-3 file:h-9 file:cursor-pointer file:border-0 file:bg-sunk file:px-3 file:text-sm file:font-medium file:text-ink"
    />
  );
}
