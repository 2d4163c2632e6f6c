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
import { CheckGroup } from "@/ui/check-group";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { letterOf } from "@/ui/option-letter";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";
import { TextInput } from "@/ui/text-input";
import { type DecisionDraft, DecisionFields } from "./decision-fields";
import { EffectsEditor } from "./effects-editor";
import { MemberChecks } from "./member-checks";

type OptionDraft = { title: string; description: string; effects: OptionEffect[] };

const blankOption: OptionDraft = { title: "", description: "", effects: [] };

type Begun = { phase: PhaseId; question: string; context: string; from: string };

/** What a question is asked from: it begins with that, and links back to it. */
export type Origin = { taskKey: string | null; commentId: string | null };

type Place = { workspace: string; projectKey: string; phase: PhaseId | undefined };

export function NewDecisionScreen({ origin, ...place }: Place & { origin: Origin }) {
  if (origin.taskKey === null && origin.commentId === null)
    return <AskForm {...place} origin={origin} begun={null} />;
  return <BegunForm {...place} origin={origin} />;
}

function BegunForm(props: Place & { origin: Origin }) {
  const trpc = useTRPC();
  const { workspace, projectKey, origin } = props;
  const { data } = useSuspenseQuery(
    trpc.decisions.draft.queryOptions({ workspace, projectKey, ...origin }, { staleTime: Infinity }),
  );
  return <AskForm {...props} begun={data} />;
}

function AskForm({
  workspace,
  projectKey,
  phase: suggested,
  origin,
  begun,
}: Place & { origin: Origin; begun: Begun | null }) {
  const api = useApi();
  const trpc = useTRPC();
  const router = useRouter();
  const frame = useWorkspace(workspace);
  const { data: project } = useSuspenseQuery(trpc.projects.byKey.queryOptions({ workspace, projectKey }));
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  const [phase, setPhase] = useState<PhaseId>(begun?.phase ?? suggested ?? project.phase);
  const [draft, setDraft] = useState<DecisionDraft & { context: string }>({
    question: begun?.question ?? "",
    context: begun?.context ?? "",
    ownerId: frame.membershipId,
    dueOn: "",
    process: "advice",
  });
  const [consulted, setConsulted] = useState<string[]>([]);
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
            consulted,
            ...origin,
          }));
        }}
      >
        <div>
          <h2 className="text-lg font-semibold">New decision</h2>
          {begun !== null && (
            <p className="text-sm text-muted">Asked from {begun.from}; it links back to it.</p>
          )}
        </div>
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
          <DecisionFields
            draft={draft}
            onChange={(fields) => setDraft({ ...draft, ...fields })}
            members={members}
            errorOf={errorOf}
          >
            <Field
              label="Context"
              hint="What do people need to know to take a position? Markdown."
              error={errorOf("context")}
              optional
            >
              <TextArea
                rows={5}
                value={draft.context}
                onChange={(event) => setDraft({ ...draft, context: event.target.value })}
              />
            </Field>
          </DecisionFields>
          <MemberChecks
            members={members}
            chosen={consulted}
            onChange={setConsulted}
            error={errorOf("consulted")}
          />
          {others.length > 0 && (
            <CheckGroup
              legend={
                <>
                  Should be decided first <span className="font-normal text-muted">(optional)</span>
                </>
              }
              choices={others.map(({ id, number, question }) => ({ id, label: `D-${number} ${question}` }))}
              chosen={dependsOn}
              onChange={setDependsOn}
              error={errorOf("dependsOn")}
            />
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
