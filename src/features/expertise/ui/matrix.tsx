import {
  type Absence,
  disciplines,
  expertiseLevelName,
  type OnlyOne,
  type Skill,
  type Training,
} from "@/planning";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { formatDate, formatDateRange } from "@/ui/format";
import { ExpertiseDots } from "@/ui/glyphs/expertise-dots";
import { Table, Td, Th } from "@/ui/table";

export type MatrixPerson = {
  readonly id: string;
  readonly name: string;
  readonly capacityPersonDaysPerWeek: number;
  readonly skills: readonly Skill[];
  readonly absences: readonly Absence[];
  readonly trainings: readonly Training[];
};

/** Who knows what, at which level, and what they are to learn; marked where nobody else is at the level or above. */
export function Matrix({ people, alone }: { people: readonly MatrixPerson[]; alone: readonly OnlyOne[] }) {
  return (
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
          {people.map((person) => (
            <tr key={person.id}>
              <th
                scope="row"
                className="sticky left-0 border-b border-line bg-surface px-2.5 py-2 text-left font-medium whitespace-nowrap"
              >
                {person.name}
              </th>
              {disciplines.map(({ id }) => {
                const skill = person.skills.find((one) => one.discipline === id);
                const training = person.trainings.find((one) => one.discipline === id);
                const only = alone.find((one) => one.discipline === id && one.personId === person.id);
                return (
                  <Td key={id}>
                    {skill === undefined ? (
                      <span className="text-faint">–</span>
                    ) : (
                      <ExpertiseDots level={skill.level} />
                    )}
                    {training !== undefined && (
                      <span className="block text-xs text-muted">
                        <span className="sr-only">{expertiseLevelName(training.level)} </span>
                        <span aria-hidden="true">→ {training.level}</span> from{" "}
                        <span className="whitespace-nowrap">{formatDate(training.readyOn)}</span>
                      </span>
                    )}
                    {only !== undefined && (
                      <span
                        title={`Nobody else is at ${expertiseLevelName(only.fromLevel)} or above`}
                        className="mt-0.5 block whitespace-nowrap"
                      >
                        <Badge tone="warn">only one</Badge>
                      </span>
                    )}
                  </Td>
                );
              })}
              <Td numeric className="whitespace-nowrap">
                {person.capacityPersonDaysPerWeek} d / week
                {person.absences[0] !== undefined && (
                  <span className="block text-xs text-muted">
                    away {formatDateRange(person.absences[0].fromOn, person.absences[0].toOn)}
                  </span>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
