import fc from "fast-check";
import { expect, it } from "vitest";
import { type PsplibInstance, psplibFaults, psplibProblem } from "../../../../benchmarks/schedule/psplib";
import { compileProblem } from "./compiled-problem";
import { searchSchedule } from "./search";

it("schedules tasks that need several pools at once: valid, the same by seed, never worse with more schedules", () => {
  fc.assert(
    fc.property(anyInstance, fc.integer(), fc.nat(150), fc.nat(150), (instance, seed, fewer, more) => {
      const problem = compileProblem(psplibProblem(instance));
      const one = searchSchedule(problem, { seed, maxSchedules: fewer });
      const longer = searchSchedule(problem, { seed, maxSchedules: fewer + more });
      for (const { schedule, lowerBound } of [one, longer]) {
        expect(psplibFaults(instance, [...schedule.starts], schedule.makespan)).toEqual([]);
        expect(schedule.makespan).toBeGreaterThanOrEqual(lowerBound);
      }
      expect(searchSchedule(problem, { seed, maxSchedules: fewer })).toEqual(one);
      expect(longer.schedule.makespan).toBeLessThanOrEqual(one.schedule.makespan);
    }),
    { numRuns: 60 },
  );
});

/** Up to twelve jobs on three pools, each pool with room for the largest request. */
const anyInstance: fc.Arbitrary<PsplibInstance> = fc
  .tuple(
    fc.array(
      fc.record({
        duration: fc.nat(5),
        requests: fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)),
        after: fc.array(fc.nat(11), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    fc.tuple(fc.integer({ min: 4, max: 8 }), fc.integer({ min: 4, max: 8 }), fc.integer({ min: 4, max: 8 })),
  )
  .map(([jobs, capacities]) => ({
    durations: jobs.map(({ duration }) => duration),
    requests: jobs.map(({ requests }) => requests),
    successors: jobs.map((_, job) =>
      jobs.flatMap(({ after }, later) => (later > job && after.includes(job) ? [later] : [])),
    ),
    capacities,
  }));
