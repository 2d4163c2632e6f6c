import clsx from "clsx";
import { Link } from "@/ui/link";
import { type ExpertiseAddress, expertiseAddress } from "./address";

type TeamOfPeople = {
  readonly id: string;
  readonly name: string;
  readonly members: readonly { readonly id: string }[];
};

/** Whose expertise stands in the matrix below: everybody's, or that of one team's people. Nothing while there are no teams. */
export function TeamChoice({
  workspace,
  address,
  teams,
}: {
  workspace: string;
  address: ExpertiseAddress;
  teams: readonly TeamOfPeople[];
}) {
  if (teams.length === 0) return null;
  const chosen = teams.some(({ id }) => id === address.team) ? address.team : null;
  return (
    <nav aria-label="Expertise of" className="mb-2 flex flex-wrap items-baseline gap-x-3 text-sm">
      {[{ id: null, name: "Everybody" }, ...teams].map(({ id, name }) => (
        <Link
          key={id}
          href={expertiseAddress(workspace, { ...address, team: id })}
          scroll={false}
          aria-current={id === chosen ? "true" : undefined}
          className={clsx(
            "inline-flex min-h-6 items-center rounded [overflow-wrap:anywhere]",
            id === chosen ? "font-semibold" : "text-muted hover:text-ink",
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

export function ofTeam<Person extends { readonly id: string }>(
  people: readonly Person[],
  { members }: TeamOfPeople,
): Person[] {
  return people.filter(({ id }) => members.some((member) => member.id === id));
}
