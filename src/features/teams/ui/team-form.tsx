import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi, useTRPC } from "@/platform/trpc/client";
import { useSubmit } from "@/platform/trpc/submit";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { CheckGroup } from "@/ui/check-group";
import { EditForm } from "@/ui/edit-form";
import { Field } from "@/ui/field";
import { TextInput } from "@/ui/text-input";
import type { Team } from "../queries";

/** A team's name and people: a new one, or one that is there. */
export function TeamForm({
  workspace,
  team,
  onDone,
}: {
  workspace: string;
  team: Team | null;
  onDone: () => void;
}) {
  const api = useApi();
  const trpc = useTRPC();
  const { data: people } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  const [name, setName] = useState(team?.name ?? "");
  const [memberIds, setMemberIds] = useState(team?.members.map(({ id }) => id) ?? []);
  /** The version that the draft grew from. */
  const [version, setVersion] = useState(team?.version ?? 0);
  const make = useSubmit(api.teams.make.mutate, onDone);
  const edit = useSubmit(api.teams.edit.mutate, onDone);
  const { pending, message, errorOf, refusal } = team === null ? make : edit;
  const save = () => {
    if (team === null) void make.submit((mutationId) => ({ workspace, mutationId, name, memberIds }));
    else
      void edit.submit((mutationId) => ({
        workspace,
        mutationId,
        teamId: team.id,
        version,
        name,
        memberIds,
      }));
  };
  return (
    <EditForm
      save={team === null ? "Make team" : "Save team"}
      pending={pending}
      message={message}
      onSave={save}
    >
      {team !== null && refusal?.code === "STALE_VERSION" && (
        <Callout tone="warn" title={`Somebody changed it meanwhile: it is “${team.name}” now.`}>
          <p>{team.members.map((member) => member.name).join(", ") || "Nobody is in it."}</p>
          <Button size="sm" onClick={() => setVersion(team.version)}>
            Keep mine and save over it
          </Button>
        </Callout>
      )}
      <Field label="Name" error={errorOf("name")} required>
        <TextInput value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <CheckGroup
        legend="People"
        choices={people.map((person) => ({ id: person.id, label: person.name }))}
        chosen={memberIds}
        onChange={setMemberIds}
        error={errorOf("memberIds")}
        className="grid gap-1 sm:grid-cols-2"
      />
    </EditForm>
  );
}
