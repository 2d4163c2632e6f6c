import superjson, { type SuperJSONResult } from "superjson";

/**
 * How values travel between server and browser: as superjson writes them, so that dates and what is left out arrive as they were. Most
 * answers are JSON already. superjson would look at every part of them many times and write down which ones are the same object, which
 * for a large plan takes longer than making it, and copy them where they arrive: those travel as they are.
 */
export const transformer = {
  serialize: (value: unknown): SuperJSONResult =>
    isJson(value) ? { json: value } : superjson.serialize(value),
  deserialize: (payload: SuperJSONResult): unknown =>
    payload.meta === undefined ? payload.json : superjson.deserialize(payload),
};

/** Whether JSON gives the value back just as it is. Names that could reach a prototype are left for superjson to refuse. */
function isJson(value: unknown): value is SuperJSONResult["json"] {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0);
    case "object":
      if (value === null) return true;
      if (Array.isArray(value)) return value.every(isJson);
      return isPlain(value) && Object.entries(value).every(([key, part]) => !risky.has(key) && isJson(part));
    default:
      return false;
  }
}

const risky: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
