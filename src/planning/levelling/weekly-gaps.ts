import type { Skill } from "../expertise/gap";
import type { IsoDate } from "../schedule/calendar";
import type { ablePeople } from "./able-people";
import { whomToTrain } from "./gap-remedies";
import type { GapRemedies } from "./levelling-result";
import { type PersonWithTime, peopleByWeek } from "./people-by-week";
import { type ServedWeek, serveWeek } from "./serve-week";

/** A week with the working days that are left of it and what is asked of people in it; each discipline and level once. */
export interface WeekOfDemand {
  readonly weekOn: IsoDate;
  readonly workingDays: number;
  readonly demand: readonly (Skill & { readonly personDays: number })[];
  /** On how many of those working days somebody is away, by the person's id; left out: everybody is there. */
  readonly daysAway?: ReadonlyMap<string, number>;
}

export interface WeeklyGap extends Skill {
  readonly weekOn: IsoDate;
  readonly demandPersonDays: number;
  /** What people at this level or above could give if they did nothing else that week. */
  readonly supplyPersonDays: number;
  readonly ablePeople: number;
  /** What nobody has time for once all work of the week is shared out as well as it can be. */
  readonly unservedPersonDays: number;
}

/**
 * Demand against people, week by week. A person's days go to any of their disciplines, at their level or below, but only once: a
 * maximum flow from work to able people leaves over the gap. The sum of a week's gaps is the least there can be; between disciplines
 * that share people it lies with what the most people can do, since what few can do is served first.
 */
export function weeklyGaps(
  weeks: readonly WeekOfDemand[],
  people: readonly PersonWithTime[],
): readonly (readonly WeeklyGap[])[] {
  const inWeek = peopleByWeek(people);
  return weeks.map((week) => {
    const { ableTo } = inWeek(week.weekOn);
    const { unserved } = served(week, people, ableTo);
    const unservedOf = new Map(unserved.map(({ place, personDays }) => [place, personDays]));
    return week.demand.map(({ discipline, level, personDays }, place) => {
      const able = ableTo({ discipline, level });
      return {
        weekOn: week.weekOn,
        discipline,
        level,
        demandPersonDays: personDays,
        supplyPersonDays: toHundredths(able.reduce((sum, at) => sum + personDaysIn(week, people[at]), 0)),
        ablePeople: able.length,
        unservedPersonDays: toHundredths(unservedOf.get(place) ?? 0),
      };
    });
  });
}

/** What would close a gap, each by itself or as far as it says. */
export interface WeeklyRemedies extends Pick<GapRemedies, "hirePersonDays" | "train"> {
  /** The first later week whose people have time for all of what is left over, besides that week's own work; null: none does. */
  readonly shiftToWeekOn: IsoDate | null;
  readonly shiftWeeks: number | null;
}

/** Of the work of one discipline and level in the first of these weeks; the others are where it could be moved to. */
export function closeWeeklyGap(
  [week, ...later]: readonly WeekOfDemand[],
  people: readonly PersonWithTime[],
  need: Skill,
): WeeklyRemedies | null {
  if (!week) return null;
  const inWeek = peopleByWeek(people);
  const { people: then, ableTo } = inWeek(week.weekOn);
  const { unserved, leftOf } = served(week, people, ableTo);
  const place = week.demand.findIndex((one) => sameNeed(one, need));
  const left = toHundredths(unserved.find((one) => one.place === place)?.personDays ?? 0);
  if (left === 0) return null;
  const room = later.findIndex((other) => {
    const also = { ...other, demand: [...other.demand, { ...need, personDays: 0 }] };
    return (
      served(also, people, inWeek(other.weekOn).ableTo).roomFor(other.demand.length, left) >=
      left - negligiblePersonDays
    );
  });
  return {
    hirePersonDays: left,
    train: whomToTrain(then, need, new Map(people.map(({ id }, at) => [id, toHundredths(leftOf(at))]))),
    shiftToWeekOn: later[room]?.weekOn ?? null,
    shiftWeeks: room < 0 ? null : room + 1,
  };
}

function served(
  week: WeekOfDemand,
  people: readonly PersonWithTime[],
  ableTo: ReturnType<typeof ablePeople>,
): ServedWeek {
  return serveWeek(
    week.demand.map((one) => ({ ...one, fixedPersonId: null })),
    week.demand.map(ableTo),
    people.map((person) => personDaysIn(week, person)),
  );
}

/** What somebody could give in a week: its capacity is spread over five days, and what is off, over or spent away is not there. */
export function personDaysIn(
  { workingDays, daysAway }: Pick<WeekOfDemand, "workingDays" | "daysAway">,
  person: Pick<PersonWithTime, "id" | "capacityPersonDaysPerWeek"> | undefined,
): number {
  if (person === undefined) return 0;
  const present = Math.max(0, workingDays - (daysAway?.get(person.id) ?? 0));
  return (person.capacityPersonDaysPerWeek / 5) * present;
}

function sameNeed(one: Skill, other: Skill): boolean {
  return one.discipline === other.discipline && one.level === other.level;
}

function toHundredths(personDays: number): number {
  return Math.round(personDays * 100) / 100;
}

const negligiblePersonDays = 0.005;
