import { describe, expect, it } from "vitest";
import { decisionClusters } from "./decision-clusters";

const decisions = (open: number, decided: number) =>
  Array.from({ length: open + decided }, (_, place) => ({
    id: `${place}`,
    phaseIndex: 0,
    open: place < open,
    title: `Decision ${place}`,
  }));

/** "2o" is an open diamond that stands for two. */
const shape = (open: number, decided: number) =>
  decisionClusters(decisions(open, decided), 5).map(
    (cluster) => `${cluster.decisions.length}${cluster.open ? "o" : "d"}`,
  );

describe("the diamonds of a phase", () => {
  it("stand alone while there is room", () => {
    expect(shape(2, 3)).toEqual(["1o", "1o", "1d", "1d", "1d"]);
    expect(shape(0, 0)).toEqual([]);
  });

  it("gather the decided ones first and keep the open ones single", () => {
    expect(shape(3, 17)).toEqual(["17d", "1o", "1o", "1o"]);
  });

  it("gather the open ones too when they are too many", () => {
    expect(shape(8, 12)).toEqual(["12d", "8o"]);
    expect(shape(9, 0)).toEqual(["9o"]);
    expect(shape(0, 20)).toEqual(["20d"]);
  });

  it("lose no decision", () => {
    for (let open = 0; open < 12; open++)
      for (let decided = 0; decided < 12; decided++) {
        const clusters = decisionClusters(decisions(open, decided), 5);
        expect(clusters.flatMap((cluster) => cluster.decisions)).toHaveLength(open + decided);
        expect(clusters.length).toBeLessThanOrEqual(5);
      }
  });
});
