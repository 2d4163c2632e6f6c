import { describe, expect, it } from "vitest";
import { estimateFault } from "@/ui/estimate-draft";
import { changed, contested } from "./task-change";
import type { TaskDraft } from "./task-draft";

const draft: TaskDraft = {
  effort: { optimistic: "1", mostLikely: "2", pessimistic: "4" },
  duration: { optimistic: "2", mostLikely: "3", pessimistic: "5" },
  status: "planned",
  startedOn: "",
  finishedOn: "",
  notBeforeOn: "",
  actual: "",
  machineHours: "",
  assigneeId: "",
  expertise: "",
};
const effort = (mostLikely: string) => ({ ...draft.effort, mostLikely });

describe("a change in a cell", () => {
  it("leaves the other cells as they are", () => {
    expect(changed(draft, { effort: effort("3") }, "2027-01-04")).toEqual({ ...draft, effort: effort("3") });
  });

  it("brings the days of a state along, and takes them away again", () => {
    const done = changed(draft, { status: "done" }, "2027-01-04");
    expect(done).toMatchObject({ status: "done", startedOn: "2027-01-04", finishedOn: "2027-01-04" });
    expect(changed(done, { status: "planned" }, "2027-02-01")).toEqual(draft);
  });

  it("keeps the days of a state that is chosen again", () => {
    const started = { ...draft, status: "started", startedOn: "2026-12-01" } as const;
    expect(changed(started, { status: "started" }, "2027-01-04")).toEqual(started);
  });
});

describe("two who change the same task", () => {
  const seen = { effort: "1 – 2 – 4" };
  const mine = { ...draft, effort: effort("3") };

  it("have something to choose where both changed the same cell to something else", () => {
    expect(contested(seen, mine, { ...draft, effort: effort("3.5") })).toEqual(["effort"]);
  });

  it("have nothing to choose about other cells, about the same value, or when nothing was changed", () => {
    expect(contested(seen, mine, { ...draft, status: "started" })).toEqual([]);
    expect(contested(seen, mine, mine)).toEqual([]);
    expect(contested(seen, mine, draft)).toEqual([]);
  });
});

describe("an estimate as it is typed", () => {
  it.each([
    [{ optimistic: "1", mostLikely: "2", pessimistic: "3" }, null],
    [{ optimistic: "0", mostLikely: "0", pessimistic: "0" }, null],
    [{ optimistic: "", mostLikely: "2", pessimistic: "3" }, "three numbers"],
    [{ optimistic: "-1", mostLikely: "2", pessimistic: "3" }, "0 or more"],
    [{ optimistic: "3", mostLikely: "2", pessimistic: "5" }, "Order them"],
    [{ optimistic: "1", mostLikely: "2", pessimistic: "10001" }, "10,000"],
  ])("%o: %s", (estimate, words) => {
    if (words === null) expect(estimateFault(estimate)).toBeNull();
    else expect(estimateFault(estimate)).toContain(words);
  });
});
