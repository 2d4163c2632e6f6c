"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { TextInput } from "@/ui/text-input";
import { toast } from "@/ui/toast";

/** Names the schedule that was found. */
export default function KeepForm({ workspace, onClose }: { workspace: string; onClose: () => void }) {
  const api = useApi();
  const [name, setName] = useState("");
  const { submit, pending, message, errorOf } = useSubmit(api.schedule.keep.mutate, () => {
    toast.success(`Kept as “${name}”`);
    onClose();
  });
  const error = errorOf("name");
  return (
    <form
      className="grid max-w-md gap-2 pt-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit((mutationId) => ({ workspace, mutationId, name }));
      }}
    >
      <Field label="Name of the schedule" error={error}>
        <TextInput value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
      </Field>
      <span className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending}>
          Keep
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </span>
      {error === undefined && <FormError message={message} />}
    </form>
  );
}
