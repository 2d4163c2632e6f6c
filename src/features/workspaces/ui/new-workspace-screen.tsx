"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { TextInput } from "@/ui/text-input";
import { RatesFields, toRates } from "./rates-fields";
import { suggestSlug } from "./suggest-slug";

export function NewWorkspaceForm() {
  const api = useApi();
  const [name, setName] = useState("");
  const [slug, setSlug] = useState<string | null>(null);
  const [rates, setRates] = useState({ currency: "EUR", personDay: "720", acceleratorHour: "2.60" });
  const { submit, pending, message, errorOf } = useSubmit(api.workspaces.create.mutate, ({ slug: made }) =>
    window.location.assign(`/w/${made}`),
  );
  const address = slug ?? suggestSlug(name);
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit((mutationId) => ({ mutationId, name, slug: address, ...toRates(rates) }));
      }}
    >
      <FormError message={message} />
      <Field label="Name" hint="Usually your organization or team." error={errorOf("name")} required>
        <TextInput name="name" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field
        label="Address"
        hint={`Pages will be at /w/${address === "" ? "…" : address}`}
        error={errorOf("slug")}
        required
      >
        <TextInput name="slug" value={address} onChange={(event) => setSlug(event.target.value)} />
      </Field>
      <RatesFields value={rates} onChange={setRates} errorOf={errorOf} />
      <Button type="submit" variant="primary" pending={pending}>
        Create workspace
      </Button>
    </form>
  );
}
