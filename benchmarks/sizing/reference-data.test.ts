import { describe, expect, test } from "vitest";
import { parseCsv } from "./reference-data";
import { splitByFamily } from "./split";

describe("the reference data", () => {
  test("is read with commas and quotes in quoted fields, and empty fields", () => {
    expect(parseCsv('a,b,c\r\n1,"x, ""y""",\n,,3\n')).toEqual([
      ["a", "b", "c"],
      ["1", 'x, "y"', ""],
      ["", "", "3"],
    ]);
  });

  test("is split by family, the same for every order", () => {
    const runs = ["LLaMA-7B", "Falcon-180B", "Llama 3.1-8B", "BLOOM", "GPT-3", "PaLM (540B)"].map(
      (model) => ({
        model,
      }),
    );
    const { choosing, testing } = splitByFamily(runs);
    const names = (side: readonly { model: string }[]) => side.map(({ model }) => model).sort();
    expect(names(choosing)).toEqual(["BLOOM", "GPT-3", "PaLM (540B)"]);
    expect(names(testing)).toEqual(["Falcon-180B", "LLaMA-7B", "Llama 3.1-8B"]);
    expect(names(splitByFamily(runs.toReversed()).testing)).toEqual(names(testing));
  });
});
