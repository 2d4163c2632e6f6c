"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { tellFigure } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { letterOf } from "@/ui/option-letter";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import type { SavedSizing } from "../queries";

/** Makes a kept calculation evidence of an option of a decision that is still open. */
export function AttachDialog({
  workspace,
  projectKey,
  saved,
  onOpenChange,
}: {
  workspace: string;
  projectKey: string;
  saved: SavedSizing;
  onOpenChange: (open: boolean) => void;
}) {
  const trpc = useTRPC();
  const api = useApi();
  const { data: project } = useSuspenseQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey }));
  const open = project.decisions.filter(({ state }) => state === "open");
  const [chosen, setChosen] = useState<number | null>(null);
  const [optionId, setOptionId] = useState("");
  const number = chosen ?? open[0]?.number ?? null;
  const { data: decision } = useQuery(
    trpc.decisions.byNumber.queryOptions(
      { workspace, projectKey, number: number ?? 1 },
      { enabled: number !== null },
    ),
  );
  const { submit, pending, message } = useSubmit(api.evidence.add.mutate, () => {
    toast.success(`Attached to D-${number}`);
    onOpenChange(false);
  });
  const options = decision?.number === number ? decision.options : [];
  const option = options.find(({ id }) => id === optionId) ?? options[0];
  const [figure] = saved.figures;
  return (
    <Dialog title={`Attach “${saved.name}” to an option`} open onOpenChange={onOpenChange}>
      {open.length === 0 ? (
        <p className="text-sm text-muted">No decision of this project is open. Ask one first.</p>
      ) : (
        <form
          className="grid gap-4"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (decision === undefined || option === undefined) return;
            void submit((mutationId) => ({
              workspace,
              mutationId,
              decisionId: decision.id,
              optionId: option.id,
              title: saved.name,
              note: "",
              content: { kind: "sizing" as const, sizing: saved.sizing },
            }));
          }}
        >
          <FormError message={message} />
          <Field label="Open decision">
            <Select value={number ?? ""} onChange={(event) => setChosen(Number(event.target.value))}>
              {open.map((one) => (
                <option key={one.id} value={one.number}>
                  D-{one.number} {one.question}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Option">
            <Select
              value={option?.id ?? ""}
              disabled={options.length === 0}
              onChange={(event) => setOptionId(event.target.value)}
            >
              {options.map(({ id, title }, place) => (
                <option key={id} value={id}>
                  {letterOf(place)} · {title}
                </option>
              ))}
            </Select>
          </Field>
          <p className="text-sm text-muted">
            {figure !== undefined && `${figure.name} ${tellFigure(figure)}. `}It is computed again as it is
            attached, and the decision's page says when the catalogue gives something else.
          </p>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" pending={pending} disabled={option === undefined}>
              Attach
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
