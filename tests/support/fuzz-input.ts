import fc from "fast-check";
import { z } from "zod";

/** JSON Schema, as far as zod writes it for our inputs. */
type JsonSchema = {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
};

/** Values that exist in the world, by the name of the field that takes them. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

const hostileText = [
  "",
  " ",
  "\u0000",
  "a\u0007b",
  "\u202Eevil",
  "\ud800",
  "' OR 1=1 --",
  "<script>alert(1)</script>",
  "{{constructor}}",
  "../../etc/passwd",
  "x".repeat(20_000),
  "👩‍👩‍👧‍👦".repeat(300),
  "𝕏",
  "NaN",
  "__proto__",
];

const hostileValues = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  [[]],
  "2026-02-30",
  "9999-12-31",
];

const hostile = fc.oneof(
  fc.constantFrom<unknown>(...hostileText),
  fc.constantFrom<unknown>(...hostileValues),
);

/**
 * Inputs for a procedure: mostly of the schema's shape with ids that exist, so that they reach the service; some with a
 * field of the wrong kind, left out, or one too many.
 */
export function inputsOf(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  const json: JsonSchema = JSON.parse(
    JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })),
  );
  const shaped = arbitraryOf(json, known);
  return fc.oneof(
    { weight: 6, arbitrary: shaped },
    { weight: 3, arbitrary: shaped.chain(spoil) },
    { weight: 1, arbitrary: hostile },
  );
}

function spoil(input: unknown): fc.Arbitrary<unknown> {
  if (input === null || typeof input !== "object" || Array.isArray(input)) return hostile;
  const keys = Object.keys(input);
  if (keys.length === 0) return fc.constant({ surprise: true });
  return fc
    .tuple(fc.constantFrom(...keys), hostile, fc.constantFrom("replace", "drop", "add"))
    .map(([key, value, how]) => {
      const copy: Record<string, unknown> = { ...input };
      if (how === "replace") copy[key] = value;
      if (how === "drop") delete copy[key];
      if (how === "add") copy.surprise = value;
      return copy;
    });
}

function arbitraryOf(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, known)));
  const type = typeof schema.type === "string" ? schema.type : undefined;
  switch (type) {
    case "object":
      return objectOf(schema, known);
    case "array":
      return fc.array(arbitraryOf(schema.items ?? {}, known), {
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      });
    case "string":
      return textOf(schema);
    case "integer":
      return fc.oneof(fc.constantFrom(0, 1, 2), fc.integer({ min: -1, max: 100_000 }));
    case "number":
      return fc.oneof(fc.constantFrom(0, 1, 2.5), fc.double({ min: -1, max: 10_000, noNaN: true }));
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return hostile;
  }
}

function objectOf(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([key, field]) => [key, fieldOf(field, known, known[key] ?? [])] as const,
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] });
}

/** Mostly what exists, so that a run gets beyond the look-up; sometimes anything of the field's shape. */
function fieldOf(schema: JsonSchema, known: Known, existing: readonly unknown[]): fc.Arbitrary<unknown> {
  const shaped = arbitraryOf(schema, known);
  if (existing.length === 0) return shaped;
  const one = fc.constantFrom(...existing);
  const real = schema.type === "array" ? fc.array(one, { maxLength: 3 }) : one;
  return fc.oneof({ weight: 8, arbitrary: real }, { weight: 1, arbitrary: shaped });
}

function textOf(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema.format === "uuid") return fc.uuid({ version: 7 });
  if (schema.format === "date")
    return fc.constantFrom("2026-01-05", "2026-11-23", "2027-06-30", "1999-01-01", "2026-02-30");
  if (schema.pattern !== undefined)
    return fc.oneof(fc.stringMatching(new RegExp(schema.pattern)), fc.constantFrom(...hostileText));
  const text = fc.string({ maxLength: Math.min(schema.maxLength ?? 60, 60), unit: "grapheme" });
  return fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: fc.constantFrom(...hostileText) });
}
