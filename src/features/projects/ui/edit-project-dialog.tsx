"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { useWorkspace } from "@/features/workspaces/ui";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { FormError } from "@/ui/form-error";
import { FieldMerge } from "./field-merge";
import { mergeFields, takeTheirs } from "./merge-fields";
import {
  type ProjectDetails,
  projectDraft,
  projectFieldNames,
  projectFields,
  projectTexts,
  toDetails,
} from "./project-draft";
import { ProjectFields } from "./project-fields";

type Project = Omit<ProjectDetails, "ownerId"> & { id: string; version: number; owner: { id: string } };

const savedProject = z.object({
  version: z.number(),
  name: z.string(),
  summary: z.string(),
  ownerId: z.string(),
  startsOn: z.string(),
  targetOn: z.string().nullable(),
  budgetMinor: z.number().nullable(),
  teamId: z.string().nullable(),
});

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
  const { currency } = useWorkspace(workspace);
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  const { data: teams } = useSuspenseQuery(trpc.teams.list.queryOptions({ workspace }));
  /** The version that the draft grew from. */
  const [seen, setSeen] = useState(() => ({
    version: project.version,
    draft: projectDraft({ ...project, ownerId: project.owner.id }, currency),
  }));
  const [draft, setDraft] = useState(seen.draft);
  const { submit, pending, message, errorOf, refusal, forget } = useSubmit(api.projects.edit.mutate, onDone);
  const current = savedProject.safeParse(refusal?.details.current);
  const theirs = current.success ? projectDraft(current.data, currency) : null;
  const texts = (of: typeof draft) =>
    projectTexts(of, {
      member: (id) => members.find((member) => member.id === id)?.name ?? "a former member",
      team: (id) => teams.teams.find((team) => team.id === id)?.name ?? "a deleted team",
    });
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
          version: seen.version,
          ...toDetails(draft, currency),
        }));
      }}
    >
      <FormError message={message} />
      {theirs !== null && current.success && (
        <FieldMerge
          what="project"
          names={projectFieldNames}
          fields={mergeFields(projectFields, {
            base: texts(seen.draft),
            mine: texts(draft),
            theirs: texts(theirs),
          })}
          onMerged={(fields) => {
            setDraft(takeTheirs(draft, theirs, fields));
            setSeen({ version: current.data.version, draft: theirs });
            forget();
          }}
        />
      )}
      <ProjectFields
        draft={draft}
        onChange={setDraft}
        members={members}
        teams={teams.teams}
        currency={currency}
        errorOf={errorOf}
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending} disabled={theirs !== null}>
          Save
        </Button>
      </div>
    </form>
  );
}
