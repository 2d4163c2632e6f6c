import * as fc from "fast-check";
import superjson from "superjson";
import { describe, expect, it } from "vitest";
import { transformer } from "./transformer";

const sent = (value: unknown) =>
  transformer.deserialize(JSON.parse(JSON.stringify(transformer.serialize(value))));

describe("what travels between server and browser", () => {
  it("arrives as it was", () => {
    const anything = fc.anything({ withDate: true, withMap: true, withSet: true, withBigInt: true });
    const leaves = fc.object({ withDate: true, maxDepth: 3 });
    fc.assert(
      fc.property(fc.oneof(anything, leaves, fc.jsonValue()), (value) => {
        // What superjson refuses, or does not bring through, is refused or treated alike.
        const before = attempt(() => superjson.parse(superjson.stringify(value)));
        expect(attempt(() => sent(value))).toEqual(before);
      }),
      { numRuns: 2_000 },
    );
  });

  it("keeps dates, what is left out, and numbers that JSON has no word for", () => {
    for (const value of [new Date(0), undefined, { a: undefined }, [Number.NaN, -0, Infinity], 1n])
      expect(sent(value)).toStrictEqual(value);
  });

  it("is JSON itself where it can be", () => {
    const shared = { days: [1, 2.5, null, "three", true] };
    expect(transformer.serialize({ one: shared, other: shared })).toEqual({
      json: { one: shared, other: shared },
    });
  });

  it("is not taken as it is where it could reach a prototype", () => {
    expect(() => transformer.serialize(JSON.parse('{ "constructor": 1 }'))).toThrow(/prototype/i);
  });
});

function attempt(work: () => unknown): unknown {
  try {
    return { value: work() };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}
