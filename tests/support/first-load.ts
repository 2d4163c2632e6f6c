import { get } from "node:http";

export type FirstLoad = { readonly scripts: number; readonly bytes: number };

/** The scripts that a page names in its HTML, as served: how many, and their gzipped size. Those for old browsers do not count. */
export async function firstLoadOf(page: string, cookie: string): Promise<FirstLoad> {
  const html = await (await fetch(page, { headers: { cookie } })).text();
  const addresses = scriptsOf(html).map((address) => new URL(address, page).href);
  const sizes = await Promise.all(addresses.map(servedBytes));
  return { scripts: sizes.length, bytes: sizes.reduce((sum, bytes) => sum + bytes, 0) };
}

function scriptsOf(html: string): string[] {
  const tags = html.match(/<(script|link)\b[^>]*>/g) ?? [];
  const wanted = tags.filter((tag) =>
    tag.startsWith("<link") ? /\bas="script"|rel="modulepreload"/.test(tag) : !/\bnomodule/i.test(tag),
  );
  return [...new Set(wanted.flatMap((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []))];
}

/** What goes over the wire: fetch would unpack it. */
async function servedBytes(url: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "gzip" } }, (response) => {
      // The smallest files are not packed.
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}.`));
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("error", reject);
      response.on("end", () => resolve(bytes));
    }).on("error", reject);
  });
}
