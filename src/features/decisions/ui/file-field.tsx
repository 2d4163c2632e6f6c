"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/platform/trpc/client";
import { Field, useFieldControl } from "@/ui/field";
import { formatBytes } from "./evidence-words";

/** Chooses a file within what the server accepts; the server looks at the content itself. */
export function FileField({
  workspace,
  message,
  onChange,
}: {
  workspace: string;
  message: string | null;
  onChange: (file: File | null) => void;
}) {
  const trpc = useTRPC();
  const { data: rules } = useQuery(trpc.evidence.fileRules.queryOptions({ workspace }));
  const hint =
    rules === undefined
      ? "…"
      : `Up to ${formatBytes(rules.maxBytes)}: ${rules.types.join(", ")}. ${formatBytes(Math.max(0, rules.quotaBytes - rules.usedBytes))} are free in this workspace.`;
  return (
    <Field label="File to upload" hint={hint} error={message} required>
      <FileInput types={rules?.types ?? []} onChange={onChange} />
    </Field>
  );
}

function FileInput({ types, onChange }: { types: readonly string[]; onChange: (file: File | null) => void }) {
  return (
    <input
      type="file"
      {...useFieldControl()}
      accept={types.map((type) => `.${type}`).join(",")}
      onChange={(event) => onChange(event.target.files?.[0] ?? null)}
      className="w-full min-w-0 rounded-md border border-line-strong bg-surface text-sm file:mr-3 file:h-9 file:cursor-pointer file:border-0 file:bg-sunk file:px-3 file:text-sm file:font-medium file:text-ink"
    />
  );
}
