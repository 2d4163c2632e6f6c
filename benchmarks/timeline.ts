// A plan of 500 tasks in a browser: how soon it is there, whether its timeline scrolls at 60 frames a second, and how soon an edit shows.
import type { BrowserContext } from "@playwright/test";
import { signInOverHttp } from "../tests/support/api-client";
import { openings } from "./decision/browser";
import { scrollRow, withBrowser } from "./support/browser";
import { largePlan } from "./support/large-plan";
import { ask, percentile, timesOf } from "./support/page-requests";
import { publishSection } from "./support/results-section";
import { withServer } from "./support/running-server";
import { editTimes, scrollTimeline } from "./timeline/browser";

const tasks = 500;

const scrolls = [
  { name: "down, by month", search: "view=timeline", by: { top: 120, left: 0 } },
  {
    name: "down, by month, all dependencies",
    search: "view=timeline&links=all",
    by: { top: 120, left: 0 },
  },
  { name: "down, by day", search: "view=timeline&zoom=day", by: { top: 120, left: 0 } },
  { name: "sideways, by day", search: "view=timeline&zoom=day", by: { top: 0, left: 240 } },
];

await withServer(async (server) => {
  const { path, email, password } = await largePlan(server.client, tasks);
  const { cookie } = await signInOverHttp(server.url, email, password);
  const served = await timesOf(`${server.url}${path}`, cookie, { count: 20, connections: 1 });
  const bytes = (await ask(`${server.url}${path}`, cookie)).body.length;
  const address = `${server.url}${path}`;
  const shown: string[] = [];
  const scrolled: string[] = [];
  let edits: Awaited<ReturnType<typeof editTimes>> = { rough: [], refined: [], shown: [], stored: [] };
  await withBrowser(async (signedIn) => {
    const context = await signedIn(server.url, cookie);
    for (const view of ["table", "timeline", "board"]) {
      shown.push(await shownRow(context, `${address}?view=${view}`, view));
    }
    for (const { name, search, by } of scrolls) {
      scrolled.push(scrollRow(name, await scrollTimeline(context, `${address}?${search}`, by)));
    }
    edits = await editTimes(context, address, 10);
  });
  publishSection("timeline", {
    title: "Plan of 500 tasks",
    markdown: `A project of ${tasks} tasks, of which most wait for two others. Server: ${percentile(served, 0.5).toFixed(0)} ms p50 from the
request to the end of the page, ${(bytes / 1_000).toFixed(0)} kB gzipped, asked over loopback. Browser: headless Chromium without a graphics
processor on the same machine, 1440 × 900, each opening with an empty cache; aim: usable in under 1.5 s.

| view | first paint p50 | largest paint p50 | most |
| --- | ---: | ---: | ---: |
${shown.join("\n")}

Scrolling the timeline from one end to the other, 120 px down or 240 px sideways in each frame. A frame that is on time takes 16.7 ms;
aim: 60 frames a second. "Elements" are those in the timeline at the end.

| timeline | frames | elements | frame p50 | p99 | longest | late |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${scrolled.join("\n")}

An estimate edited in its cell shows ${told(edits.shown)} after the key that ends it (aim: under 50 ms), before the server has heard of
it. The forecast below the tasks follows what is typed: from the first 200 runs ${told(edits.rough)} after a key, from all of them, as the
server would make it, ${told(edits.refined)} after it (aim: within 300 ms), simulated beside the page. The plan with the forecast that the
server has stored is there ${told(edits.stored)} after the key that ends the edit.`,
  });
});

function told(times: readonly number[]): string {
  return `${percentile(times, 0.5).toFixed(0)} ms (p50 of ${times.length}; most ${percentile(times, 1).toFixed(0)} ms)`;
}

async function shownRow(context: BrowserContext, address: string, view: string): Promise<string> {
  const opened = await openings(context, address, 6);
  const firsts = opened.map(({ firstPaint }) => firstPaint).sort((a, b) => a - b);
  const largest = opened.map(({ largestPaint }) => largestPaint).sort((a, b) => a - b);
  const cells = [percentile(firsts, 0.5), percentile(largest, 0.5), percentile(largest, 1)];
  return `| ${view} | ${cells.map((time) => `${time.toFixed(0)} ms`).join(" | ")} |`;
}
