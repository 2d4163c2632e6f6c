"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { TechniqueId } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { formatCount } from "@/ui/format";
import { Select } from "@/ui/select";
import { TextInput } from "@/ui/text-input";
import { toast } from "@/ui/toast-queue";
import type { FileReading } from "../columns-rules";
import { checkImport, knownPlan } from "../import-rules";
import { FileDrop } from "./file-drop";
import { ImportPreview } from "./import-preview";

type OpenFile = { readonly name: string; readonly reading: FileReading };

/** A file of tasks: looked through row by row before anything is written. */
export default function ImportForm({
  workspace,
  projectId,
  onDone,
}: {
  workspace: string;
  projectId: string;
  onDone: () => void;
}) {
  const api = useApi();
  const trpc = useTRPC();
  const [file, setFile] = useState<OpenFile | null>(null);
  const [technique, setTechnique] = useState<TechniqueId | null>(null);
  const [effort, setEffort] = useState("");
  const known = useQuery(trpc.exchange.importContext.queryOptions({ workspace, projectId }));
  const submit = useSubmit(api.exchange.importTasks.mutate, ({ added, changed }) => {
    toast.success(`${formatCount(added, "task")} added, ${changed} changed.`);
    onDone();
  });
  const rows = file !== null && "rows" in file.reading ? file.reading.rows : null;
  const defaults = useMemo(() => ({ technique, effort: effort.trim() }), [technique, effort]);
  const checked = useMemo(
    () =>
      rows === null || known.data === undefined ? null : checkImport(rows, known.data.context, defaults),
    [rows, known.data, defaults],
  );
  const techniques = useMemo(
    () => (known.data === undefined ? [] : knownPlan(known.data.context).plan.techniques),
    [known.data],
  );
  const open = async (chosen: File) => {
    submit.forget();
    setFile({ name: chosen.name, reading: await readChosen(chosen) });
  };
  const writes = checked?.writes.length ?? 0;
  const says = (cell: "technique" | "effort") =>
    rows?.every(({ cells }) => cells.own !== undefined || (cells[cell] ?? "") !== "") ?? true;
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const { data } = known;
        if (file === null || rows === null || data === undefined || writes === 0) return;
        void submit.submit((mutationId) => ({
          ...{
            workspace,
            mutationId,
            projectId,
            seenSeq: data.seq,
            fileName: file.name.replace(/\p{C}/gu, "").slice(0, 200) || "a file",
          },
          rows: rows.map(({ line, cells }) => ({ line, cells })),
          defaults,
        }));
      }}
    >
      <FormError message={submit.message} />
      <FileDrop onFile={(chosen) => void open(chosen)} name={file?.name ?? null} />
      {file !== null && "fault" in file.reading && (
        <Callout tone="warn" title="This file can't be read">
          {file.reading.fault}
        </Callout>
      )}
      {known.isError && (
        <Callout tone="warn" title="The plan could not be loaded">
          Close this and try again.
        </Callout>
      )}
      {rows !== null && (!says("technique") || !says("effort")) && (
        <div className="grid gap-4 sm:grid-cols-2">
          {!says("technique") && (
            <Field label="Technique of new tasks that name none">
              <Select
                value={technique ?? ""}
                onChange={({ target }) =>
                  setTechnique(
                    techniques.find((one) => one.technique.id === target.value)?.technique.id ?? null,
                  )
                }
              >
                <option value="">Choose a technique</option>
                {techniques.map((one) => (
                  <option key={one.technique.id} value={one.technique.id}>
                    {one.technique.name}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          {!says("effort") && (
            <Field label="Effort of new tasks that give none" hint="Person-days: one figure, or 1 / 2 / 4.">
              <TextInput value={effort} onChange={({ target }) => setEffort(target.value)} />
            </Field>
          )}
        </div>
      )}
      {checked !== null && checked.fault !== null && (
        <Callout tone="warn" title="This can't be imported as it is">
          {checked.fault}
        </Callout>
      )}
      {checked !== null && checked.rows.length > 0 && <ImportPreview rows={checked.rows} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" pending={submit.pending} disabled={writes === 0}>
          {writes === 0 ? "Import" : `Import ${formatCount(writes, "task")}`}
        </Button>
        <p className="text-xs text-muted">All of it is written, or nothing.</p>
      </div>
    </form>
  );
}

/** What reads files comes with the first one. */
async function readChosen(chosen: File): Promise<FileReading> {
  try {
    const { largestFile } = await import("../columns-rules");
    if (chosen.size > largestFile) return { fault: `Please keep to files of ${largestFile / 1e6} MB.` };
    const { readTaskFile } = await import("../file-rules");
    return await readTaskFile(new Uint8Array(await chosen.arrayBuffer()));
  } catch {
    return { fault: "It could not be opened. Check the connection, and that the file is still there." };
  }
}
