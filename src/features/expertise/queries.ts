import { keptAnswers } from "@/features/plans/kept-answers.queries";
import { freshenForecasts } from "@/features/plans/service";
import { readCalendar } from "@/features/standards/queries";
import { peopleWithTime, presentMembers } from "@/features/workspaces/queries";
import {
  addWeeks,
  addWorkingDays,
  closeWeeklyGap,
  type DisciplineId,
  disciplineIds,
  type ExpertiseLevel,
  type IsoDate,
  isExpertiseLevel,
  mondayOf,
  peopleByWeek,
  personDaysIn,
  skillsOn,
  type WeeklyRemedies,
  type WeekOfDemand,
  weeklyGaps,
  workingDaysAway,
  workingDaysLeftInWeek,
} from "@/planning";
import { fromDay, toDay, today } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { type CellInput, type DemandQuantile, demandTasks } from "./schema";
import { expertiseAddress } from "./ui/address";

/** Half a year: beyond it plans say little about single weeks. */
const weeksAhead = 26;

/** Demand against people for the weeks ahead, in a number of queries that does not grow with projects, tasks or people. */
export async function weeks(db: OrganizationDb, quantile: DemandQuantile) {
  return await db.derive(async (tx) => {
    const freshness = await freshenForecasts(tx, db);
    return { ...freshness, ...(await heatMap(tx, db, quantile)) };
  });
}

const heatMap = keptAnswers(async (tx, db, quantile: DemandQuantile) => {
  const { people, weeks, laterPersonDays } = await supplyAndDemand(tx, db, quantile);
  const gaps = weeklyGaps(weeks, people);
  const cellOf = new Map(gaps.flat().map((gap) => [`${gap.weekOn} ${gap.discipline} ${gap.level}`, gap]));
  const inWeek = peopleByWeek(people);
  const asked = new Set(gaps.flat().map(({ discipline, level }) => `${discipline} ${level}`));
  return {
    asOf: today(),
    weeks: weeks.map(({ weekOn }) => weekOn),
    laterPersonDays,
    rows: disciplineIds.flatMap((discipline) =>
      ([4, 3, 2, 1] as const)
        .filter((level) => asked.has(`${discipline} ${level}`))
        .map((level) => {
          const ableOn = (day: IsoDate) => inWeek(day).ableTo({ discipline, level });
          return {
            discipline,
            level,
            ablePeople: ableOn(today()).length,
            cells: weeks.map((week) => {
              const gap = cellOf.get(`${week.weekOn} ${discipline} ${level}`);
              const supply = ableOn(week.weekOn).reduce((sum, at) => sum + personDaysIn(week, people[at]), 0);
              return {
                demand: gap?.demandPersonDays ?? 0,
                supply: Math.round(supply * 100) / 100,
                short: gap?.unservedPersonDays ?? 0,
              };
            }),
          };
        }),
    ),
  };
});

export type ExpertiseWeeks = Awaited<ReturnType<typeof weeks>>;

const weeksToWatch = 8;

/**
 * What there are too few people for in the next weeks, the worst first: how much of it, and from which week on. For whoever has
 * freshened the forecasts.
 */
export const tightestExpertise = keptAnswers(async (tx, db, take: number) => {
  const { people, weeks } = await supplyAndDemand(tx, db, "p80");
  const short = weeklyGaps(weeks.slice(0, weeksToWatch), people)
    .flat()
    .filter(({ unservedPersonDays }) => unservedPersonDays > 0);
  const cells = new Map<
    string,
    { discipline: DisciplineId; level: ExpertiseLevel; weekOn: IsoDate; personDays: number }
  >();
  for (const { discipline, level, weekOn, unservedPersonDays } of short) {
    const cell = cells.get(`${discipline} ${level}`) ?? { discipline, level, weekOn, personDays: 0 };
    cells.set(`${discipline} ${level}`, { ...cell, personDays: cell.personDays + unservedPersonDays });
  }
  return [...cells.values()]
    .sort((a, b) => b.personDays - a.personDays)
    .slice(0, take)
    .map(({ weekOn, discipline, level, personDays }) => ({
      weekOn,
      discipline,
      level,
      personDays,
      href: expertiseAddress(db.slug, { quantile: "p80", open: { weekOn, discipline, level }, team: null }),
    }));
});

/** What a cell is made of, who could do it, and what would close its gap; null for a week that is not among those ahead. */
export async function cell(db: OrganizationDb, { quantile, weekOn, discipline, level }: CellInput) {
  const { organizationId } = db;
  return await db.derive(async (tx) => {
    await freshenForecasts(tx, db);
    const { people, weeks } = await supplyAndDemand(tx, db, quantile);
    const at = weeks.findIndex((week) => week.weekOn === weekOn);
    const week = weeks[at];
    if (week === undefined) return null;
    const projects = await readDemandOf(tx, organizationId, { quantile, weekOn, discipline, level });
    const need = { discipline, level };
    const [gaps = []] = weeklyGaps([week], people);
    const gap = gaps.find((one) => one.discipline === discipline && one.level === level);
    return {
      weekOn,
      workingDays: week.workingDays,
      demand: projects.reduce((sum, { hundredths }) => sum + hundredths, 0) / 100,
      short: gap?.unservedPersonDays ?? 0,
      projects: projects.map(({ project, hundredths, tasks }) => ({
        ...project,
        personDays: hundredths / 100,
        tasks,
      })),
      people: people
        .flatMap((person) => {
          const { id, name, skills, trainings } = person;
          const known = skillsOn(weekOn, skills, trainings).find((skill) => skill.discipline === discipline);
          if (known === undefined || known.level < level) return [];
          const isLearnt = skills.every((skill) => skill.discipline !== discipline || skill.level < level);
          return [
            {
              id,
              name,
              level: known.level,
              personDays: Math.round(personDaysIn(week, person) * 100) / 100,
              daysAway: week.daysAway.get(id) ?? 0,
              /** The day from which they are able, where a training is to make them so. */
              ableFrom: isLearnt
                ? (trainings.find((one) => one.discipline === discipline)?.readyOn ?? null)
                : null,
            },
          ];
        })
        .sort((a, b) => b.personDays - a.personDays),
      remedies: toRemedies(closeWeeklyGap(weeks.slice(at), people, need), people),
    };
  });
}

export type ExpertiseCell = NonNullable<Awaited<ReturnType<typeof cell>>>;

function toRemedies(remedies: WeeklyRemedies | null, people: readonly { id: string; name: string }[]) {
  if (remedies === null) return null;
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return {
    ...remedies,
    train: remedies.train.map((person) => ({ ...person, name: nameOf.get(person.personId) ?? "" })),
  };
}

/** What asks for a discipline and level in a week, the most first; stored rows, as they stand. */
export async function readDemandOf(
  tx: Transaction,
  organizationId: string,
  { quantile, weekOn, discipline, level }: CellInput,
) {
  const rows = await tx.projectDemand.findMany({
    where: { organizationId, weekOn: fromDay(weekOn), discipline, level, project: beingWorkedOn },
    select: {
      projectId: true,
      p50: true,
      p80: true,
      tasks: true,
      project: { select: { key: true, name: true } },
    },
    orderBy: { project: { name: "asc" } },
  });
  return rows
    .filter((row) => row[quantile] > 0)
    .map((row) => ({
      projectId: row.projectId,
      project: row.project,
      hundredths: row[quantile],
      tasks: demandTasks
        .parse(row.tasks)
        .filter((task) => task[quantile] > 0)
        .map((task) => ({ key: task.key, name: task.name, personDays: task[quantile] / 100 })),
    }))
    .toSorted((a, b) => b.hundredths - a.hundredths);
}

const beingWorkedOn = { deletedAt: null, launchedAt: null };

/** Of the stored rows as they stand: whoever asks has freshened them. */
export async function supplyAndDemand(tx: Transaction, db: OrganizationDb, quantile: DemandQuantile) {
  const people = peopleWithTime(await presentMembers(tx, db.organizationId));
  const calendar = await readCalendar(tx, db.organizationId);
  const asOf = today();
  // On a weekend the work begins with the next week.
  const first = mondayOf(addWorkingDays(asOf, 0, calendar));
  const end = addWeeks(first, weeksAhead);
  const demand = await demandFrom(tx, db.organizationId, first, end, quantile);
  const weeks = Array.from({ length: weeksAhead }, (_, place) => {
    const weekOn = addWeeks(first, place);
    // The days of this week that are over are nobody's any more.
    const from = weekOn === mondayOf(asOf) ? asOf : weekOn;
    const away = ({ absences }: (typeof people)[number]) =>
      workingDaysAway(absences, from, addWeeks(weekOn, 1), calendar);
    return {
      weekOn,
      workingDays: workingDaysLeftInWeek(weekOn, asOf, calendar),
      demand: demand.filter((row) => row.weekOn === weekOn),
      daysAway: new Map(people.map((person) => [person.id, away(person)])),
    } satisfies WeekOfDemand;
  });
  const later = demand.filter((row) => row.weekOn === end);
  const laterPersonDays = Math.round(later.reduce((sum, row) => sum + row.personDays, 0) * 100) / 100;
  return { people, weeks, laterPersonDays };
}

/** Sums over the projects that are being worked on; what comes after the last week stands at its end. */
async function demandFrom(
  tx: Transaction,
  organizationId: string,
  first: IsoDate,
  end: IsoDate,
  quantile: DemandQuantile,
) {
  const rows = await tx.$queryRaw<
    { weekOn: Date; discipline: string; level: number; p50: number; p80: number }[]
  >`
    SELECT least(d.week_on, ${end}::date) AS "weekOn", d.discipline, d.level,
      sum(d.p50)::float8 AS p50, sum(d.p80)::float8 AS p80
    FROM project_demand d JOIN project p ON p.organization_id = d.organization_id AND p.id = d.project_id
    WHERE d.organization_id = ${organizationId}::uuid AND d.week_on >= ${first}::date
      AND p.deleted_at IS NULL AND p.launched_at IS NULL
    GROUP BY 1, 2, 3`;
  return rows.flatMap(({ weekOn, discipline, level, ...sums }) => {
    const known = disciplineIds.find((id) => id === discipline);
    if (known === undefined || !isExpertiseLevel(level) || sums[quantile] === 0) return [];
    return [{ weekOn: toDay(weekOn), discipline: known, level, personDays: sums[quantile] / 100 }];
  });
}
