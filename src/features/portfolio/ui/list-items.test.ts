import { expect, test } from "vitest";
import { listItems } from "./list-items";

test("rows are counted through the groups, whose heads stand between them", () => {
  const groups = [
    { id: "a", title: "A", count: 2 },
    { id: "b", title: "B", count: 1 },
  ];
  expect(listItems(groups)).toEqual([
    { kind: "group", title: "A", count: 2 },
    { kind: "row", place: 0 },
    { kind: "row", place: 1 },
    { kind: "group", title: "B", count: 1 },
    { kind: "row", place: 2 },
  ]);
  expect(listItems([{ id: "all", title: null, count: 1 }])).toEqual([{ kind: "row", place: 0 }]);
  expect(listItems([])).toEqual([]);
});
