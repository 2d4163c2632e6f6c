"use client";

import { useState } from "react";
import { type Inclusion, inclusions, type Technique, type TechniqueChange, techniqueById } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { Select } from "@/ui/select";
import { Sheet } from "@/ui/sheet";
import { TextArea } from "@/ui/text-area";
import { TextInput } from "@/ui/text-input";
import { toast } from "@/ui/toast";
import { ConflictNote } from "./conflict-note";

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
  const [open, setOpen] = useState(false);
  return (
    <Sheet
      title={technique.name}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" aria-label={`Name and place of ${technique.name}`}>
          Name and place in plans
        </Button>
      }
    >
      <TechniqueForm
        workspace={workspace}
        technique={technique}
        change={change}
        version={version}
        onDone={() => setOpen(false)}
      />
    </Sheet>
  );
}

function TechniqueForm({
  workspace,
  technique,
  change,
  version: current,
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
  const [version, setVersion] = useState(current);
  const { submit, pending, message, errorOf, refusal } = useSubmit(api.standards.setTechnique.mutate, () => {
    toast.success("Saved. Plans use it from now on.");
    onDone();
  });
  const own = (text: string, of: string) => (text.trim() === "" || text.trim() === of ? null : text);
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit((mutationId) => ({
          workspace,
          mutationId,
          technique: technique.id,
          version,
          content: { name: own(name, original.name), summary: own(summary, original.summary), inclusion },
        }));
      }}
    >
      <FormError message={message} />
      <ConflictNote refusal={refusal} onKeepMine={setVersion} />
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
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Save technique
        </Button>
      </div>
    </form>
  );
}
