"use client";

import { useState } from "react";
import { type GateStanding, type PhaseId, phaseNames } from "@/planning";
import { useApi } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { Select } from "@/ui/select";
import { TextArea } from "@/ui/text-area";
import { gatesLeftOut, moveRefusal, type Stage, stages } from "../move-rules";

type Project = {
  id: string;
  version: number;
  phase: PhaseId;
  launchedAt: Date | null;
  loopPass: number;
  gates: readonly { phase: PhaseId; standing: GateStanding }[];
};

const stageName = (stage: Stage) => (stage === "launched" ? "Launched" : phaseNames[stage]);

const gateOf = (phase: PhaseId) => `Gate of ${phaseNames[phase]}`;

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
  const here: Stage = project.launchedAt === null ? project.phase : "launched";
  const [to, setTo] = useState<Stage>(stages[stages.indexOf(here) + 1] ?? "application-integration");
  const [reason, setReason] = useState("");
  const move = useSubmit(api.projects.move.mutate, onDone);
  const pass = useSubmit(api.projects.startPass.mutate, onDone);
  const passed = new Set(
    project.gates.flatMap(({ phase, standing }) =>
      standing === "passed" || standing === "conditions" ? [phase] : [],
    ),
  );
  const needsReason =
    moveRefusal({ from: here, to, reason: "", passed })?.startsWith("reason-needed") ?? false;
  const leftOut = gatesLeftOut(here, to, passed);
  const which = { workspace, projectId: project.id, version: project.version };
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        pass.forget();
        void move.submit((mutationId) => ({ ...which, mutationId, to, reason }));
      }}
    >
      <FormError message={move.message ?? pass.message} />
      <Field label="To" error={move.errorOf("to")}>
        <Select
          value={to}
          onChange={(event) => setTo(stages.find((stage) => stage === event.target.value) ?? to)}
        >
          {stages.map((stage) => (
            <option
              key={stage}
              value={stage}
              disabled={moveRefusal({ from: here, to: stage, reason: "given", passed }) !== null}
            >
              {stageName(stage)}
              {stage === here ? " (now)" : ""}
            </option>
          ))}
        </Select>
      </Field>
      {leftOut.length > 0 && (
        <Callout tone="warn" title={`${leftOut.map(gateOf).join(" and ")} not passed`}>
          The project can go on, with a reason that stays visible on its pages and in the list of projects.
        </Callout>
      )}
      <Field
        label="Why"
        hint="Needed without the gate, going back, skipping a phase, or beyond the budget of passes."
        error={move.errorOf("reason") ?? pass.errorOf("reason")}
        required={needsReason}
      >
        <TextArea value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        {here === "model-alignment" && (
          <Button
            pending={pass.pending}
            onClick={() => {
              move.forget();
              void pass.submit((mutationId) => ({ ...which, mutationId, reason }));
            }}
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
