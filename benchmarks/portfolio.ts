// Server time of the portfolio page and of the expertise page with its heat map: the sample workspace against a generated one of
// 200 projects, or of as many as `--projects 20` says.
import { parseArgs } from "node:util";
import { signInOverHttp } from "../tests/support/api-client";
import { workspaceOf } from "./support/many-projects";
import { ask, percentile, timesOf } from "./support/page-requests";
import { publishSection } from "./support/results-section";
import { type RunningServer, sampleWorkspace, withServer } from "./support/running-server";

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { projects: { type: "string", default: "200" }, write: { type: "boolean" } },
});
const projects = Number(values.projects);
if (!Number.isInteger(projects) || projects < 1) throw new Error("--projects takes a whole number.");
const pages = ["portfolio", "expertise"] as const;
const connectionsAtOnce = 16;

await withServer(async (server) => {
  const generated = await workspaceOf(server.client, projects);
  const { cookie } = await signInOverHttp(server.url, generated.email, generated.password);
  const workspaces = [
    { name: "sample, 6 projects", path: sampleWorkspace, cookie: server.cookie },
    { name: `generated, ${projects} projects`, path: generated.path, cookie },
  ];
  const rows: string[] = [];
  for (const page of pages)
    for (const workspace of workspaces) rows.push(await measured(server, page, workspace));
  const heatMaps: string[] = [];
  for (const workspace of workspaces) heatMaps.push(await measuredHeatMap(server, workspace));
  publishSection("portfolio", {
    title: "Portfolio and expertise pages",
    markdown: `From the request to the end of the page (HTML with its data, gzipped), asked over loopback by a program on the same
machine, whose own work is in the times. Statements are what the server sends to PostgreSQL for one page, transactions and
settings included; \`tests/integration/statements.test.ts\` holds them constant for every list.

| page | workspace | statements | page, kB gzipped | alone p50 | p99 | ${connectionsAtOnce} at once p50 | p99 | pages per second |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join("\n")}

The heat map's answer alone (\`expertise.weeks\`: stored rows summed, people's time given to work week by week), over the API.

| workspace | statements | alone p50 | p99 |
| --- | ---: | ---: | ---: |
${heatMaps.join("\n")}`,
  });
});

type Workspace = { readonly name: string; readonly path: string; readonly cookie: string };

async function measuredHeatMap({ url, statementsOf }: RunningServer, workspace: Workspace): Promise<string> {
  const { cookie } = workspace;
  const input = { json: { workspace: workspace.path.replace("/w/", ""), quantile: "p80" } };
  const address = `${url}/api/trpc/expertise.weeks?input=${encodeURIComponent(JSON.stringify(input))}`;
  await timesOf(address, cookie, { count: 30, connections: 2 });
  const statements = await statementsOf(async () => {
    await ask(address, cookie);
  });
  const alone = await timesOf(address, cookie, { count: 100, connections: 1 });
  const times = [0.5, 0.99].map((share) => `${percentile(alone, share).toFixed(0)} ms`);
  return `| ${[workspace.name, statements, ...times].join(" | ")} |`;
}

async function measured(
  { url, statementsOf }: RunningServer,
  name: (typeof pages)[number],
  workspace: Workspace,
): Promise<string> {
  const { cookie } = workspace;
  const page = `${url}${workspace.path}/${name}`;
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
    name,
    workspace.name,
    statements,
    (bytes / 1_000).toFixed(0),
    ...times.map((milliseconds) => `${milliseconds.toFixed(0)} ms`),
    perSecond.toFixed(1),
  ];
  return `| ${cells.join(" | ")} |`;
}
