"use client";

import { useState } from "react";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { KeepNameForm } from "@/ui/keep-name-form";
import { toast } from "@/ui/toast";

/** Names the schedule that was found. */
export default function KeepForm({ workspace, onClose }: { workspace: string; onClose: () => void }) {
  const api = useApi();
  const [name, setName] = useState("");
  const { submit, pending, message, errorOf } = useSubmit(api.schedule.keep.mutate, () => {
    toast.success(`Kept as “${name}”`);
    onClose();
  });
  return (
    <KeepNameForm
      label="Name of the schedule"
      className="max-w-md pt-2"
      name={name}
      onName={setName}
      pending={pending}
      message={message}
      error={errorOf("name")}
      onKeep={() => void submit((mutationId) => ({ workspace, mutationId, name }))}
      onClose={onClose}
    />
  );
}
