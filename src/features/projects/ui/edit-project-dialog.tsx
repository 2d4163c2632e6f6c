"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/ui";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { Dialog } from "@/ui/dialog";
import { FormError } from "@/ui/form-error";
import { minorDigits } from "@/ui/format";
import { type ProjectDraft, ProjectFields, toDetails } from "./project-fields";

type Project = {
  id: string;
  version: number;
  name: string;
  summary: string;
  owner: { id: string };
  startsOn: string;
  targetOn: string | null;
  budgetMinor: number | null;
};

export function EditProjectDialog({ workspace, project }: { workspace: string; project: Project }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog title="Edit project" open={open} onOpenChange={setOpen} trigger={<Button>Edit</Button>}>
      <EditForm workspace={workspace} project={project} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function EditForm({
  workspace,
  project,
  onDone,
}: {
  workspace: string;
  project: Project;
  onDone: () => void;
}) {
  const api = useApi();
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  const [draft, setDraft] = useState<ProjectDraft>({
    name: project.name,
    summary: project.summary,
    ownerId: project.owner.id,
    startsOn: project.startsOn,
    targetOn: project.targetOn ?? "",
    budget:
      project.budgetMinor === null ? "" : String(project.budgetMinor / 10 ** minorDigits(frame.currency)),
  });
  const [version, setVersion] = useState(project.version);
  const { submit, pending, message, errorOf, refusal } = useSubmit(api.projects.edit.mutate, onDone);
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit((mutationId) => ({
          workspace,
          mutationId,
          projectId: project.id,
          version,
          ...toDetails(draft, frame.currency),
        }));
      }}
    >
      <FormError message={message} />
      {refusal?.code === "STALE_VERSION" && (
        <Callout tone="warn" title={`It now reads “${project.name}: ${project.summary}”`}>
          <Button size="sm" onClick={() => setVersion(project.version)}>
            Keep mine and save over it
          </Button>
        </Callout>
      )}
      <ProjectFields
        draft={draft}
        onChange={setDraft}
        members={members}
        currency={frame.currency}
        errorOf={errorOf}
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
