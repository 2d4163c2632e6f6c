"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { Link } from "@/ui/link";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import type { ShortlistAnswer, ShortlistRow } from "../queries";
import type { Limits } from "../schema";

/** Makes a model of the shortlist an option of a decision of model selection that is still open. */
export function MakeOptionDialog({
  workspace,
  base,
  row,
  data,
  limits,
  mayAsk,
  onClose,
}: {
  workspace: string;
  base: string;
  row: ShortlistRow;
  data: ShortlistAnswer;
  limits: Limits;
  mayAsk: boolean;
  onClose: () => void;
}) {
  const api = useApi();
  const open = data.decisions.filter(({ isOpen }) => isOpen);
  const settled = data.decisions.filter(({ isOpen }) => !isOpen);
  const [chosenId, setChosenId] = useState("");
  const chosen = open.find(({ id }) => id === chosenId) ?? open[0];
  const { submit, pending, message } = useSubmit(api.selection.makeOption.mutate, () => {
    toast.success(`${row.name} is an option of D-${chosen?.number} now`);
    onClose();
  });
  const evidence = [
    "what the catalogue says of it",
    row.called !== null && "its price when called",
    row.served !== null && row.served.usdPerMonth !== null && "its price when served",
    row.served !== null && row.memory !== null && "the memory it takes",
  ].filter((part) => part !== false);
  const isThere = chosen?.models.includes(row.id) ?? false;
  return (
    <Dialog title={`Make ${row.name} an option`} open onOpenChange={(stays) => !stays && onClose()}>
      {chosen === undefined ? (
        <div className="grid gap-3 text-sm">
          <p>No decision of model selection is open in this project.</p>
          {settled.length > 0 && (
            <ul className="grid gap-1">
              {settled.map(({ id, number, question }) => (
                <li key={id}>
                  <Link
                    href={`${base}/decisions/${number}`}
                    className="text-accent underline underline-offset-2"
                  >
                    D-{number} {question}
                  </Link>{" "}
                  <span className="text-muted">is settled; reopen it to add an option.</span>
                </li>
              ))}
            </ul>
          )}
          {mayAsk && (
            <Button asChild variant="primary" className="w-fit">
              <Link href={`${base}/decisions/new?phase=model-selection`}>Ask which model</Link>
            </Button>
          )}
        </div>
      ) : (
        <form
          className="grid gap-4"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit((mutationId) => ({
              workspace,
              mutationId,
              decisionId: chosen.id,
              modelId: row.id,
              limits,
            }));
          }}
        >
          <FormError message={message} />
          <Field label="Open decision">
            <Select value={chosen.id} onChange={(event) => setChosenId(event.target.value)}>
              {open.map(({ id, number, question }) => (
                <option key={id} value={id}>
                  D-{number} {question}
                </option>
              ))}
            </Select>
          </Field>
          {isThere ? (
            <p className="text-sm text-warn">
              {row.name} is an option of D-{chosen.number} already.
            </p>
          ) : (
            <p className="text-sm text-muted">
              Kept with it as evidence, computed as it is added: {evidence.join(", ")}. The plan takes its
              size over where it is published; what it costs a month is yours to add to the option's effects
              {data.currency === "USD" ? "" : ` in ${data.currency}`}.
            </p>
          )}
          <div className="flex justify-end">
            <Button type="submit" variant="primary" pending={pending} disabled={isThere}>
              Add option
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
