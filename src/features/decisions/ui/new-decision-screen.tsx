"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ProjectFrame } from "@/features/projects/ui";
import { useWorkspace } from "@/features/workspaces/ui";
import { type OptionEffect, type PhaseId, phases } from "@/planning";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";
import { TextInput } from "@/ui/text-input";
import { letterOf } from "./decide-dialog";
import { type DecisionDraft, DecisionFields } from "./decision-fields";
import { EffectsEditor } from "./effects-editor";

type OptionDraft = { title: string; description: string; effects: OptionEffect[] };

const blankOption: OptionDraft = { title: "", description: "", effects: [] };

export function NewDecisionScreen({
  workspace,
  projectKey,
  phase: suggested,
}: {
  workspace: string;
  projectKey: string;
  phase: PhaseId | undefined;
}) {
  const api = useApi();
  const trpc = useTRPC();
  const router = useRouter();
  const frame = useWorkspace(workspace);
  const { data: project } = useSuspenseQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey }));
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  const [phase, setPhase] = useState<PhaseId>(suggested ?? project.phase);
  const [draft, setDraft] = useState<DecisionDraft>({
    question: "",
    context: "",
    ownerId: frame.membershipId,
    dueOn: "",
  });
  const [options, setOptions] = useState<OptionDraft[]>([blankOption, blankOption]);
  const [dependsOn, setDependsOn] = useState<string[]>([]);
  const { submit, pending, message, errorOf } = useSubmit(api.decisions.ask.mutate, (made) =>
    router.push(`/w/${workspace}/projects/${projectKey}/decisions/${made.number}`),
  );
  const setOption = (place: number, change: Partial<OptionDraft>) =>
    setOptions(options.map((option, index) => (index === place ? { ...option, ...change } : option)));
  const written = options.filter(
    (option) => option.title.trim() !== "" || option.description.trim() !== "" || option.effects.length > 0,
  );
  const others = project.decisions.filter((decision) => decision.state === "open");
  return (
    <ProjectFrame workspace={workspace} projectKey={projectKey}>
      <form
        className="grid max-w-3xl gap-5"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const dueOn = draft.dueOn === "" ? null : draft.dueOn;
          void submit((mutationId) => ({
            workspace,
            mutationId,
            projectId: project.id,
            phase,
            ...draft,
            dueOn,
            options: written,
            dependsOn,
          }));
        }}
      >
        <h2 className="text-lg font-semibold">New decision</h2>
        <FormError message={message} />
        <Card className="grid gap-4">
          <Field label="Phase" error={errorOf("phase")}>
            <Select
              value={phase}
              onChange={(event) =>
                setPhase(phases.find((known) => known.id === event.target.value)?.id ?? phase)
              }
            >
              {phases.map((known) => (
                <option key={known.id} value={known.id}>
                  {known.name}
                </option>
              ))}
            </Select>
          </Field>
          <DecisionFields draft={draft} onChange={setDraft} members={members} errorOf={errorOf} />
          {others.length > 0 && (
            <fieldset className="grid gap-1">
              <legend className="mb-1 text-sm font-medium">
                Should be decided first <span className="font-normal text-muted">(optional)</span>
              </legend>
              {others.map((other) => (
                <Checkbox
                  key={other.id}
                  label={`D-${other.number} ${other.question}`}
                  checked={dependsOn.includes(other.id)}
                  onChange={(event) =>
                    setDependsOn(
                      event.target.checked
                        ? [...dependsOn, other.id]
                        : dependsOn.filter((id) => id !== other.id),
                    )
                  }
                />
              ))}
              <FormError message={errorOf("dependsOn")} />
            </fieldset>
          )}
        </Card>
        {options.map((option, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drafts have no identity, and keep their place while they are written
          <Card key={place} title={`Option ${letterOf(place)}`} className="grid gap-4">
            <Field
              label="Title"
              error={option.title === "" ? undefined : errorOf(`options.${written.indexOf(option)}.title`)}
            >
              <TextInput
                value={option.title}
                onChange={(event) => setOption(place, { title: event.target.value })}
              />
            </Field>
            <Field label="Description" optional>
              <TextArea
                rows={2}
                value={option.description}
                onChange={(event) => setOption(place, { description: event.target.value })}
              />
            </Field>
            <EffectsEditor
              effects={option.effects}
              onChange={(effects) => setOption(place, { effects })}
              currency={frame.currency}
            />
          </Card>
        ))}
        <div className="flex flex-wrap justify-between gap-2">
          <Button onClick={() => setOptions([...options, blankOption])} disabled={options.length >= 30}>
            Add another option
          </Button>
          <Button type="submit" variant="primary" pending={pending}>
            Ask
          </Button>
        </div>
      </form>
    </ProjectFrame>
  );
}
