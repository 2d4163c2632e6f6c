"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { templates } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { PageHeader } from "@/ui/page-header";
import { RadioGroup } from "@/ui/radio-group";
import { TextInput } from "@/ui/text-input";
import { suggestKey } from "../key-rules";
import { type ProjectDraft, toDetails } from "./project-draft";
import { ProjectFields } from "./project-fields";
import { TemplateHint } from "./template-hint";
import { visibilityChoices } from "./visibility-choices";

export function NewProjectScreen({ workspace, today }: { workspace: string; today: string }) {
  const api = useApi();
  const trpc = useTRPC();
  const router = useRouter();
  const frame = useWorkspace(workspace);
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  const { data: teams } = useSuspenseQuery(trpc.teams.list.queryOptions({ workspace }));
  const [template, setTemplate] = useState(templates[0]?.id ?? "prompt-hosted-model");
  const [key, setKey] = useState<string | null>(null);
  const [visibility, setVisibility] = useState<"workspace" | "private">("workspace");
  const [draft, setDraft] = useState<ProjectDraft>({
    name: "",
    summary: "",
    ownerId: frame.membershipId,
    startsOn: today,
    targetOn: "",
    budgetMinor: "",
    teamId: "",
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
            visibility,
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
          choices={templates.map((choice) => ({
            value: choice.id,
            label: choice.name,
            hint: <TemplateHint template={choice} />,
          }))}
        />
        <ProjectFields
          draft={draft}
          onChange={setDraft}
          members={members}
          teams={teams.teams}
          currency={frame.currency}
          errorOf={errorOf}
        />
        <Field
          label="Key"
          hint="2 to 8 capital letters or digits. Stands in addresses and can't change."
          error={errorOf("key")}
          required
        >
          <TextInput
            className="max-w-40 uppercase"
            maxLength={8}
            autoComplete="off"
            value={shownKey}
            onChange={(event) => setKey(event.target.value.toUpperCase())}
          />
        </Field>
        <RadioGroup
          legend="Visible to"
          name="visibility"
          value={visibility}
          onChange={setVisibility}
          choices={visibilityChoices}
        />
        <div>
          <Button type="submit" variant="primary" pending={pending}>
            Create project
          </Button>
        </div>
      </form>
    </div>
  );
}
