"use client";

import { useState } from "react";
import { type PhaseId, phaseIds, phases } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";

type Project = { id: string; version: number; phase: PhaseId; launchedAt: Date | null; loopPass: number };

const stages = [
  ...phases.map(({ id, name }) => ({ id, name })),
  { id: "launched" as const, name: "Launched" },
];

/** Takes the project through a gate, back with a reason, or into the next pass of alignment. */
export function MoveProjectDialog({ workspace, project }: { workspace: string; project: Project }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Move the project"
      description="Onward through the gate, or back: a project may return to any phase with a reason."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Move on…</Button>}
    >
      <MoveForm workspace={workspace} project={project} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function MoveForm({
  workspace,
  project,
  onDone,
}: {
  workspace: string;
  project: Project;
  onDone: () => void;
}) {
  const api = useApi();
  const here = project.launchedAt === null ? project.phase : "launched";
  const next = stages[stages.findIndex((stage) => stage.id === here) + 1] ?? stages[0];
  const [to, setTo] = useState<(typeof stages)[number]["id"]>(next?.id ?? phaseIds[0]);
  const [reason, setReason] = useState("");
  const move = useSubmit(api.projects.move.mutate, onDone);
  const pass = useSubmit(api.projects.startPass.mutate, onDone);
  const which = { workspace, projectId: project.id, version: project.version };
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void move.submit((mutationId) => ({ ...which, mutationId, to, reason }));
      }}
    >
      <FormError message={move.message ?? pass.message} />
      <Field label="To" error={move.errorOf("to")}>
        <Select
          value={to}
          onChange={(event) => setTo(stages.find((stage) => stage.id === event.target.value)?.id ?? to)}
        >
          {stages.map((stage) => (
            <option key={stage.id} value={stage.id} disabled={stage.id === here}>
              {stage.name}
              {stage.id === here ? " (now)" : ""}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Why" hint="Needed when going back or skipping a phase." error={move.errorOf("reason")}>
        <TextArea value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        {here === "model-alignment" && (
          <Button
            pending={pass.pending}
            onClick={() => void pass.submit((mutationId) => ({ ...which, mutationId, reason }))}
          >
            Begin pass {project.loopPass + 1} instead
          </Button>
        )}
        <Button type="submit" variant="primary" pending={move.pending}>
          Move
        </Button>
      </div>
    </form>
  );
}
