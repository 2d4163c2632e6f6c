"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { rankOf, rolesAscending } from "@/platform/permissions";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { FormError } from "@/ui/form-error";
import { formatDate } from "@/ui/format";
import { Select } from "@/ui/select";
import { SentLink } from "@/ui/sent-link";
import { TextInput } from "@/ui/text-input";

type Role = (typeof rolesAscending)[number];

export function InvitationsCard({ workspace, myRole }: { workspace: string; myRole: Role }) {
  const api = useApi();
  const trpc = useTRPC();
  const { data: invitations } = useSuspenseQuery(trpc.workspaces.invitations.queryOptions({ workspace }));
  const [role, setRole] = useState<Role>("member");
  const [note, setNote] = useState("");
  const [link, setLink] = useState<string | null>(null);
  const create = useSubmit(api.workspaces.createInvitation.mutate, ({ token }) => {
    setLink(`${window.location.origin}/invitations/${token}`);
    setNote("");
  });
  const revoke = useSubmit(api.workspaces.revokeInvitation.mutate);
  const roles = rolesAscending.filter((known) => rankOf(known) <= rankOf(myRole));
  return (
    <Card title="Invite" hint="A link works once, for seven days">
      <form
        className="grid items-end gap-3 sm:grid-cols-[10rem_minmax(0,1fr)_auto]"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void create.submit((mutationId) => ({ workspace, mutationId, role, note }));
        }}
      >
        <Field label="Role" error={create.errorOf("role")}>
          <Select
            value={role}
            onChange={(event) => setRole(roles.find((known) => known === event.target.value) ?? "member")}
          >
            {roles.map((known) => (
              <option key={known}>{known}</option>
            ))}
          </Select>
        </Field>
        <Field label="For whom" optional error={create.errorOf("note")}>
          <TextInput
            value={note}
            onChange={(event) => setNote(event.target.value)}
            placeholder="Only you see this"
          />
        </Field>
        <Button type="submit" variant="primary" pending={create.pending} className="h-9">
          Create link
        </Button>
      </form>
      <FormError message={create.message ?? revoke.message} />
      {link !== null && (
        <div className="mt-3">
          <SentLink label="Invitation link" link={link} />
        </div>
      )}
      {invitations.length > 0 && (
        <ul className="mt-4 grid gap-1 text-sm" aria-label="Open invitations">
          {invitations.map((invitation) => (
            <li
              key={invitation.id}
              className="flex flex-wrap items-center justify-between gap-2 border-t border-line py-2"
            >
              <span>
                <b className="font-medium">{invitation.role}</b>
                {invitation.note !== "" && ` · ${invitation.note}`}
                <span className="text-muted">
                  {" "}
                  · by {invitation.invitedBy} · until {formatDate(invitation.expiresAt)}
                </span>
              </span>
              <Button
                size="sm"
                variant="danger"
                onClick={() =>
                  void revoke.submit((mutationId) => ({ workspace, mutationId, invitationId: invitation.id }))
                }
              >
                Withdraw
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
