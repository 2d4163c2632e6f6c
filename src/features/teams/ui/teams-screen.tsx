"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { SettingsNav, useWorkspace } from "@/features/workspaces/ui";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Dialog } from "@/ui/dialog";
import { EmptyState } from "@/ui/empty-state";
import { FormError } from "@/ui/form-error";
import { formatCount } from "@/ui/format";
import { Link } from "@/ui/link";
import { toast } from "@/ui/toast-queue";
import type { Team } from "../queries";
import { TeamForm } from "./team-form";

/** Who works together: teams, their people, and how many projects each has. */
export function TeamsScreen({ workspace }: { workspace: string }) {
  const api = useApi();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.teams.list.queryOptions({ workspace }));
  const editable = useWorkspace(workspace).may("team.keep");
  const restore = useSubmit(api.teams.restore.mutate);
  const make = editable && <MakeTeam workspace={workspace} />;
  return (
    <>
      <SettingsNav workspace={workspace} />
      <div className="grid max-w-3xl gap-5">
        {data.teams.length === 0 ? (
          <EmptyState
            title="No teams yet"
            description={
              editable
                ? "A team is people who work together. Give projects a team, and the portfolio sums and compares by it."
                : "Leads, admins and owners make teams: people who work together, whose projects are summed by team."
            }
            action={make}
          />
        ) : (
          <Card title="Teams" hint={formatCount(data.teams.length, "team")} actions={make}>
            <ul className="grid">
              {data.teams.map((team) => (
                <TeamItem key={team.id} workspace={workspace} team={team} editable={editable} />
              ))}
            </ul>
          </Card>
        )}
        {editable && data.deleted.length > 0 && (
          <Card title="Deleted teams">
            <FormError message={restore.message} />
            <ul className="grid">
              {data.deleted.map(({ id: teamId, name }) => (
                <li
                  key={teamId}
                  className="flex items-center gap-3 border-t border-line py-1.5 text-sm first:border-0"
                >
                  <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{name}</span>
                  <Button
                    size="sm"
                    pending={restore.pending}
                    aria-label={`Bring ${name} back`}
                    onClick={() => void restore.submit((mutationId) => ({ workspace, mutationId, teamId }))}
                  >
                    Bring back
                  </Button>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}

function MakeTeam({ workspace }: { workspace: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="New team"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" variant="primary">
          New team
        </Button>
      }
    >
      <TeamForm workspace={workspace} team={null} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function TeamItem({ workspace, team, editable }: { workspace: string; team: Team; editable: boolean }) {
  const api = useApi();
  const [open, setOpen] = useState(false);
  const { id: teamId, name, version, members, projectCount } = team;
  const restore = useSubmit(api.teams.restore.mutate);
  const remove = useSubmit(api.teams.delete.mutate, () => {
    toast(`“${name}” is deleted.`, { action: { label: "Undo", onClick: undo } });
  });
  const undo = () => void restore.submit((mutationId) => ({ workspace, mutationId, teamId }));
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 border-t border-line py-2.5 first:border-0 first:pt-0">
      <div className="min-w-48 flex-1">
        <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
        <p className="text-sm text-muted [overflow-wrap:anywhere]">
          {members.length === 0 ? "Nobody yet" : members.map((member) => member.name).join(", ")}
        </p>
      </div>
      <Link
        href={`/w/${workspace}/portfolio?show=team:${teamId}`}
        className="inline-flex min-h-7 items-center text-sm text-muted hover:text-ink hover:underline"
      >
        {formatCount(projectCount, "project")}
      </Link>
      {editable && (
        <span className="flex gap-1.5">
          <Dialog
            title={`Edit ${name}`}
            open={open}
            onOpenChange={setOpen}
            trigger={
              <Button size="sm" aria-label={`Edit ${name}`}>
                Edit
              </Button>
            }
          >
            <TeamForm workspace={workspace} team={team} onDone={() => setOpen(false)} />
          </Dialog>
          <Button
            size="sm"
            variant="ghost"
            aria-label={`Delete ${name}`}
            pending={remove.pending}
            onClick={() => void remove.submit((mutationId) => ({ workspace, mutationId, teamId, version }))}
          >
            Delete
          </Button>
        </span>
      )}
      <FormError message={remove.message} />
    </li>
  );
}
