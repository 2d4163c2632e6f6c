"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { ProposalsCard, ProposeLevel, useWorkspace } from "@/features/workspaces/ui";
import { disciplines, expertiseLevelName, onlyOnes } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";
import type { ExpertiseAddress, OpenCell } from "./address";
import { CellCard } from "./cell-card";
import { Matrix } from "./matrix";
import { OnlyOneCard } from "./only-one-card";
import { ofTeam, TeamChoice } from "./team-choice";
import { WeeksCard } from "./weeks-card";

/** Who knows what, at which level, what the plans ask of them week by week, and where all depends on one person. */
export function ExpertiseScreen({ workspace, address }: { workspace: string; address: ExpertiseAddress }) {
  const trpc = useTRPC();
  const { data: people } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  const { quantile } = address;
  const { data: weeks } = useSuspenseQuery(trpc.expertise.weeks.queryOptions({ workspace, quantile }));
  const {
    data: { teams },
  } = useSuspenseQuery(trpc.teams.list.queryOptions({ workspace }));
  const team = teams.find(({ id }) => id === address.team);
  const alone = onlyOnes(people);
  const missing = disciplines.filter(({ id }) =>
    people.every(({ skills }) => skills.every((skill) => skill.discipline !== id || skill.level < 3)),
  );
  return (
    <>
      <PageHeader
        title="Expertise"
        subtitle="What the plans ask of people week by week, and who knows what. People look after their own profile."
        actions={
          <>
            <Link
              href={`/w/${workspace}/settings/members`}
              className="inline-flex min-h-6 items-center text-sm text-accent underline underline-offset-2"
            >
              Edit profiles
            </Link>
            {people.length > 1 && <ProposeLevel workspace={workspace} />}
          </>
        }
      />
      <ProposalsCard workspace={workspace} />
      <WeeksCard workspace={workspace} data={weeks} address={address} />
      {address.open !== null && <Opened workspace={workspace} address={address} open={address.open} />}
      <div className="mb-4 grid items-start gap-4 md:grid-cols-2">
        <OnlyOneCard people={people} alone={alone} weeks={weeks} />
        <Card title="Nobody" hint={`at ${expertiseLevelName(3)} or above`}>
          {missing.length === 0 ? (
            <p className="text-sm text-muted">Every discipline has somebody.</p>
          ) : (
            <p className="text-sm">{missing.map((discipline) => discipline.name).join(", ")}</p>
          )}
        </Card>
      </div>
      <TeamChoice workspace={workspace} address={address} teams={teams} />
      <Matrix people={team === undefined ? people : ofTeam(people, team)} alone={alone} />
    </>
  );
}

function Opened({
  workspace,
  address,
  open,
}: {
  workspace: string;
  address: ExpertiseAddress;
  open: OpenCell;
}) {
  const trpc = useTRPC();
  const input = { workspace, quantile: address.quantile, ...open };
  const { data: cell } = useSuspenseQuery(trpc.expertise.cell.queryOptions(input));
  const mayLevel = useWorkspace(workspace).may("portfolio.schedule");
  return <CellCard workspace={workspace} address={address} open={open} cell={cell} mayLevel={mayLevel} />;
}
