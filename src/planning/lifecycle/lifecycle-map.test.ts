import { describe, expect, it } from "vitest";
import { lifecycleMap } from "./lifecycle-map";

const map = lifecycleMap({
  currentPhase: "model-selection",
  passages: [
    { fromPhase: "scoping", toPhase: "model-selection" },
    { fromPhase: "model-selection", toPhase: "model-alignment" },
    { fromPhase: "model-alignment", toPhase: "model-selection" },
  ],
  decisions: [
    { id: "late", phase: "application-integration", state: "open" },
    { id: "gone", phase: "scoping", state: "superseded" },
    { id: "early", phase: "scoping", state: "decided" },
  ],
  loopPass: 1,
});

describe("the lifecycle map", () => {
  it("has four stations: done, current, ahead", () => {
    expect(map.stations.map((station) => station.state)).toEqual(["done", "current", "ahead", "ahead"]);
  });

  it("remembers phases left forwards, also after going back", () => {
    expect(map.stations.map((station) => station.passedBefore)).toEqual([true, true, false, false]);
  });

  it("puts decisions along the rail, open or decided, without the superseded", () => {
    expect(map.decisions).toEqual([
      { id: "early", phase: "scoping", open: false },
      { id: "late", phase: "application-integration", open: true },
    ]);
  });

  it("is all done after launch", () => {
    const launched = lifecycleMap({ currentPhase: null, passages: [], decisions: [], loopPass: 2 });
    expect(launched.stations.every((station) => station.state === "done")).toBe(true);
  });
});
