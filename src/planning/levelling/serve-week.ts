import type { Skill } from "../expertise/gap";
import { AssignmentFlow } from "./engine/maximum-flow";

/** Work of a week that whoever is able may do, or one person alone. */
export interface WorkInWeek extends Skill {
  readonly fixedPersonId: string | null;
  readonly personDays: number;
}

export interface ServedWeek {
  /** By work, in the order of `inTurn`, what nobody has time for. */
  readonly unserved: readonly { readonly place: number; readonly personDays: number }[];
  /** By person, what they still could give. */
  readonly leftOf: (person: number) => number;
  /** How much more of a kind of work, able people given by their places, would find a place besides. */
  readonly roomFor: (place: number, personDays: number) => number;
}

/**
 * Gives the work of a week to able people: a flow that serves as much as can be served at all. Fixed work is served first, then what
 * the fewest people can do.
 */
export function serveWeek(
  work: readonly WorkInWeek[],
  able: readonly (readonly number[])[],
  capacityPersonDays: readonly number[],
): ServedWeek {
  const flow = new AssignmentFlow(able, capacityPersonDays);
  const unserved = inTurn(work, able).map((place) => {
    const personDays = work[place]?.personDays ?? 0;
    return { place, personDays: personDays - flow.sendFrom(place, personDays) };
  });
  return {
    unserved,
    leftOf: (person) => flow.leftOf(person),
    roomFor: (place, personDays) => flow.sendFrom(place, personDays),
  };
}

function inTurn(work: readonly WorkInWeek[], able: readonly (readonly number[])[]): number[] {
  const ablePeople = (place: number) => able[place]?.length ?? 0;
  return work
    .map((one, place) => ({ one, place }))
    .sort(
      (a, b) =>
        Number(a.one.fixedPersonId === null) - Number(b.one.fixedPersonId === null) ||
        ablePeople(a.place) - ablePeople(b.place) ||
        (a.one.discipline < b.one.discipline ? -1 : a.one.discipline > b.one.discipline ? 1 : 0) ||
        b.one.level - a.one.level,
    )
    .map(({ place }) => place);
}
