import { Agent, get } from "node:http";

export type Answer = { readonly body: Buffer; readonly milliseconds: number };

/** Asks as a browser does, with the connection kept and the answer compressed, and reads the answer to its end. */
export async function ask(url: string, cookie: string, agent?: Agent): Promise<Answer> {
  const began = performance.now();
  return await new Promise((resolve, reject) => {
    const headers = { cookie, "accept-encoding": "gzip" };
    get(url, { headers, ...(agent && { agent }) }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200)
          resolve({ body: Buffer.concat(chunks), milliseconds: performance.now() - began });
        else reject(new Error(`${url} answered ${response.statusCode}.`));
      });
    }).on("error", reject);
  });
}

/** Times of `count` requests in milliseconds, in order, with `connections` of them at any time. */
export async function timesOf(
  url: string,
  cookie: string,
  { count, connections }: { count: number; connections: number },
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let begun = 0;
  const connection = async () => {
    while (begun < count) {
      begun += 1;
      times.push((await ask(url, cookie, agent)).milliseconds);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  agent.destroy();
  return times.sort((a, b) => a - b);
}

/** The value that `share` of the sorted values do not exceed (nearest rank). */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
