import { expect, test } from "vitest";
import { phaseNames, techniqueNames } from "./names";
import { phases } from "./phases";
import { techniques } from "./techniques";

test("phases and techniques have the same names where only names are known", () => {
  expect(phaseNames).toEqual(Object.fromEntries(phases.map(({ id, name }) => [id, name])));
  expect(techniqueNames).toEqual(
    Object.fromEntries(techniques.map(({ id, name, phase }) => [id, { name, phase }])),
  );
});
