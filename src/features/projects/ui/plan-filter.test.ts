import { describe, expect, it } from "vitest";
import { isShown, nobody, planAddress, readPlanFilter } from "./plan-filter";

const read = (search: string) => readPlanFilter(new URLSearchParams(search));

describe("the address of a plan", () => {
  it.each([
    "",
    "view=timeline&zoom=week&links=all",
    "view=board&phase=scoping&discipline=evaluation&person=nobody",
  ])("says %s and is read as it was written", (search) => {
    const filter = read(search);
    const address = planAddress("/plan", filter);
    expect(readPlanFilter(new URL(address, "http://x").searchParams)).toEqual(filter);
  });

  it("is the plain one for what is usual, and what it says wrongly is not asked for", () => {
    expect(planAddress("/plan", read("view=pie&phase=lunch&zoom=hour&discipline=x"))).toBe("/plan");
  });
});

describe("which tasks are shown", () => {
  const task = { phase: "scoping", discipline: "product", assignee: { id: "ada", name: "Ada" } } as const;

  it("those for which everything holds that is asked", () => {
    expect(isShown(read(""), task)).toBe(true);
    expect(isShown(read("phase=scoping&person=ada"), task)).toBe(true);
    expect(isShown(read("phase=model-selection&person=ada"), task)).toBe(false);
    expect(isShown(read("phase=scoping&person=ben"), task)).toBe(false);
  });

  it("nobody is somebody to ask for", () => {
    expect(isShown(read(`person=${nobody}`), task)).toBe(false);
    expect(isShown(read(`person=${nobody}`), { ...task, assignee: null })).toBe(true);
  });
});
