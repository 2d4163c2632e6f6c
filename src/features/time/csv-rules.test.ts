import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "./csv-rules";

const fieldsOf = (text: string) => {
  const table = readCsv(text);
  return "fault" in table ? table.fault : table.rows.map(({ fields }) => fields);
};

describe("a CSV file", () => {
  test("is rows of fields, however its lines end, without empty ones", () => {
    for (const end of ["\n", "\r\n", "\r"])
      expect(fieldsOf(["a,b", "", " , ", "1,"].join(end))).toEqual([
        ["a", "b"],
        ["1", ""],
      ]);
    expect(fieldsOf("\uFEFFa,b")).toEqual([["a", "b"]]);
    expect(fieldsOf("")).toEqual([]);
  });

  test("holds separators, line breaks and quotes in quotes, and counts its lines by them", () => {
    expect(fieldsOf('"a, b","say ""no""","two\nlines"')).toEqual([["a, b", 'say "no"', "two\nlines"]]);
    const table = readCsv('a\n"x\ny"\nb');
    expect("rows" in table && table.rows.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  test("may be separated by semicolons", () => {
    expect(fieldsOf('"date; day";hours\n1;2,5')).toEqual([
      ["date; day", "hours"],
      ["1", "2,5"],
    ]);
  });

  test("is refused with the line where a quote goes wrong", () => {
    expect(fieldsOf('a\n"b')).toBe("A quote that begins on line 2 never ends.");
    expect(fieldsOf('"a"b')).toBe("Line 1 has text behind the end of a quote.");
  });

  test("is read as it was written", () => {
    const field = fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\n", " ", "é") });
    const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (written) => {
        const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
        const text = written.map((row) => row.map(quoted).join(",")).join("\r\n");
        expect(fieldsOf(text)).toEqual(written.filter((row) => row.some((value) => value.trim() !== "")));
      }),
    );
  });
});
