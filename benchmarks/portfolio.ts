// Server time of the portfolio page and of the expertise page with its heat map: the sample workspace against a generated one of
// 1,000 projects, 200 people and two years of events, or of as many projects as `--projects 20` says.

import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { projectPlan } from "@/features/plans/queries";
import { editTask } from "@/features/plans/tasks.service";
import { readFilter } from "@/features/portfolio/ui/filter-address";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { signInOverHttp } from "../tests/support/api-client";
import { workspaceOf } from "../tests/support/many-projects";
import { taskInput } from "../tests/support/projects";
import { scrollRow, scrollThrough, withBrowser } from "./support/browser";
import { ask, percentile, timesOf } from "./support/page-requests";
import { publishSection } from "./support/results-section";
import { type RunningServer, sampleWorkspace, withServer } from "./support/running-server";

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { projects: { type: "string", default: "1000" }, write: { type: "boolean" } },
});
const projects = Number(values.projects);
if (!Number.isInteger(projects) || projects < 1) throw new Error("--projects takes a whole number.");
const pages = ["portfolio", "expertise"] as const;
const connectionsAtOnce = 16;
const people = 200;
const eventsPerProject = 200;
const editsPerSecond = 10;
const inputs = {
  "portfolio.overview": { filter: readFilter({}) },
  "expertise.weeks": { quantile: "p80" },
};

await withServer(async (server) => {
  const generated = await workspaceOf(server.client, { projects, people, eventsPerProject });
  const { cookie } = await signInOverHttp(server.url, generated.email, generated.password);
  const workspaces = [
    { name: "sample, 6 projects", path: sampleWorkspace, cookie: server.cookie },
    { name: `generated, ${projects} projects`, path: generated.path, cookie },
  ];
  const rows: string[] = [];
  for (const page of pages)
    for (const workspace of workspaces) rows.push(await measured(server, page, workspace));
  const answers: string[] = [];
  for (const procedure of ["portfolio.overview", "expertise.weeks"] as const)
    for (const workspace of workspaces) answers.push(await measuredAnswer(server, procedure, workspace));
  const scrolled = await scrolledThrough(`${server.url}${generated.path}/portfolio`, server.url, cookie);
  const meanwhile = await whileEdited(server, generated.db, { path: generated.path, cookie });
  publishSection("portfolio", {
    title: "Portfolio and expertise pages",
    markdown: `From the request to the end of the page (HTML with its data, gzipped), asked over loopback by a program on the same
machine, whose own work is in the times. Statements are what the server sends to PostgreSQL for one page, transactions and
settings included; \`tests/integration/statements.test.ts\` holds them constant for every list.

| page | workspace | statements | page, kB gzipped | alone p50 | p99 | ${connectionsAtOnce} at once p50 | p99 | pages per second |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join("\n")}

The answers alone, over the API: \`portfolio.overview\` (all projects listed, filtered, summed, the first rows in full) and the heat
map, \`expertise.weeks\` (stored rows summed, people's time given to work week by week). Nothing moves between two of these requests, so
pages and answers are those that the server keeps in memory; what the first one after a change takes stands below, among the edits.

| answer | workspace | statements | alone p50 | p99 | ${connectionsAtOnce} at once p50 | p99 |
| --- | --- | ---: | ---: | ---: | ---: | ---: |
${answers.join("\n")}

Scrolling all ${projects} rows in headless Chromium without a graphics processor on the same machine, 1440 × 900, so many pixels in each frame,
rows asked for as they come into sight. A frame that is on time takes 16.7 ms; aim: 60 frames a second.

| portfolio | frames | elements | frame p50 | p99 | longest | late |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${scrolled.join("\n")}

${meanwhile}`,
  });
});

async function scrolledThrough(address: string, url: string, cookie: string): Promise<string[]> {
  const rows: string[] = [];
  await withBrowser(async (signedIn) => {
    const context = await signedIn(url, cookie);
    for (const top of [60, 240]) {
      const page = await context.newPage();
      await page.goto(address, { waitUntil: "load" });
      rows.push(scrollRow(`down, ${top} px a frame`, await scrollThrough(page, { top, left: 0 })));
      await page.close();
    }
  });
  return rows;
}

type Workspace = { readonly name: string; readonly path: string; readonly cookie: string };

function answerAddress(url: string, procedure: keyof typeof inputs, path: string): string {
  const input = { json: { workspace: path.replace("/w/", ""), ...inputs[procedure] } };
  return `${url}/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
}

async function measuredAnswer(
  { url, statementsOf }: RunningServer,
  procedure: keyof typeof inputs,
  { name, path, cookie }: Workspace,
): Promise<string> {
  const address = answerAddress(url, procedure, path);
  await timesOf(address, cookie, { count: 30, connections: 2 });
  const statements = await statementsOf(async () => {
    await ask(address, cookie);
  });
  const alone = await timesOf(address, cookie, { count: 60, connections: 1 });
  const together = await timesOf(address, cookie, { count: 160, connections: connectionsAtOnce });
  const times = [alone, together].flatMap((sorted) => [percentile(sorted, 0.5), percentile(sorted, 0.99)]);
  return `| ${[`\`${procedure}\``, name, statements, ...times.map(inWords)].join(" | ")} |`;
}

function inWords(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}

/** Asks for the portfolio again and again while tasks are edited, until each edit was told. */
async function whileEdited(
  { url }: RunningServer,
  db: OrganizationDb,
  { path, cookie }: Omit<Workspace, "name">,
): Promise<string> {
  const address = answerAddress(url, "portfolio.overview", path);
  const project = await db.read(
    async (tx) =>
      await tx.project.findFirstOrThrow({
        where: { organizationId: db.organizationId, launchedAt: null },
        orderBy: { key: "asc" },
      }),
  );
  const [task] = (await projectPlan(db, project.key)).tasks;
  const edits: number[] = [];
  const visible: number[] = [];
  const asked: number[] = [];
  let version = task?.version ?? 0;
  const seconds = 15;
  const edit = async (at: number) => {
    const began = performance.now();
    const effort = 3 + (at % 5);
    await editTask(
      db,
      taskInput({
        projectId: project.id,
        taskKey: task?.key ?? "",
        version,
        effortPersonDays: { optimistic: effort, mostLikely: effort + 1, pessimistic: effort + 4 },
      }),
    );
    version += 1;
    edits.push(performance.now() - began);
    visible.push((await ask(address, cookie)).milliseconds);
  };
  const editing = (async () => {
    const began = performance.now();
    for (let at = 0; at < seconds * editsPerSecond; at += 1) {
      const due = (at * 1_000) / editsPerSecond - (performance.now() - began);
      if (due > 0) await setTimeout(due);
      await edit(at);
    }
  })();
  const reading = (async () => {
    const until = performance.now() + seconds * 1_000;
    while (performance.now() < until) asked.push((await ask(address, cookie)).milliseconds);
  })();
  await Promise.all([editing, reading]);
  for (const times of [edits, visible, asked]) times.sort((a, b) => a - b);
  const spread = (times: readonly number[]) =>
    `p50 ${inWords(percentile(times, 0.5))}, p99 ${inWords(percentile(times, 0.99))}`;
  return `While tasks are edited, up to ${editsPerSecond} a second, each of which plans its project anew: an edit took ${spread(edits)}; the
portfolio that holds it was there after another ${spread(visible)}; whoever only looked waited ${spread(asked)}.`;
}

async function measured(
  { url, statementsOf }: RunningServer,
  name: (typeof pages)[number],
  workspace: Workspace,
): Promise<string> {
  const { cookie } = workspace;
  const page = `${url}${workspace.path}/${name}`;
  await timesOf(page, cookie, { count: 20, connections: 2 });
  let bytes = 0;
  const statements = await statementsOf(async () => {
    bytes = (await ask(page, cookie)).body.length;
  });
  const alone = await timesOf(page, cookie, { count: 60, connections: 1 });
  const began = performance.now();
  const together = await timesOf(page, cookie, { count: 160, connections: connectionsAtOnce });
  const perSecond = together.length / ((performance.now() - began) / 1_000);
  const times = [alone, together].flatMap((sorted) => [percentile(sorted, 0.5), percentile(sorted, 0.99)]);
  const cells = [
    name,
    workspace.name,
    statements,
    (bytes / 1_000).toFixed(0),
    ...times.map(inWords),
    perSecond.toFixed(1),
  ];
  return `| ${cells.join(" | ")} |`;
}
