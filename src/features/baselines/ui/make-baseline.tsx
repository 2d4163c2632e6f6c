"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { TextInput } from "@/ui/text-input";

/** Names the plan as it is now. */
export default function MakeBaseline({
  workspace,
  projectId,
  onClose,
}: {
  workspace: string;
  projectId: string;
  onClose: () => void;
}) {
  const api = useApi();
  const [name, setName] = useState("");
  const { submit, pending, message, errorOf } = useSubmit(api.baselines.make.mutate, onClose);
  const error = errorOf("name");
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit((mutationId) => ({ workspace, mutationId, projectId, name }));
      }}
    >
      <Field label="Name of the baseline" error={error}>
        <TextInput value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        Fix the plan
      </Button>
      <Button onClick={onClose}>Cancel</Button>
      {error === undefined && <FormError message={message} />}
    </form>
  );
}
