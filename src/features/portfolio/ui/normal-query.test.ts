import { expect, test } from "vitest";
import { normalQuery } from "./normal-query";

test.each([
  ["", ""],
  ["?", ""],
  ["?sort=name&health=at-risk&x=1", "health=at-risk"],
  ["text=a+b&phase=&group=none&view=all", "text=a+b"],
  ["sort=effort&health=at-risk", "health=at-risk&sort=effort"],
  ["health=at-risk&health=off-track", "health=off-track"],
  ["health=<script>&sort=__proto__&__proto__=1&constructor=2", ""],
  ["text=%E0%A4%A", "text=%EF%BF%BD%25A"],
])("the shortest search that shows what %j shows is %j", (query, normal) => {
  expect(normalQuery(query)).toBe(normal);
});

test("what is normal stays as it is", () => {
  for (const query of [
    "text=%2B%26%3D&sort=oldest",
    "techniques=all&show=technique:fine-tuning",
    "text=%F0%9F%98%80",
  ]) {
    const normal = normalQuery(query);
    expect(normalQuery(normal)).toBe(normal);
  }
});
