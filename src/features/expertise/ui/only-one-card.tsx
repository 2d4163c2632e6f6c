import { disciplineName, expertiseLevelName, firstToJoin, type OnlyOne } from "@/planning";
import { Card } from "@/ui/card";
import { formatDate, formatPersonDays } from "@/ui/format";
import type { ExpertiseWeeks } from "../queries";
import type { MatrixPerson } from "./matrix";

/** Levels that one person alone reaches, those first of which the plans ask the most in the weeks shown. */
export function OnlyOneCard({
  people,
  alone,
  weeks,
}: {
  people: readonly MatrixPerson[];
  alone: readonly OnlyOne[];
  weeks: ExpertiseWeeks;
}) {
  const nameOf = (personId: string) => people.find(({ id }) => id === personId)?.name ?? "";
  const rows = alone
    .map((only) => ({
      ...only,
      name: nameOf(only.personId),
      joins: firstToJoin(only, people),
      asked: askedOf(only, weeks),
    }))
    .sort((a, b) => b.asked - a.asked);
  return (
    <Card title="Only one person" hint={`and what is asked of them in ${weeks.weeks.length} weeks`}>
      {rows.length === 0 && (
        <p className="text-sm text-muted">No level of a discipline depends on a single person.</p>
      )}
      <ul className="grid gap-1 text-sm">
        {rows.map((row) => (
          <li key={row.discipline} className="flex flex-wrap justify-between gap-x-3">
            <span>
              {disciplineName(row.discipline)} <span className="text-muted">{levelsOf(row)}</span>
              {row.joins !== null && (
                <span className="block text-xs text-muted">
                  {nameOf(row.joins.personId)} reaches {expertiseLevelName(row.joins.level)} on{" "}
                  {formatDate(row.joins.readyOn)}
                </span>
              )}
            </span>
            <span>
              {row.name}{" "}
              <span className="text-muted tabular-nums">
                {row.asked === 0 ? "nothing asked" : formatPersonDays(row.asked, { short: true })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function askedOf({ discipline, fromLevel, toLevel }: OnlyOne, { rows }: ExpertiseWeeks): number {
  return rows
    .filter((row) => row.discipline === discipline && row.level >= fromLevel && row.level <= toLevel)
    .flatMap(({ cells }) => cells)
    .reduce((sum, { demand }) => sum + demand, 0);
}

function levelsOf({ fromLevel, toLevel }: OnlyOne): string {
  if (fromLevel === toLevel) return expertiseLevelName(toLevel);
  return `${expertiseLevelName(fromLevel)} to ${expertiseLevelName(toLevel)}`;
}
