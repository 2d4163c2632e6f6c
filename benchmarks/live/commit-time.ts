import pg from "pg";

const { query } = pg.Client.prototype;
let sentAt = Number.NaN;

pg.Client.prototype.query = function timed(...words: unknown[]) {
  const [first] = words;
  const text =
    typeof first === "string"
      ? first
      : first !== null && typeof first === "object" && "text" in first
        ? first.text
        : "";
  if (text === "COMMIT") sentAt = performance.now();
  return Reflect.apply(query, this, words);
};

/** When this process sent the COMMIT of what `work` writes. */
export async function commitTime(work: () => Promise<void>): Promise<number> {
  sentAt = Number.NaN;
  await work();
  if (Number.isNaN(sentAt)) throw new Error("Nothing was committed.");
  return sentAt;
}
