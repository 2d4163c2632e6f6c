import { describe, expect, it } from "vitest";
import { readBlock } from "./clipboard-block";

describe("a block from a spreadsheet", () => {
  it("is rows of cells; the line break after the last row is no row, an empty cell is one", () => {
    expect(readBlock("a\tb\r\nc\t\r\n")).toEqual([
      ["a", "b"],
      ["c", ""],
    ]);
    expect(readBlock("\tx")).toEqual([["", "x"]]);
    expect(readBlock("one")).toEqual([["one"]]);
  });

  it("keeps an empty row between others", () => {
    expect(readBlock("a\n\nb")).toEqual([["a"], [""], ["b"]]);
  });

  it("takes tabs, line breaks and doubled quotes inside quotes as part of the cell, and a lone quote as it is", () => {
    expect(readBlock('"a\tb"\t"say ""yes""\nnow"')).toEqual([["a\tb", 'say "yes"\nnow']]);
    expect(readBlock('5" disk\t"open')).toEqual([['5" disk', '"open']]);
  });
});
