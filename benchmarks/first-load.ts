// What a browser downloads as JavaScript before a page is alive.
import { firstLoadOf } from "../tests/support/first-load";
import { publishSection } from "./support/results-section";
import { sampleWorkspace, withServer } from "./support/running-server";

const pages = [
  ["portfolio", "portfolio"],
  ["decision", "projects/CLN/decisions/5"],
  ["project", "projects/CLN"],
  ["plan", "projects/CLN/plan"],
  ["brief", "projects/CLN/brief"],
  ["expertise", "expertise"],
  ["members", "settings/members"],
] as const;

await withServer(async ({ url, cookie }) => {
  const rows: string[] = [];
  for (const [name, path] of pages) {
    const { scripts, bytes } = await firstLoadOf(`${url}${sampleWorkspace}/${path}`, cookie);
    rows.push(`| ${name} | ${scripts} | ${(bytes / 1_000).toFixed(1)} |`);
  }
  publishSection("first-load", {
    title: "First-load JavaScript",
    markdown: `The scripts that the served HTML names, gzipped as they go over the wire (1 kB = 1,000 bytes), framework included; those that
only old browsers load are left out. The aim for portfolio and decision is 200 kB.

| page | scripts | kB gzipped |
| --- | ---: | ---: |
${rows.join("\n")}`,
  });
});
