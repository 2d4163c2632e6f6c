// Server time of the portfolio page: the sample workspace against a generated one of 200 projects.
import { signInOverHttp } from "../tests/support/api-client";
import { workspaceOf } from "./support/many-projects";
import { ask, percentile, timesOf } from "./support/page-requests";
import { publishSection } from "./support/results-section";
import { type RunningServer, sampleWorkspace, withServer } from "./support/running-server";

const projects = 200;
const connectionsAtOnce = 16;

await withServer(async (server) => {
  const generated = await workspaceOf(server.client, projects);
  const { cookie } = await signInOverHttp(server.url, generated.email, generated.password);
  const rows = [
    await measured(server, { name: "sample, 6 projects", path: sampleWorkspace, cookie: server.cookie }),
    await measured(server, { name: `generated, ${projects} projects`, path: generated.path, cookie }),
  ];
  publishSection("portfolio", {
    title: "Portfolio page",
    markdown: `From the request to the end of the page (HTML with its data, gzipped), asked over loopback by a program on the same
machine, whose own work is in the times. Statements are what the server sends to PostgreSQL for one page, transactions and
settings included; \`tests/integration/statements.test.ts\` holds them constant for every list.

| workspace | statements | page, kB gzipped | alone p50 | p99 | ${connectionsAtOnce} at once p50 | p99 | pages per second |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join("\n")}`,
  });
});

async function measured(
  { url, statementsOf }: RunningServer,
  workspace: { name: string; path: string; cookie: string },
): Promise<string> {
  const { cookie } = workspace;
  const page = `${url}${workspace.path}/portfolio`;
  await timesOf(page, cookie, { count: 60, connections: 2 });
  let bytes = 0;
  const statements = await statementsOf(async () => {
    bytes = (await ask(page, cookie)).body.length;
  });
  const alone = await timesOf(page, cookie, { count: 100, connections: 1 });
  const began = performance.now();
  const together = await timesOf(page, cookie, { count: 320, connections: connectionsAtOnce });
  const perSecond = together.length / ((performance.now() - began) / 1_000);
  const times = [alone, together].flatMap((sorted) => [percentile(sorted, 0.5), percentile(sorted, 0.99)]);
  const cells = [
    workspace.name,
    statements,
    (bytes / 1_000).toFixed(0),
    ...times.map((milliseconds) => `${milliseconds.toFixed(0)} ms`),
    perSecond.toFixed(1),
  ];
  return `| ${cells.join(" | ")} |`;
}
