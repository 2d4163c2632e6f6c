"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { disciplines, expertiseLevelName, isExpertiseLevel } from "@/planning";
import { useTRPC } from "@/platform/trpc/client";
import { Card } from "@/ui/card";
import { ExpertiseDots } from "@/ui/glyphs/expertise-dots";
import { Link } from "@/ui/link";
import { PageHeader } from "@/ui/page-header";
import { Table, Td, Th } from "@/ui/table";

/** Who knows what, at which level, and where all depends on one person. */
export function ExpertiseScreen({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const { data: members } = useSuspenseQuery(trpc.workspaces.members.queryOptions({ workspace }));
  const levelOf = (member: (typeof members)[number], discipline: string) => {
    const level = member.expertise.find((entry) => entry.discipline === discipline)?.level ?? 0;
    return isExpertiseLevel(level) ? level : null;
  };
  const alone = disciplines.flatMap((discipline) => {
    const able = members.filter((member) => (levelOf(member, discipline.id) ?? 0) >= 3);
    const [only] = able;
    return able.length === 1 && only !== undefined ? [{ discipline, only }] : [];
  });
  const missing = disciplines.filter((discipline) =>
    members.every((member) => (levelOf(member, discipline.id) ?? 0) < 3),
  );
  return (
    <>
      <PageHeader
        title="Expertise"
        subtitle="Who knows what, at which level. People look after their own profile."
        actions={
          <Link
            href={`/w/${workspace}/settings/members`}
            className="text-sm text-accent underline underline-offset-2"
          >
            Edit profiles
          </Link>
        }
      />
      <div className="mb-4 grid gap-4 md:grid-cols-2">
        <Card title="Only one person" hint={`at ${expertiseLevelName(3)} or above`}>
          {alone.length === 0 && (
            <p className="text-sm text-muted">No discipline depends on a single person.</p>
          )}
          <ul className="grid gap-1 text-sm">
            {alone.map(({ discipline, only }) => (
              <li key={discipline.id} className="flex justify-between gap-3">
                <span>{discipline.name}</span>
                <span className="text-muted">{only.name}</span>
              </li>
            ))}
          </ul>
        </Card>
        <Card title="Nobody" hint={`at ${expertiseLevelName(3)} or above`}>
          {missing.length === 0 ? (
            <p className="text-sm text-muted">Every discipline has somebody.</p>
          ) : (
            <p className="text-sm">{missing.map((discipline) => discipline.name).join(", ")}</p>
          )}
        </Card>
      </div>
      <Card className="px-1.5! py-1!">
        <Table label="Expertise of the members">
          <thead>
            <tr>
              <Th className="sticky left-0 bg-surface">Member</Th>
              {disciplines.map((discipline) => (
                <Th key={discipline.id} className="whitespace-normal! align-bottom">
                  {discipline.name}
                </Th>
              ))}
              <Th numeric>Capacity</Th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.id}>
                <th
                  scope="row"
                  className="sticky left-0 border-b border-line bg-surface px-2.5 py-2 text-left font-medium whitespace-nowrap"
                >
                  {member.name}
                </th>
                {disciplines.map((discipline) => {
                  const level = levelOf(member, discipline.id);
                  return (
                    <Td key={discipline.id}>
                      {level === null ? (
                        <span className="text-faint">–</span>
                      ) : (
                        <ExpertiseDots level={level} />
                      )}
                    </Td>
                  );
                })}
                <Td numeric className="whitespace-nowrap">
                  {member.capacityPersonDaysPerWeek} d / week
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Card>
    </>
  );
}
