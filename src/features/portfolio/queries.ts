import { keptAnswers } from "@/features/plans/kept-answers.queries";
import { freshenForecasts } from "@/features/plans/service";
import { lifecycleMaps } from "@/features/projects/queries";
import { peopleWithTime, presentMembers } from "@/features/workspaces/queries";
import {
  addWeeks,
  disciplineIds,
  type Effort,
  expertiseGap,
  expertiseLevels,
  type IsoDate,
  workingDaysAway,
} from "@/planning";
import { today } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { decideNext } from "./decide-next.queries";
import { type EffortSum, effortSums, partOfEffort, wholeProjects } from "./effort.queries";
import { openDecisionsOf, type PortfolioProject, portfolioProjects } from "./projects.queries";
import { rowsPerPage } from "./schema";
import type { PortfolioFilter } from "./ui/filter";
import { horizonWeeks } from "./ui/horizon";
import { groupedProjects, type Listed, shownProjects } from "./ui/project-rows";
import { timeScale } from "./ui/time-scale";

/**
 * The portfolio page: what its filter leaves, summed, and the first rows. A number of queries that does not grow with the projects, and
 * an answer that hardly does.
 */
export async function portfolio(db: OrganizationDb, filter: PortfolioFilter) {
  return await db.derive(async (tx) => {
    const freshness = await freshenForecasts(tx, db);
    return { ...freshness, ...(await overview(tx, db, filter)) };
  });
}

const overview = keptAnswers(async (tx, db, filter: PortfolioFilter) => {
  const { organizationId } = db;
  const { projects, groups, listed, withoutFigures, isPart } = await listedBy(tx, organizationId, filter);
  const effort = await effortSums(tx, organizationId, listed);
  const people = peopleWithTime(await presentMembers(tx, organizationId));
  const asOf = today();
  const weeks = horizonWeeks(listed, asOf);
  const ids = listed.map(({ id }) => id);
  const able = peopleWhoCould(people, filter.show);
  return {
    asOf,
    withoutFigures,
    /** Of all, not only of what is shown. */
    projectCount: projects.length + withoutFigures,
    shownCount: listed.length,
    /** How the shown projects are divided, in the order of the rows. */
    groups: groups.map(({ id, title, projects: members }) => ({
      id,
      title,
      count: members.length,
    })),
    scale: timeScale(listed),
    effort: {
      ...effort,
      owner: effort.owner.map((sum) => ({
        ...sum,
        name: listed.find(({ ownerId }) => ownerId === sum.key)?.ownerName ?? "",
      })),
      team: effort.team.map((sum) => ({
        ...sum,
        name: listed.find(({ teamId }) => teamId === sum.key)?.teamName ?? "No team",
      })),
    },
    /** What the address shows a part of, added up over all shown projects; nothing where it shows none. */
    part: isPart ? addedUp(listed.map(({ part }) => part)) : null,
    able,
    expertise: {
      weeks,
      gap: expertiseGap(remainingRows(effort.expertise), withDaysAway(people, asOf, weeks), weeks),
    },
    openDecisions: openDecisionsOf(listed),
    decideNext: await decideNext(tx, organizationId, ids),
    rows: await detailed(tx, db, listed.slice(0, rowsPerPage)),
  };
});

export type Portfolio = Awaited<ReturnType<typeof portfolio>>;
export type PortfolioRow = Portfolio["rows"][number];

/** Further rows of the same list; the first page comes with the portfolio. */
export async function portfolioRows(db: OrganizationDb, place: ListPlace) {
  return await db.read(async (tx) => await rowsAt(tx, db, place));
}

type ListPlace = { readonly filter: PortfolioFilter; readonly page: number };

const rowsAt = keptAnswers(async (tx, db, { filter, page }: ListPlace) => {
  const { listed } = await listedBy(tx, db.organizationId, filter);
  return await detailed(tx, db, listed.slice(page * rowsPerPage, (page + 1) * rowsPerPage));
});

/** All projects that the filter leaves, in its order and by its groups. */
export async function listedBy(tx: Transaction, organizationId: string, filter: PortfolioFilter) {
  const { projects, withoutFigures } = await portfolioProjects(tx, organizationId);
  const { listed: some, isPart } = await withParts(tx, organizationId, projects, filter.show);
  const groups = groupedProjects(shownProjects(some, filter), filter.group);
  const listed = groups.flatMap((group) => group.projects);
  return { projects, withoutFigures, groups, listed, isPart };
}

/** Of an address that shows a part of the effort the projects that have some of it; of any other all, and their part is the whole. */
async function withParts(
  tx: Transaction,
  organizationId: string,
  projects: readonly PortfolioProject[],
  show: string,
): Promise<{ listed: Listed[]; isPart: boolean }> {
  const whole = projects.map((project) => ({ ...project, part: project.effort }));
  const isOf = wholeProjects(show);
  if (isOf !== null) return { listed: whole.filter(isOf), isPart: true };
  const parts = await partOfEffort(tx, organizationId, show);
  if (parts === null) return { listed: whole, isPart: false };
  const listed = whole.flatMap((project) => {
    const part = parts.get(project.id);
    return part === undefined ? [] : [{ ...project, part }];
  });
  return { listed, isPart: true };
}

async function detailed(tx: Transaction, db: OrganizationDb, listed: readonly Listed[]) {
  const maps = await lifecycleMaps(
    tx,
    db,
    listed.map(({ id }) => id),
  );
  return listed.flatMap((project) => {
    const map = maps.get(project.id);
    return map === undefined ? [] : [{ ...project, ...map }];
  });
}

function addedUp(efforts: readonly Effort[]): Effort {
  return {
    actual: efforts.reduce((sum, { actual }) => sum + actual, 0),
    remaining: efforts.reduce((sum, { remaining }) => sum + remaining, 0),
  };
}

function remainingRows(sums: readonly EffortSum[]) {
  return sums.flatMap(({ key, remaining }) => {
    const known = expertiseNamed(key);
    return known === null || remaining === 0 ? [] : [{ ...known, effortPersonDays: remaining / 100 }];
  });
}

function withDaysAway(people: ReturnType<typeof peopleWithTime>, asOf: IsoDate, weeks: number) {
  const until = addWeeks(asOf, weeks);
  return people.map((person) => ({
    ...person,
    workingDaysAway: workingDaysAway(person.absences, asOf, until),
  }));
}

/** Who could do the work of the discipline and level that the address shows; null where it shows none. */
function peopleWhoCould(people: ReturnType<typeof peopleWithTime>, show: string) {
  const wanted = show.startsWith("expertise:") ? expertiseNamed(show.slice("expertise:".length)) : null;
  if (wanted === null) return null;
  return people
    .filter(({ skills }) =>
      skills.some(({ discipline, level }) => discipline === wanted.discipline && level >= wanted.level),
    )
    .map(({ id, name, capacityPersonDaysPerWeek }) => ({ id, name, capacityPersonDaysPerWeek }));
}

function expertiseNamed(key: string) {
  const [id, text] = key.split(":");
  const discipline = disciplineIds.find((known) => known === id);
  const level = expertiseLevels.find((known) => String(known.level) === text)?.level;
  return discipline === undefined || level === undefined ? null : { discipline, level };
}
