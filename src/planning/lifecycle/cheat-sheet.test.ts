import { describe, expect, it } from "vitest";
import { addThreePoints } from "../estimation/three-point";
import { expertiseLevelName } from "../expertise/levels";
import { type CheatSheetRowId, cheatSheet, cheatSheetRowIds } from "./cheat-sheet";
import { type CheatSheetColumnId, cheatSheetColumnIds } from "./technique-ids";
import { techniqueById } from "./techniques";

/** What each cell of the published sheet says, as the words that must be told. Ours are checked apart. */
const published: Record<CheatSheetRowId, Record<CheatSheetColumnId, readonly RegExp[]>> = {
  "training-duration": {
    "pre-training": [/days.*weeks.*months/i],
    "prompt-engineering": [/none|not/i],
    "prompt-tuning-and-fine-tuning": [/minutes to hours/i],
    "human-feedback": [/minutes to hours.*fine-tuning/i],
    "compression-optimization-deployment": [/minutes to hours/i],
  },
  customization: {
    "pre-training": [
      /architecture, size and tokenizer/i,
      /vocabulary.*tokens.*context/i,
      /large.*training data.*domain/i,
    ],
    "prompt-engineering": [/weights stay/i, /prompt is all/i],
    "prompt-tuning-and-fine-tuning": [/particular tasks/i, /data of the domain/i, /weights or an adapter/i],
    "human-feedback": [/reward model.*helpful, honest, harmless/i, /weights or an adapter/i],
    "compression-optimization-deployment": [/pruning.*quantizing weights.*distilling/i, /smaller.*faster/i],
  },
  objective: {
    "pre-training": [/next token/i],
    "prompt-engineering": [/task better/i],
    "prompt-tuning-and-fine-tuning": [/task better/i],
    "human-feedback": [/people prefer/i],
    "compression-optimization-deployment": [/infer faster/i],
  },
  expertise: {
    "pre-training": [/^High$/],
    "prompt-engineering": [/^Low$/],
    "prompt-tuning-and-fine-tuning": [/^Medium$/],
    "human-feedback": [/^Medium-High$/],
    "compression-optimization-deployment": [/^Medium$/],
  },
};

describe("the cheat sheet", () => {
  it("has the source's five columns and four rows, in its order", () => {
    expect(cheatSheet.columns.map((column) => column.id)).toEqual([...cheatSheetColumnIds]);
    expect(cheatSheet.rows.map((row) => row.id)).toEqual([...cheatSheetRowIds]);
  });

  it.each(cheatSheetRowIds)("tells all the source says on %s", (row) => {
    for (const column of cheatSheet.columns) {
      const facts = column.facts[row];
      for (const said of published[row][column.id]) {
        expect(
          facts.some((fact) => said.test(fact)),
          `${column.id}: ${facts.join("; ")} says ${said}`,
        ).toBe(true);
      }
    }
  });

  it("agrees with the levels of the techniques it covers", () => {
    for (const column of cheatSheet.columns) {
      expect(column.facts.expertise).toEqual([expertiseLevelName(column.expertise)]);
      expect(column.ours.techniques.length).toBeGreaterThan(0);
      for (const id of column.ours.techniques) expect(techniqueById(id).expertise).toBe(column.expertise);
    }
  });

  it("sums the standard tasks of its techniques, and names the methods beside them", () => {
    for (const { ours } of cheatSheet.columns) {
      const tasks = ours.techniques.flatMap((id) => techniqueById(id).tasks);
      expect(ours.effortPersonDays).toEqual(addThreePoints(tasks.map((task) => task.effortPersonDays)));
      for (const id of ours.methods) expect(ours.techniques).toContain(techniqueById(id).methodOf);
    }
    const methods = cheatSheet.columns.flatMap(({ ours }) => ours.methods);
    expect(methods).toEqual([
      "prompt-tuning",
      "lora",
      "qlora",
      "full-fine-tuning",
      "policy-optimisation",
      "direct-preference-optimisation",
      "quantisation",
      "distillation",
      "pruning",
      "inference-optimisation",
    ]);
  });

  it("puts people's effort in the order of the techniques' weight", () => {
    const effort = new Map(cheatSheet.columns.map(({ id, ours }) => [id, ours.effortPersonDays.mostLikely]));
    const of = (id: CheatSheetColumnId) => effort.get(id) ?? 0;
    expect(of("prompt-engineering")).toBeLessThan(of("prompt-tuning-and-fine-tuning"));
    expect(of("prompt-tuning-and-fine-tuning")).toBeLessThan(of("human-feedback"));
    expect(of("human-feedback")).toBeLessThan(of("pre-training"));
  });
});
