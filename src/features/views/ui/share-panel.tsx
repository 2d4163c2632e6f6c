"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import DialogPanel, { type DialogProps } from "@/ui/dialog-panel";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { Link } from "@/ui/link";
import { Select } from "@/ui/select";
import { SentLink } from "@/ui/sent-link";
import { TextInput } from "@/ui/text-input";

const lasting = [
  { days: 7, label: "7 days" },
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 365, label: "a year" },
] as const;

/** Makes a link to what the portfolio shows now. */
export default function SharePanel({
  workspace,
  query,
  viewName,
  ...dialog
}: { workspace: string; query: string; viewName: string } & Pick<DialogProps, "open" | "onOpenChange">) {
  const api = useApi();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.shares.open.queryOptions({ workspace }));
  const [name, setName] = useState(viewName === "" ? "Portfolio" : viewName);
  const [validDays, setValidDays] = useState(30);
  const [link, setLink] = useState<string | null>(null);
  const { submit, pending, message, errorOf } = useSubmit(api.shares.make.mutate, ({ token }) =>
    setLink(`${window.location.origin}/share/${token}`),
  );
  return (
    <DialogPanel
      {...dialog}
      title="Share link"
      description="Whoever has the link reads the rows that this filter shows, as they are then, without owners and without a way into the workspace."
    >
      {link === null ? (
        <EditForm
          save="Make link"
          pending={pending}
          message={message}
          onSave={() => void submit((mutationId) => ({ workspace, mutationId, name, query, validDays }))}
        >
          <Field label="Heading" error={errorOf("name")} required>
            <TextInput value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Field label="It can be opened for">
            <Select value={validDays} onChange={(event) => setValidDays(Number(event.target.value))}>
              {lasting.map(({ days, label }) => (
                <option key={days} value={days}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
          <p className="text-sm text-muted">
            {data?.withoutSignIn === true
              ? "It opens without signing in."
              : "Only members can open it, signed in: this workspace does not let others."}{" "}
            <Link
              href={`/w/${workspace}/settings/sharing`}
              className="text-accent underline underline-offset-2"
            >
              All share links
            </Link>
          </p>
        </EditForm>
      ) : (
        <SentLink label="Share link" link={link} />
      )}
    </DialogPanel>
  );
}
