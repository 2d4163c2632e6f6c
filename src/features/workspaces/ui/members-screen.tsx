"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { Skill } from "@/planning";
import { rankOf, rolesAscending } from "@/platform/permissions";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Avatar } from "@/ui/avatar";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { FormError } from "@/ui/form-error";
import { formatCount, formatDateRange } from "@/ui/format";
import { Select } from "@/ui/select";
import { Table, Td, Th } from "@/ui/table";
import type { Away, TrainingDraft } from "../schema";
import { InvitationsCard } from "./invitations-card";
import { ProfileDialog } from "./profile-dialog";
import { SettingsNav } from "./settings-nav";
import { useWorkspace } from "./use-workspace";

export type Member = {
  id: string;
  name: string;
  email: string;
  role: (typeof rolesAscending)[number];
  version: number;
  capacityPersonDaysPerWeek: number;
  skills: readonly Skill[];
  absences: Away[];
  trainings: readonly TrainingDraft[];
};

export function MembersScreen({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const frame = useWorkspace(workspace);
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  return (
    <>
      <SettingsNav workspace={workspace} />
      <div className="grid gap-5">
        {frame.may("member.invite") && <InvitationsCard workspace={workspace} myRole={frame.role} />}
        <Card title="Members" hint={formatCount(members.length, "person", "people")}>
          <Table label="Members" stacked>
            <thead>
              <tr>
                <Th>Name</Th>
                <Th>Role</Th>
                <Th numeric>Capacity</Th>
                <Th>
                  <span className="sr-only">Actions</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {members.map((member) => (
                <MemberRow key={member.id} workspace={workspace} member={member} />
              ))}
            </tbody>
          </Table>
        </Card>
      </div>
    </>
  );
}

function MemberRow({ workspace, member }: { workspace: string; member: Member }) {
  const api = useApi();
  const frame = useWorkspace(workspace);
  const change = useSubmit(api.workspaces.changeRole.mutate);
  const remove = useSubmit(api.workspaces.removeMember.mutate);
  const isMe = member.id === frame.membershipId;
  const manageable = frame.may("member.manage") && rankOf(member.role) <= rankOf(frame.role);
  const which = { workspace, membershipId: member.id, version: member.version };
  const roles = rolesAscending.filter((role) => rankOf(role) <= rankOf(frame.role));
  return (
    <tr>
      <Td className="max-md:col-span-2">
        <div className="flex items-center gap-2.5">
          <Avatar name={member.name} />
          <div>
            <div className="font-medium">
              {member.name} {isMe && <Badge>you</Badge>}
            </div>
            <div className="text-xs text-muted">{member.email}</div>
          </div>
        </div>
        <FormError message={change.message ?? remove.message} />
      </Td>
      <Td>
        {manageable ? (
          <Select
            aria-label={`Role of ${member.name}`}
            className="w-32"
            value={member.role}
            disabled={change.pending}
            onChange={(event) => {
              const role = roles.find((known) => known === event.target.value);
              if (role !== undefined) void change.submit((mutationId) => ({ ...which, mutationId, role }));
            }}
          >
            {roles.map((role) => (
              <option key={role}>{role}</option>
            ))}
          </Select>
        ) : (
          member.role
        )}
      </Td>
      <Td numeric className="max-md:self-center">
        {member.capacityPersonDaysPerWeek} d / week
        {member.absences[0] !== undefined && (
          <div className="text-xs whitespace-nowrap text-muted">
            away {formatDateRange(member.absences[0].fromOn, member.absences[0].toOn)}
          </div>
        )}
      </Td>
      <Td className="max-md:col-span-2">
        <div className="flex justify-end gap-2">
          {(isMe || frame.may("member.manage")) && <ProfileDialog workspace={workspace} member={member} />}
          {manageable && !isMe && (
            <ConfirmDialog
              trigger={
                <Button size="sm" variant="danger">
                  Remove
                </Button>
              }
              title={`Remove ${member.name}?`}
              description="They lose access at once. What they wrote stays on record."
              confirm="Remove"
              onConfirm={() => void remove.submit((mutationId) => ({ ...which, mutationId }))}
            />
          )}
        </div>
      </Td>
    </tr>
  );
}
