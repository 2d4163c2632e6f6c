import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { threePoint } from "../estimation/three-point";
import { makePlan } from "../plan";
import { network, networkTask } from "../testing/networks";
import { exactly, monday, onlyTasks, planInput, taskRecord } from "../testing/plan-inputs";
import { isoDate } from "./calendar";
import { criticalPath, startWindows } from "./critical-path";
import { finishToStart, type LinkKind, linkKinds, type TaskLink } from "./links";
import type { NetworkTask } from "./network";

const task = (
  id: string,
  days: number,
  links: readonly TaskLink[] = [],
  changes: Partial<NetworkTask> = {},
) => networkTask(id, { durationWorkingDays: threePoint(0, days, days * 3), links, ...changes });

const link = (after: string, kind: LinkKind, lagWorkingDays: number): TaskLink => ({
  after,
  kind,
  lagWorkingDays,
});

/** [earliest, latest] start in working days after the project's start, by task. */
const windowsOf = (tasks: readonly NetworkTask[], now = 1000) =>
  Object.fromEntries(
    startWindows(network(tasks, { now })).map(({ id, earliestStart, latestStart }) => [
      id,
      [earliestStart - 1000, latestStart - 1000],
    ]),
  );

describe("the critical path", () => {
  it("of a network by hand: a then b and c, d after both, e on its own", () => {
    const waiting = (...ids: string[]) => ids.map(finishToStart);
    expect(
      windowsOf([
        task("a", 3),
        task("b", 4, waiting("a")),
        task("c", 2, waiting("a")),
        task("d", 5, waiting("b", "c")),
        task("e", 6),
      ]),
    ).toEqual({ a: [0, 0], b: [3, 3], c: [3, 5], d: [7, 7], e: [0, 6] });
  });

  it("follows start-to-start and finish-to-finish links with their lags", () => {
    // b may begin 2 days after a began; c (1 day) ends 3 days after b ended, so it begins at 6 + 3 − 1; d has the rest.
    expect(
      windowsOf([
        task("a", 3),
        task("b", 4, [link("a", "start-to-start", 2)]),
        task("c", 1, [link("b", "finish-to-finish", 3)]),
        task("d", 2, [link("a", "finish-to-start", -1)]),
      ]),
    ).toEqual({ a: [0, 0], b: [2, 2], c: [8, 8], d: [2, 7] });
  });

  it("begins today at the earliest, keeps what has begun, and has no room to tell of what is done", () => {
    const work = { effortPersonDays: 1, machineHours: 0 };
    expect(
      windowsOf(
        [
          task("done", 2, [], { work: { kind: "done", startedAt: 1000, finishedAt: 1002, ...work } }),
          task("begun", 5, [finishToStart("done")], {
            work: { kind: "started", startedAt: 1003, spentPersonDays: null, spentMachineHours: null },
          }),
          task("next", 4, [finishToStart("done")]),
          task("last", 1, [finishToStart("begun")]),
        ],
        1004,
      ),
    ).toEqual({ begun: [3, 3], next: [4, 5], last: [8, 8] });
  });

  it("tells days of the plan's calendar", () => {
    const frame = "use-case-scoping/frame";
    const brief = "use-case-scoping/brief";
    const input = planInput({
      tasks: onlyTasks({ [frame]: exactly(4), [brief]: exactly(3), "data-preparation/collect": exactly(2) }),
      links: [{ task: brief, after: frame, kind: "start-to-start", lagWorkingDays: 2 }],
      holidays: [isoDate("2026-11-25")],
    });
    const rows = criticalPath(makePlan(input));
    expect(rows.filter(({ key }) => key === frame || key === brief)).toEqual([
      { key: frame, earliestStartOn: monday, latestStartOn: monday, slackWorkingDays: 0 },
      { key: brief, earliestStartOn: "2026-11-26", latestStartOn: "2026-11-26", slackWorkingDays: 0 },
    ]);
    expect(criticalPath(makePlan({ ...input, tasks: [...input.tasks].reverse() }))).toEqual(rows);
  });

  it("has no row for what was dropped", () => {
    const plan = makePlan(planInput({ tasks: [taskRecord("evaluation/run", { status: "dropped" })] }));
    const keys = criticalPath(plan).map(({ key }) => key);
    expect(keys).toEqual(plan.tasks.filter(({ status }) => status !== "dropped").map(({ key }) => key));
  });
});

const kinds = fc.constantFrom(...linkKinds);
/** Each task may wait for any before it: no circles. */
const networks = fc
  .array(
    fc.record({
      days: fc.integer({ min: 0, max: 20 }),
      links: fc.array(fc.tuple(fc.nat(), kinds, fc.integer({ min: -5, max: 5 })), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ days, links }, place) =>
      task(
        `t${place}`,
        days,
        place === 0 ? [] : links.map(([before, kind, lag]) => link(`t${before % place}`, kind, lag)),
      ),
    ),
  );

describe("any network", () => {
  it("has a path without slack from its begin to its end, and room nowhere below zero", () => {
    fc.assert(
      fc.property(networks, (tasks) => {
        const windows = new Map(startWindows(network(tasks)).map((window) => [window.id, window]));
        const span = ({ id, durationWorkingDays }: NetworkTask) => {
          const { earliestStart: start = 0, latestStart: latest = 0 } = windows.get(id) ?? {};
          expect(latest).toBeGreaterThanOrEqual(start);
          return { start, finish: start + durationWorkingDays.mostLikely, isCritical: latest === start };
        };
        const end = Math.max(...tasks.map((each) => span(each).finish));
        const byId = new Map(tasks.map((each) => [each.id, each]));
        let at = tasks.find((each) => span(each).finish === end);
        while (at) {
          const { start, finish, isCritical } = span(at);
          expect(isCritical).toBe(true);
          const holding = at.links.find(({ after, kind, lagWorkingDays }) => {
            const before = byId.get(after);
            if (!before) return false;
            const moments = span(before);
            if (kind === "start-to-start") return moments.start + lagWorkingDays === start;
            return moments.finish + lagWorkingDays === (kind === "finish-to-finish" ? finish : start);
          });
          if (!holding) expect(start).toBe(1000);
          at = holding && start > 1000 ? byId.get(holding.after) : undefined;
        }
      }),
    );
  });

  it("ends as late as before when a task takes all its slack, and later when it takes more", () => {
    const endOf = (tasks: readonly NetworkTask[]) => {
      const windows = new Map(
        startWindows(network(tasks)).map((window) => [window.id, window.earliestStart]),
      );
      return Math.max(
        ...tasks.map(
          ({ id, durationWorkingDays }) => (windows.get(id) ?? 0) + durationWorkingDays.mostLikely,
        ),
      );
    };
    fc.assert(
      fc.property(networks, fc.nat(), (tasks, pick) => {
        const chosen = tasks[pick % tasks.length];
        const window = startWindows(network(tasks)).find(({ id }) => id === chosen?.id);
        if (!chosen || !window) return;
        const begunLater = (days: number) =>
          tasks.map((each) =>
            each === chosen
              ? {
                  ...each,
                  links: [...each.links, link("wait", "finish-to-start", window.latestStart - 1000 + days)],
                }
              : each,
          );
        const wait = task("wait", 0);
        expect(endOf([wait, ...begunLater(0)])).toBe(endOf(tasks));
        expect(endOf([wait, ...begunLater(1)])).toBe(endOf(tasks) + 1);
      }),
    );
  });

  it("is the same for any order of tasks", () => {
    const inOrder = (tasks: readonly NetworkTask[]) =>
      startWindows(network(tasks)).toSorted((a, b) => a.id.localeCompare(b.id, "en"));
    fc.assert(
      fc.property(
        networks.chain((tasks) =>
          fc.tuple(
            fc.constant(tasks),
            fc.shuffledSubarray(tasks, { minLength: tasks.length, maxLength: tasks.length }),
          ),
        ),
        ([tasks, shuffled]) => {
          expect(inOrder(shuffled)).toEqual(inOrder(tasks));
        },
      ),
    );
  });
});
