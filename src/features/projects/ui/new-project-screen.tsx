"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { techniqueById, templates } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { PageHeader } from "@/ui/page-header";
import { RadioGroup } from "@/ui/radio-group";
import { TextInput } from "@/ui/text-input";
import { type ProjectDraft, ProjectFields, toDetails } from "./project-fields";
import { suggestKey } from "./suggest-key";

export function NewProjectScreen({ workspace, today }: { workspace: string; today: string }) {
  const api = useApi();
  const trpc = useTRPC();
  const router = useRouter();
  const frame = useWorkspace(workspace);
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  const [template, setTemplate] = useState(templates[0]?.id ?? "prompt-hosted-model");
  const [key, setKey] = useState<string | null>(null);
  const [draft, setDraft] = useState<ProjectDraft>({
    name: "",
    summary: "",
    ownerId: frame.membershipId,
    startsOn: today,
    targetOn: "",
    budget: "",
  });
  const shownKey = key ?? suggestKey(draft.name);
  const { submit, pending, message, errorOf } = useSubmit(api.projects.create.mutate, (made) =>
    router.push(`/w/${workspace}/projects/${made.key}`),
  );
  return (
    <div className="max-w-3xl">
      <PageHeader
        title="New project"
        subtitle="A template brings techniques, decisions and a first forecast. Everything can change later."
      />
      <form
        className="grid gap-6"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit((mutationId) => ({
            workspace,
            mutationId,
            template,
            key: shownKey,
            ...toDetails(draft, frame.currency),
          }));
        }}
      >
        <FormError message={message} />
        <RadioGroup
          legend="Template"
          name="template"
          look="card"
          value={template}
          onChange={setTemplate}
          choices={templates.map(({ id, name, summary, techniques, suggestedDecisions }) => ({
            value: id,
            label: name,
            hint: `${summary} ${techniques.length} techniques (${techniques
              .slice(1, 4)
              .map((technique) => techniqueById(technique).name.toLowerCase())
              .join(", ")} …), ${suggestedDecisions.length} decisions.`,
          }))}
        />
        <ProjectFields
          draft={draft}
          onChange={setDraft}
          members={members}
          currency={frame.currency}
          errorOf={errorOf}
        />
        <Field
          label="Key"
          hint="Short, in capitals; stands in addresses and can't change."
          error={errorOf("key")}
          required
        >
          <TextInput
            className="max-w-40 uppercase"
            value={shownKey}
            onChange={(event) => setKey(event.target.value.toUpperCase())}
          />
        </Field>
        <div>
          <Button type="submit" variant="primary" pending={pending}>
            Create project
          </Button>
        </div>
      </form>
    </div>
  );
}
