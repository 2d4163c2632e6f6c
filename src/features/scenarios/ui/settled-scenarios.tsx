"use client";

import { ChevronRight } from "lucide-react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { FormError } from "@/ui/form-error";
import { formatCount, formatDate } from "@/ui/format";
import { Link } from "@/ui/link";
import type { Scenarios } from "../queries";

/** What became of the scenarios that are not to be chosen from any more. Nothing while there are none. */
export function SettledScenarios({
  workspace,
  applied,
  dropped,
  editable,
}: {
  workspace: string;
  applied: Scenarios["applied"];
  dropped: Scenarios["dropped"];
  editable: boolean;
}) {
  return (
    <>
      {applied.length > 0 && (
        <Card title="Applied" hint="they are the plan now" className="mt-4">
          <ul className="grid text-sm">
            {applied.map(({ id, name, appliedAt, appliedBy }) => (
              <li key={id} className="border-t border-line py-1.5 first:border-0">
                <span className="font-medium">{name}</span>{" "}
                <span className="text-muted">
                  {formatDate(appliedAt)}, {appliedBy}
                </span>
              </li>
            ))}
          </ul>
          <p className="mt-2 text-xs text-muted">
            Each decision and edit that an applied scenario made is in the{" "}
            <Link href={`/w/${workspace}/activity`} className="text-accent underline underline-offset-2">
              activity
            </Link>
            .
          </p>
        </Card>
      )}
      {editable && <Dropped workspace={workspace} dropped={dropped} />}
    </>
  );
}

function Dropped({ workspace, dropped }: { workspace: string; dropped: Scenarios["dropped"] }) {
  const api = useApi();
  const { submit, pending, message } = useSubmit(api.scenarios.restore.mutate);
  if (dropped.length === 0) return null;
  return (
    <details className="group mt-3 text-sm print:hidden">
      <summary className="flex min-h-6 w-fit cursor-pointer list-none items-center gap-1 rounded text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 shrink-0 transition-transform group-open:rotate-90"
        />
        {formatCount(dropped.length, "dropped scenario")}
      </summary>
      <FormError message={message} />
      <ul className="mt-1 grid max-w-2xl">
        {dropped.map(({ id: scenarioId, name, droppedAt }) => (
          <li key={scenarioId} className="flex items-center gap-3 border-t border-line py-1.5 first:border-0">
            <span className="min-w-0 flex-1">{name}</span>
            <span className="text-xs text-muted">{formatDate(droppedAt)}</span>
            <Button
              size="sm"
              pending={pending}
              aria-label={`Take ${name} up again`}
              onClick={() => void submit((mutationId) => ({ workspace, mutationId, scenarioId }))}
            >
              Take up again
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
