"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ScenarioContent } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { KeepNameForm } from "@/ui/keep-name-form";
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
  return (
    <KeepNameForm
      label="Name of the scenario"
      name={name}
      onName={setName}
      pending={pending}
      message={message}
      error={errorOf("name")}
      onKeep={() => void submit((mutationId) => ({ workspace, mutationId, projectId, name, content }))}
      onClose={onClose}
    />
  );
}
