"use client";

import { mayDo } from "@/platform/permissions";
import { CheckGroup } from "@/ui/check-group";

type Member = { id: string; name: string; role: Parameters<typeof mayDo>[0] };

/** Which members are asked for their position: those who may take one. */
export function MemberChecks({
  members,
  chosen,
  onChange,
  error,
}: {
  members: readonly Member[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  error: string | undefined;
}) {
  return (
    <CheckGroup
      legend={
        <>
          Who is asked for a position <span className="font-normal text-faint">optional</span>
        </>
      }
      choices={members
        .filter(({ role }) => mayDo(role, "position.take"))
        .map(({ id, name }) => ({ id, label: name }))}
      chosen={chosen}
      onChange={onChange}
      error={error}
      className="grid gap-x-4 sm:grid-cols-2"
    />
  );
}
