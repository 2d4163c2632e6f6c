import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sizingValidation } from "./validation";

const results = readFileSync("benchmarks/RESULTS.md", "utf8");
const row = (kind: string) => {
  const line = results.split("\n").find((one) => one.startsWith(`| ${kind}`));
  return (line ?? "").split("|").map((cell) => cell.trim());
};
const share = (cell = "") => Number.parseFloat(cell) / 100;

test("the errors that are told are those that were measured", () => {
  const [, , runs, ratio, , error] = row("training compute (FLOP), 6ND");
  expect(sizingValidation.trainingCompute).toEqual({
    runs: Number(runs),
    medianRatio: Number(ratio),
    medianError: expect.closeTo(share(error), 6),
  });
  const held = row("**accelerator-hours, held out**");
  expect(sizingValidation.heldOutHours).toEqual({
    runs: Number(held[2]),
    medianRatio: Number(held[3]),
    medianError: expect.closeTo(share(held[5]), 6),
    inside: expect.closeTo(share(held[6]), 6),
    width: Number(held[7]),
  });
  const { within, of } = sizingValidation.figures;
  expect(results).toContain(`${within} of ${of} within their tolerance.`);
});
