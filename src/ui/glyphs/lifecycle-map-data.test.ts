import { describe, expect, it } from "vitest";
import { describeMap } from "./lifecycle-map-data";

const decision = (id: string, open: boolean) => ({ id, phaseIndex: 0, open, title: id });

describe("the map in a sentence", () => {
  it("says where the project is, its pass of the loop and what is undecided", () => {
    expect(
      describeMap({
        stations: ["done", "done", "current", "ahead"],
        decisions: [decision("a", true), decision("b", false), decision("c", false)],
        loopPass: 2,
      }),
    ).toBe("In Model alignment, pass 2 of alignment; 1 open and 2 decided of 3 decisions.");
  });

  it("knows the ends of the rail", () => {
    const done = ["done", "done", "done", "done"] as const;
    expect(describeMap({ stations: done, decisions: [], loopPass: null })).toBe(
      "Launched; no decisions yet.",
    );
  });
});
