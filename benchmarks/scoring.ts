// Server time of the page of scoring: the sample's against one of 30 options, 20 criteria and 40 members who all scored.
import { signInOverHttp } from "../tests/support/api-client";
import { ask, percentile, timesOf } from "./support/page-requests";
import { publishSection } from "./support/results-section";
import { type RunningServer, sampleWorkspace, withServer } from "./support/running-server";
import { scoredDecision } from "./support/scored-decision";

const size = { options: 30, criteria: 20, members: 40 };

await withServer(async (server) => {
  const crowded = await scoredDecision(server.client, size);
  const { cookie } = await signInOverHttp(server.url, crowded.email, crowded.password);
  const rows = [
    await measured(server, {
      name: "sample, 4 × 4, 4 members",
      path: `${sampleWorkspace}/projects/CLN/decisions/5/scoring`,
      cookie: server.cookie,
    }),
    await measured(server, {
      name: `generated, ${size.options} × ${size.criteria}, ${size.members} members`,
      path: crowded.path,
      cookie,
    }),
  ];
  publishSection("scoring", {
    title: "Page of scoring",
    markdown: `From the request to the end of the page (HTML with its data, gzipped), asked over loopback one after another by a
program on the same machine. Options × criteria, all revealed.

| decision | statements | page, kB gzipped | p50 | p99 |
| --- | ---: | ---: | ---: | ---: |
${rows.join("\n")}`,
  });
});

async function measured(
  { url, statementsOf }: RunningServer,
  { name, path, cookie }: { name: string; path: string; cookie: string },
): Promise<string> {
  const page = `${url}${path}`;
  await timesOf(page, cookie, { count: 10, connections: 1 });
  let bytes = 0;
  const statements = await statementsOf(async () => {
    bytes = (await ask(page, cookie)).body.length;
  });
  const times = await timesOf(page, cookie, { count: 40, connections: 1 });
  const cells = [name, statements, (bytes / 1_000).toFixed(0)];
  return `| ${[...cells, ...[0.5, 0.99].map((share) => `${percentile(times, share).toFixed(0)} ms`)].join(" | ")} |`;
}
