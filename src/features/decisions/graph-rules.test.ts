import { describe, expect, test } from "vitest";
import { cardSize, clustersOf, drawCluster, type GraphLink, mostDrawn } from "./graph-rules";

const first = (from: string, to: string): GraphLink => ({ kind: "comes-before", from, to });

describe("clusters", () => {
  test("are what links join, whichever way they point; who stands alone is in none", () => {
    const links = [first("c", "a"), first("c", "b"), first("e", "f")];
    expect(clustersOf(["a", "b", "c", "d", "e", "f"], links)).toEqual([
      ["a", "b", "c"],
      ["e", "f"],
    ]);
  });
});

describe("a drawing", () => {
  test("puts what comes first above what waits for it, and no card on another", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const links = [first("a", "b"), first("a", "c"), first("b", "d"), first("c", "d"), first("a", "e")];
    const drawing = drawCluster(ids, links);
    const at = new Map(drawing?.cards.map(({ id, ...corner }) => [id, corner]));
    for (const { from, to } of links) {
      expect(at.get(from)?.y ?? Number.NaN).toBeLessThan(at.get(to)?.y ?? Number.NaN);
    }
    const corners = [...at.values()];
    for (const [place, one] of corners.entries()) {
      expect(one.x + cardSize.width).toBeLessThanOrEqual(drawing?.width ?? 0);
      expect(one.y + cardSize.height).toBeLessThanOrEqual(drawing?.height ?? 0);
      for (const other of corners.slice(place + 1)) {
        const apart =
          Math.abs(one.x - other.x) >= cardSize.width || Math.abs(one.y - other.y) >= cardSize.height;
        expect(apart).toBe(true);
      }
    }
    expect(drawing?.links.every(({ points }) => points.length >= 2)).toBe(true);
    expect(drawing?.cards[0]?.id).toBe("a");
  });

  test("draws two links between the same decisions", () => {
    const links: GraphLink[] = [first("a", "b"), { kind: "superseded-by", from: "a", to: "b" }];
    expect(drawCluster(["a", "b"], links)?.links.map(({ kind }) => kind)).toEqual([
      "comes-before",
      "superseded-by",
    ]);
  });

  test("of the same form is the same, with its own decisions", () => {
    const [one, two] = [
      drawCluster(["a", "b"], [first("a", "b")]),
      drawCluster(["x", "y"], [first("x", "y")]),
    ];
    expect(two?.cards).toEqual(one?.cards.map((card) => ({ ...card, id: card.id === "a" ? "x" : "y" })));
    expect(drawCluster(["x", "y"], [first("y", "x")])?.cards[0]?.id).toBe("y");
  });

  test("survives a circle, and is not attempted of too much", () => {
    expect(drawCluster(["a", "b"], [first("a", "b"), first("b", "a")])?.cards).toHaveLength(2);
    const ids = Array.from({ length: mostDrawn + 1 }, (_, index) => `${index}`);
    expect(drawCluster(ids, [])).toBeNull();
  });
});
