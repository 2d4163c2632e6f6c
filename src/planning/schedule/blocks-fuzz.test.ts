import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distributions } from "../estimation/quantile-table";
import { threePoint } from "../estimation/three-point";
import { naiveRun } from "../testing/naive-run";
import { network, networkTask } from "../testing/networks";
import { lanesPerBlock } from "./block";
import { networkCompiler } from "./compile-network";
import { dayAt } from "./day-counts";
import { linkKinds } from "./links";
import { defaultLoop } from "./loop";
import type { Network, NetworkTask, NetworkWork } from "./network";
import { simulate } from "./simulate";

const estimate = fc
  .tuple(...[0, 1, 2].map(() => fc.double({ min: 0, max: 40, noNaN: true })))
  .map((values) => values.sort((a, b) => a - b))
  .map(([a = 0, b = 0, c = 0]) => threePoint(a, b, c));

const work: fc.Arbitrary<NetworkWork> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: "planned" as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("started" as const),
      startedAt: fc.double({ min: 960, max: 1010, noNaN: true }),
      spentPersonDays: fc.option(fc.double({ min: 0, max: 30, noNaN: true })),
      spentMachineHours: fc.option(fc.double({ min: 0, max: 300, noNaN: true })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("done" as const),
      startedAt: fc.double({ min: 950, max: 980, noNaN: true }),
      finishedAt: fc.double({ min: 980, max: 1010, noNaN: true }),
      effortPersonDays: fc.double({ min: 0, max: 30, noNaN: true }),
      machineHours: fc.double({ min: 0, max: 30, noNaN: true }),
    }),
  },
);

const task: fc.Arbitrary<
  Omit<NetworkTask, "links"> & { before: readonly (readonly [number, number, number])[] }
> = fc.record({
  id: fc.constant(""),
  effortId: fc.constant(""),
  effortPersonDays: estimate,
  durationWorkingDays: estimate,
  machineHours: fc.option(estimate),
  inLoop: fc.boolean(),
  factorShares: fc.constantFrom(
    { "team-familiarity": 0.3, "data-readiness": 0 },
    { "team-familiarity": 0.2, "data-readiness": 0.25 },
  ),
  work,
  before: fc.array(
    fc.tuple(fc.nat(30), fc.nat(linkKinds.length - 1), fc.double({ min: -5, max: 5, noNaN: true })),
    { maxLength: 3 },
  ),
});

const networks: fc.Arbitrary<Network> = fc
  .record({
    drafts: fc.array(task, { minLength: 1, maxLength: 14 }),
    distribution: fc.constantFrom(...distributions),
    budgetPasses: fc.integer({ min: 1, max: 5 }),
    pass: fc.nat(3),
    now: fc.constantFrom(1000, 1007.5),
  })
  .map(({ drafts, distribution, budgetPasses, pass, now }) =>
    network(
      drafts.map(({ before, ...draft }, place) =>
        networkTask(`task ${place}`, {
          ...draft,
          id: `task ${place}`,
          effortId: `task ${place}`,
          links: before.flatMap(([distance, kind, lagWorkingDays]) => {
            const from = place - 1 - distance;
            const named = linkKinds[kind];
            return from < 0 || !named ? [] : [{ after: `task ${from}`, kind: named, lagWorkingDays }];
          }),
        }),
      ),
      {
        distribution,
        now,
        loop: { ...defaultLoop, budgetPasses, pass },
        spent: [{ effortId: "spent", effortPersonDays: 3, machineHours: 7 }],
      },
    ),
  );

const methods = ["stratified", "independent"] as const;

describe("simulating in blocks", () => {
  it("gives what one run after the other gives", { timeout: 60_000 }, () => {
    fc.assert(fc.property(networks, fc.nat(1000), fc.constantFrom(...methods), expectAsOneByOne), {
      numRuns: 150,
    });
  });

  it("gives the same of tasks that finish together but for rounding", () => {
    const draft = (id: string, longest: number) =>
      networkTask(id, {
        durationWorkingDays: threePoint(0, 0, longest),
        factorShares: { "team-familiarity": 0.3, "data-readiness": 0 },
      });
    const link = { after: "one", kind: "finish-to-finish", lagWorkingDays: -5e-324 } as const;
    const tasks = [draft("one", 33.96424355190407), { ...draft("other", 39.999999999999915), links: [link] }];
    for (let seed = 0; seed < 40; seed += 1) expectAsOneByOne(network(tasks), seed, "independent");
  });

  it("begins at the same task where several ends lie in a row, each but for rounding at the one before", () => {
    const draft = (id: string, longest: number, inLoop: boolean) =>
      networkTask(id, {
        durationWorkingDays: threePoint(0, 0, longest),
        inLoop,
        factorShares: { "team-familiarity": 0.3, "data-readiness": 0 },
      });
    const tasks = [
      draft("one", 0, true),
      draft("two", 0, false),
      draft("three", 4.685394314097085e-8, true),
      draft("four", 0, false),
    ];
    const given = network(tasks, {
      distribution: "triangular",
      loop: { ...defaultLoop, budgetPasses: 4, pass: 0 },
    });
    for (let seed = 90; seed < 110; seed += 1)
      for (const method of methods) expectAsOneByOne(given, seed, method);
  });
});

function expectAsOneByOne(given: Network, seed: number, method: (typeof methods)[number]) {
  const runs = lanesPerBlock + 40;
  const compiler = networkCompiler(seed);
  const compiled = compiler.compile(given);
  const ids = compiler.taskIds();
  const places = { tasks: ids.length, effort: compiler.effortIds().length };
  const everyRun = Int32Array.from({ length: runs }, (_, run) => run);
  const sampling = { seed, runs, method };
  const results = simulate([{ compiled, runs: everyRun }], places, sampling);
  const { perRun } = results;
  const naive = [...everyRun].map((run) =>
    naiveRun(
      compiled,
      run,
      perRun.factors.map((factor) => factor[run] ?? 0),
      perRun.passes[run] ?? 0,
    ),
  );
  naive.forEach((expected, run) => {
    expect(perRun.finish[run]).toBeCloseTo(expected.finish, 3);
    expect(perRun.effortPersonDays[run]).toBeCloseTo(expected.effortPersonDays, 3);
    expect(perRun.remainingPersonDays[run]).toBeCloseTo(expected.remainingPersonDays, 3);
    expect(perRun.machineHours[run]).toBeCloseTo(expected.machineHours, 3);
  });
  const remaining = naive.reduce((sum, { remainingPersonDays }) => sum + remainingPersonDays, 0);
  expect(results.remainingEffortPersonDays / runs).toBeCloseTo(remaining / runs, 3);
  const byEffort = results.remainingByEffort.reduce((sum, personDays) => sum + personDays, 0);
  expect(byEffort / runs).toBeCloseTo(remaining / runs, 3);
  ids.forEach((id, place) => {
    const kept = results.tasks[place];
    const critical = naive.filter((run) => run.critical.has(id)).length;
    expect(Math.abs((kept?.critical ?? 0) - critical)).toBeLessThanOrEqual(1);
    if (!kept) return;
    const starts = naive.map((run) => Math.floor((run.starts.get(id) ?? 0) + 1e-6)).sort((a, b) => a - b);
    for (const share of [0.1, 0.5]) {
      const ranked = starts[Math.ceil(share * runs - 1e-9) - 1] ?? 0;
      expect(dayAt(kept.startDays, share, runs)).toBe(ranked);
    }
  });
}
