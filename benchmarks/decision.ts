// The page of a decision of 30 options, 20 criteria, 40 members and 2,000 comments beside a small one: what the server takes for it,
// and what a browser does.
import { signInOverHttp } from "../tests/support/api-client";
import { openings, scrolling } from "./decision/browser";
import { withBrowser } from "./support/browser";
import { discussedDecision } from "./support/discussed-decision";
import { ask, percentile, timesOf } from "./support/page-requests";
import { publishSection } from "./support/results-section";
import { type RunningServer, withServer } from "./support/running-server";

const big = { options: 30, criteria: 20, members: 40, comments: 2_000 };
const small = { options: 2, criteria: 2, members: 2, comments: 4 };

/** The server also works beside the page: the fewest statements of so many askings are the page's own. */
const askings = 8;

type Page = { readonly name: string; readonly path: string; readonly cookie: string };

await withServer(async (server) => {
  const pages = [await aPage(server, "small", small), await aPage(server, "big", big)];
  const served: string[] = [];
  for (const page of pages) served.push(await servedRow(server, page));
  const shown: string[] = [];
  await withBrowser(async (signedIn) => {
    for (const page of pages) {
      const context = await signedIn(server.url, page.cookie);
      shown.push(await shownRow(`${server.url}${page.path}`, context, page.name));
      await context.close();
    }
  });
  publishSection("decision", {
    title: "Page of a decision",
    markdown: `${tell("Big", big)} ${tell("Small", small)} All scores are revealed, and every
member has taken a position. Server: from the request to the end of the page (HTML with its data, gzipped), asked over loopback one
after another by a program on the same machine. Statements: the fewest of ${askings} askings, since the server also works beside the page.

| decision | statements | page, kB gzipped | p50 | p99 |
| --- | ---: | ---: | ---: | ---: |
${served.join("\n")}

Browser: headless Chromium without a graphics processor on the same machine, 1440 × 900, each opening with an empty cache. First paint
and largest paint are counted from the navigation. Scrolling goes from the top to the end of what is shown, 120 px per frame; a frame
that is on time takes 16.7 ms.

| decision | first paint p50 | largest paint p50 | most | elements | height, px | frames | frame p50 | p99 | longest |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${shown.join("\n")}`,
  });
});

function tell(name: string, { options, criteria, members, comments }: typeof big): string {
  return `${name}: ${options} options × ${criteria} criteria × ${members} members, ${comments.toLocaleString("en")} comments.`;
}

async function aPage({ client, url }: RunningServer, name: string, size: typeof big): Promise<Page> {
  const { decisionPath, email, password } = await discussedDecision(client, size, name);
  const { cookie } = await signInOverHttp(url, email, password);
  return { name, path: decisionPath, cookie };
}

/** The name and value of the cookie that says who is signed in. */
async function servedRow({ url, statementsOf }: RunningServer, page: Page): Promise<string> {
  const address = `${url}${page.path}`;
  await timesOf(address, page.cookie, { count: 10, connections: 1 });
  let bytes = 0;
  let statements = Number.POSITIVE_INFINITY;
  for (let asking = 0; asking < askings; asking += 1) {
    const sent = await statementsOf(async () => {
      bytes = (await ask(address, page.cookie)).body.length;
    });
    statements = Math.min(statements, sent);
  }
  const times = await timesOf(address, page.cookie, { count: 100, connections: 1 });
  const quantiles = [0.5, 0.99].map((share) => `${percentile(times, share).toFixed(0)} ms`);
  return `| ${[page.name, statements, (bytes / 1_000).toFixed(0), ...quantiles].join(" | ")} |`;
}

async function shownRow(
  address: string,
  context: Parameters<typeof openings>[0],
  name: string,
): Promise<string> {
  const opened = await openings(context, address, 10);
  const scrolled = await scrolling(context, address);
  const firsts = opened.map(({ firstPaint }) => firstPaint).sort((a, b) => a - b);
  const largest = opened.map(({ largestPaint }) => largestPaint).sort((a, b) => a - b);
  const cells = [
    name,
    `${percentile(firsts, 0.5).toFixed(0)} ms`,
    `${percentile(largest, 0.5).toFixed(0)} ms`,
    `${percentile(largest, 1).toFixed(0)} ms`,
    scrolled.elements.toLocaleString("en"),
    scrolled.height.toLocaleString("en"),
    scrolled.frames.length,
    // A page that is not higher than the window does not scroll.
    ...[0.5, 0.99, 1].map((share) =>
      scrolled.frames.length === 0 ? "–" : `${percentile(scrolled.frames, share).toFixed(1)} ms`,
    ),
  ];
  return `| ${cells.join(" | ")} |`;
}
