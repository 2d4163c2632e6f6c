"use client";

import { ChevronRight } from "lucide-react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { FormError } from "@/ui/form-error";
import { formatCount, formatDate } from "@/ui/format";
import type { Baselines } from "../queries";

/** Deleted baselines, to be restored. Nothing while there are none. */
export function DeletedBaselines({
  workspace,
  deleted,
}: {
  workspace: string;
  deleted: Baselines["deleted"];
}) {
  const api = useApi();
  const { submit, pending, message } = useSubmit(api.baselines.restore.mutate);
  if (deleted.length === 0) return null;
  return (
    <details className="group mt-3 text-sm print:hidden">
      <summary className="flex min-h-6 w-fit cursor-pointer list-none items-center gap-1 rounded text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 shrink-0 transition-transform group-open:rotate-90"
        />
        {formatCount(deleted.length, "deleted baseline")}
      </summary>
      <FormError message={message} />
      <ul className="mt-1 grid max-w-2xl">
        {deleted.map(({ id, name, deletedAt }) => (
          <li key={id} className="flex items-center gap-3 border-t border-line py-1.5 first:border-0">
            <span className="min-w-0 flex-1">{name}</span>
            {deletedAt !== null && <span className="text-xs text-muted">{formatDate(deletedAt)}</span>}
            <Button
              size="sm"
              pending={pending}
              aria-label={`Restore ${name}`}
              onClick={() => void submit((mutationId) => ({ workspace, mutationId, baselineId: id }))}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
