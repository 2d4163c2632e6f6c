import { describe, expect, test } from "vitest";
import { type FeedEntry, tellEvent } from "./tell-event";
import { toldTogether } from "./told-together";

const booked = (
  seq: number,
  hours: number,
  data: object = {},
  change: Partial<FeedEntry> = {},
): FeedEntry => ({
  seq,
  type: "time.booked",
  at: new Date("2026-11-26T10:00:00Z"),
  actorName: "Ada",
  project: { key: "SUP", name: "Support" },
  data: {
    taskKey: "evaluation/run",
    name: "Run",
    member: "Ada",
    after: { hours, workedOn: "2026-11-25" },
    ...data,
  },
  ...change,
});

const texts = (...events: FeedEntry[]) => toldTogether(events).map((event) => tellEvent(event).text);

describe("time that is booked day by day", () => {
  test("is told as one where it is one member's on one task", () => {
    expect(texts(booked(3, 0.1), booked(2, 0.2), booked(1, 4))).toEqual(["booked 4.3 h on “Run”"]);
  });

  test("stays apart of other people, tasks, projects and whatever is in between", () => {
    expect(
      texts(
        booked(6, 1),
        booked(5, 2, { taskKey: "evaluation/harness", name: "Harness" }),
        booked(4, 3, { taskKey: "evaluation/harness", name: "Harness", member: "Ben" }),
        booked(3, 4, {}, { actorName: "Ben" }),
        booked(2, 5, { before: { hours: 2 } }),
        booked(1, 6, {}, { project: null }),
      ),
    ).toEqual([
      "booked 1 h on “Run”",
      "booked 2 h on “Harness”",
      "booked 3 h for Ben on “Harness”",
      "booked 4 h for Ada on “Run”",
      "changed time on “Run” from 2 h to 5 h",
      "booked 6 h on “Run”",
    ]);
  });
});
