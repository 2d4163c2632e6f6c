import { expect, test } from "vitest";
import { suggestSlug } from "./suggest-slug";

test.each([
  ["Northwind AI", "northwind-ai"],
  ["Müller & Söhne", "muller-sohne"],
  ["  --  ", ""],
  ["x".repeat(60), "x".repeat(40)],
])("suggests an address for %s", (name, slug) => {
  expect(suggestSlug(name)).toBe(slug);
});
