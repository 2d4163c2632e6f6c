"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { RadioGroup } from "@/ui/radio-group";
import { Select } from "@/ui/select";
import { Skeleton } from "@/ui/skeleton";
import type { ProjectSharing } from "../sharing.queries";
import { visibilityChoices } from "./visibility-choices";

/** Who sees the project; for who may, to change it. */
export function SharingDialog({ workspace, projectKey }: { workspace: string; projectKey: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Who sees this project"
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Share…</Button>}
    >
      <Sharing workspace={workspace} projectKey={projectKey} />
    </Dialog>
  );
}

function Sharing({ workspace, projectKey }: { workspace: string; projectKey: string }) {
  const trpc = useTRPC();
  const { data: sharing } = useQuery(trpc.projects.sharing.queryOptions({ workspace, projectKey }));
  if (sharing === undefined) return <Skeleton className="h-72" />;
  return (
    <div className="grid gap-5">
      <Visibility workspace={workspace} sharing={sharing} />
      <People workspace={workspace} sharing={sharing} />
    </div>
  );
}

function Visibility({ workspace, sharing }: { workspace: string; sharing: ProjectSharing }) {
  const api = useApi();
  const { submit, pending, message } = useSubmit(api.projects.setVisibility.mutate);
  const { projectId, version, visibility } = sharing;
  const [chosen, setChosen] = useState(visibility);
  if (!sharing.mayChange) {
    return (
      <p className="text-sm text-muted">
        {visibility === "private" ? "Private. " : "Visible to everybody in the workspace. "}
        Its owner, and owners and admins of the workspace who see it, may change that.
      </p>
    );
  }
  return (
    <div className="grid gap-2" aria-busy={pending}>
      <FormError message={message} />
      <RadioGroup
        legend="Visible to"
        name="visibility"
        value={pending ? chosen : visibility}
        choices={visibilityChoices}
        onChange={(next) => {
          setChosen(next);
          void submit((mutationId) => ({ workspace, mutationId, projectId, version, visibility: next }));
        }}
      />
    </div>
  );
}

const reasons = {
  owner: "owns the project",
  "workspace-owner": "owner of the workspace",
  shared: "shared with",
} as const;

function People({ workspace, sharing }: { workspace: string; sharing: ProjectSharing }) {
  const api = useApi();
  const title = useId();
  const [chosen, setChosen] = useState("");
  const add = useSubmit(api.projects.share.mutate, () => setChosen(""));
  const remove = useSubmit(api.projects.unshare.mutate);
  const { projectId } = sharing;
  const others = sharing.members.filter(({ sees }) => sees === null);
  const seeing = sharing.members.flatMap(({ sees, ...member }) =>
    sees === null ? [] : [{ ...member, sees }],
  );
  return (
    <section aria-labelledby={title} className="grid gap-3">
      <h3 id={title} className="text-sm font-medium">
        {sharing.visibility === "private" ? "Seen by" : "Would see it if it were private"}
      </h3>
      <FormError message={add.message ?? remove.message} />
      <ul className="grid">
        {seeing.map((member) => (
          <li
            key={member.id}
            className="flex min-h-10 items-center gap-2.5 border-t border-line py-1 text-sm first:border-0"
          >
            <Avatar name={member.name} />
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              {member.name} <span className="text-muted">{reasons[member.sees]}</span>
            </span>
            {sharing.mayChange && member.sees === "shared" && (
              <Button
                size="sm"
                aria-label={`Stop sharing with ${member.name}`}
                pending={remove.pending}
                onClick={() =>
                  void remove.submit((mutationId) => ({
                    workspace,
                    mutationId,
                    projectId,
                    membershipId: member.id,
                  }))
                }
              >
                Remove
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sharing.mayChange && others.length > 0 && (
        <form
          className="flex items-end gap-2"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen === "") return;
            void add.submit((mutationId) => ({ workspace, mutationId, projectId, membershipId: chosen }));
          }}
        >
          <div className="min-w-0 flex-1">
            <Field label="Share with">
              <Select value={chosen} onChange={(event) => setChosen(event.target.value)}>
                <option value="">Choose a member</option>
                {others.map((member) => (
                  <option key={member.id} value={member.id}>
                    {member.name}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          <Button type="submit" pending={add.pending}>
            Share
          </Button>
        </form>
      )}
    </section>
  );
}
