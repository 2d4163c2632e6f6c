"use client";

import { useState } from "react";
import { type Inclusion, inclusions, type Technique, type TechniqueChange, techniqueById } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { EditForm } from "@/ui/edit-form";
import { EditSheet } from "@/ui/edit-sheet";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";
import { TextInput } from "@/ui/text-input";
import { ConflictNote } from "./conflict-note";
import { useStandard } from "./use-standard";

const inclusionNames: Record<Inclusion, string> = {
  "as-template": "As the project's template says",
  always: "In every plan, unless a decision leaves it out",
  never: "In no plan, unless a decision brings it",
};

/** How the workspace calls a technique, and whether its plans begin with it. */
export function TechniqueSheet({
  workspace,
  technique,
  change,
  version,
}: {
  workspace: string;
  technique: Technique;
  change: TechniqueChange | undefined;
  version: number;
}) {
  return (
    <EditSheet
      title={technique.name}
      button="Name and place in plans"
      label={`Name and place of ${technique.name}`}
    >
      {(onDone) => (
        <TechniqueForm
          workspace={workspace}
          technique={technique}
          change={change}
          version={version}
          onDone={onDone}
        />
      )}
    </EditSheet>
  );
}

function TechniqueForm({
  workspace,
  technique,
  change,
  version,
  onDone,
}: {
  workspace: string;
  technique: Technique;
  change: TechniqueChange | undefined;
  version: number;
  onDone: () => void;
}) {
  const api = useApi();
  const original = techniqueById(technique.id);
  const [name, setName] = useState(technique.name);
  const [summary, setSummary] = useState(technique.summary);
  const [inclusion, setInclusion] = useState<Inclusion>(change?.inclusion ?? "as-template");
  const { submit, pending, message, errorOf, theirs, goOn } = useStandard(api.standards.setTechnique.mutate, {
    version,
    onDone,
  });
  const own = (text: string, of: string) => (text.trim() === "" || text.trim() === of ? null : text);
  return (
    <EditForm
      save="Save technique"
      pending={pending}
      message={message}
      onSave={() => {
        void submit((request) => ({
          workspace,
          ...request,
          technique: technique.id,
          content: { name: own(name, original.name), summary: own(summary, original.summary), inclusion },
        }));
      }}
    >
      <ConflictNote theirs={theirs} onKeepMine={goOn} />
      <Field label="Name" hint={`Default: ${original.name}`} error={errorOf("content.name")}>
        <TextInput value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label="Description" hint="Empty means the default." error={errorOf("content.summary")}>
        <TextArea value={summary} onChange={(event) => setSummary(event.target.value)} />
      </Field>
      <Field label="In plans" error={errorOf("content.inclusion")}>
        <Select
          value={inclusion}
          onChange={(event) => setInclusion(inclusions.find((id) => id === event.target.value) ?? inclusion)}
        >
          {inclusions.map((id) => (
            <option key={id} value={id}>
              {inclusionNames[id]}
            </option>
          ))}
        </Select>
      </Field>
    </EditForm>
  );
}
