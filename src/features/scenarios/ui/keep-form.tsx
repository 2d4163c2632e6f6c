"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ScenarioContent } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { TextInput } from "@/ui/text-input";
import { toast } from "@/ui/toast";

export type KeepProps = {
  workspace: string;
  projectId: string;
  /** Where the project's scenarios are. */
  address: string;
  content: ScenarioContent;
  onClose: () => void;
};

/** Names what is tried out. */
export default function KeepForm({ workspace, projectId, address, content, onClose }: KeepProps) {
  const api = useApi();
  const router = useRouter();
  const [name, setName] = useState("");
  const { submit, pending, message, errorOf } = useSubmit(api.scenarios.make.mutate, () => {
    toast.success(`Kept as the scenario “${name}”`, {
      action: { label: "Compare", onClick: () => router.push(address) },
    });
    onClose();
  });
  const error = errorOf("name");
  return (
    <form
      className="grid gap-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit((mutationId) => ({ workspace, mutationId, projectId, name, content }));
      }}
    >
      <Field label="Name of the scenario" error={error}>
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
