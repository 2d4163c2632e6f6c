import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { variables } from "./config";

test("the README's table has every variable of the configuration, and no other", () => {
  const readme = readFileSync("README.md", "utf8");
  const table = readme.slice(readme.indexOf("## Configuration"), readme.indexOf("## In production"));
  const listed = [...table.matchAll(/^\| `([A-Z0-9_]+)` /gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...variables].sort());
});
