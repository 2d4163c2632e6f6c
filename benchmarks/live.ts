// From the commit of a comment to its arrival at 100 people who have the decision open, over two server processes; beside the least
// that does the same: LISTEN / NOTIFY and an open answer per person.
import pg from "pg";
import { writeComment } from "@/features/comments/service";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { signInOverHttp } from "../tests/support/api-client";
import { run } from "../tests/support/bundled-process";
import { aDecision } from "../tests/support/decisions";
import { aMember, anAccount, aWorkspace, password } from "../tests/support/factories";
import { aProject } from "../tests/support/projects";
import { commitTime } from "./live/commit-time";
import { Subscribers } from "./live/subscribers";
import { percentile } from "./support/page-requests";
import { publishSection } from "./support/results-section";
import { type RunningServer, withServer } from "./support/running-server";

const subscribers = 100;
const processes = 2;
const blocks = 6;
const commitsPerBlock = 50;
const warmUp = 20;
const aims = { p50: 15, p99: 40 };

type Contender = { readonly name: string; readonly commit: () => Promise<readonly number[]>; end(): unknown };

await withServer(
  async (server) => {
    const contenders = [await phasewise(server), await floor(server)];
    const times = new Map(contenders.map((contender) => [contender.name, [] as number[]]));
    for (const { commit } of contenders) for (let place = 0; place < warmUp; place += 1) await commit();
    // In turns, so that what else the machine does meets both.
    for (let block = 0; block < blocks; block += 1) {
      for (const { name, commit } of contenders) {
        for (let place = 0; place < commitsPerBlock; place += 1) times.get(name)?.push(...(await commit()));
      }
    }
    for (const contender of contenders) await contender.end();
    publish(times);
  },
  { processes },
);

function publish(times: ReadonlyMap<string, number[]>): void {
  const rows = [...times].map(([name, all]) => {
    const sorted = all.sort((a, b) => a - b);
    const [p50, p99] = [percentile(sorted, 0.5), percentile(sorted, 0.99)];
    return { name, receipts: sorted.length, p50, p99, most: sorted.at(-1) ?? Number.NaN };
  });
  const [ours] = rows;
  if (ours === undefined) throw new Error("Nothing was measured.");
  const told = (name: "p50" | "p99") =>
    `${name} ≤ ${aims[name]} ms: ${ours[name] <= aims[name] ? "reached" : `missed, ${milliseconds(ours[name])}`}`;
  publishSection("live", {
    title: "Live updates",
    markdown: `From the moment at which COMMIT is sent to the arrival of the entry at each of ${subscribers} subscribers of one decision, half of
them at either of ${processes} server processes that run everything a server runs. One comment is committed after the other; the next
when all have heard of the last. Subscribers, writer, servers and database share the machine, so the times hold their work, too.
The floor is a server of twenty lines that sends what it is notified of to as many open answers, without reading or checking
anything; both were measured in turns.

| what | receipts | p50 | p99 | most |
| --- | ---: | ---: | ---: | ---: |
${rows.map(({ name, receipts, p50, p99, most }) => `| ${[name, receipts.toLocaleString("en"), ...[p50, p99, most].map(milliseconds)].join(" | ")} |`).join("\n")}

${told("p50")}; ${told("p99")}.`,
  });
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

async function phasewise({ client, urls }: RunningServer): Promise<Contender> {
  const owner = await aWorkspace(client, await anAccount(client, "follower-0@example.org"), "followed");
  const project = await aProject(owner, { name: "Followed", template: "prompt-hosted-model" });
  const decision = await aDecision(owner, project);
  const place = `/w/followed/projects/${project.key}/decisions/${decision.number}`;
  const streams = new Subscribers((line) => /^id: *(\d+)/.exec(line)?.[1] ?? null);
  for (let follower = 0; follower < subscribers; follower += 1) {
    const email = `follower-${follower}@example.org`;
    if (follower > 0) await aMember(client, owner, await anAccount(client, email), "member");
    const url = urls[follower % urls.length] ?? "";
    const { cookie, api } = await signInOverHttp(url, email, password);
    const after = await api.activity.position.query({ workspace: "followed" });
    const input = encodeURIComponent(JSON.stringify({ json: { workspace: "followed", after, place } }));
    await streams.open(`${url}/api/trpc/activity.follow?input=${input}`, cookie);
  }
  // The last to come was announced to everybody; after a comment that all have heard of, nobody is behind.
  return {
    name: "Phasewise",
    commit: async () => {
      const { at, seq } = await commentOn(owner, decision.id);
      return (await streams.heard(String(seq))).map((time) => time - at);
    },
    end: () => streams.close(),
  };
}

async function commentOn(db: OrganizationDb, decisionId: string): Promise<{ at: number; seq: number }> {
  const at = await commitTime(async () => {
    await writeComment(db, {
      mutationId: crypto.randomUUID(),
      subjectType: "decision",
      subjectId: decisionId,
      parentId: null,
      body: "It is live.",
    });
  });
  const { eventSeq } = await db.read(
    async (tx) =>
      await tx.organizationCounter.findUniqueOrThrow({ where: { organizationId: db.organizationId } }),
  );
  return { at, seq: eventSeq };
}

async function floor({ databaseUrl }: RunningServer): Promise<Contender> {
  const servers = Array.from({ length: processes }, () =>
    run("benchmarks/live/floor-server.mjs", [databaseUrl]),
  );
  const urls = await Promise.all(
    servers.map(async (server) => (await server.said(/listening on (\S+) \./))[1] ?? ""),
  );
  const streams = new Subscribers((line) => /^data: (.+)/.exec(line)?.[1] ?? null);
  for (let place = 0; place < subscribers; place += 1) {
    await streams.open(urls[place % urls.length] ?? "", "");
  }
  const writer = new pg.Client({ connectionString: databaseUrl });
  await writer.connect();
  await writer.query("CREATE TABLE floor_entry (seq int PRIMARY KEY)");
  let seq = 0;
  return {
    name: "LISTEN / NOTIFY and SSE alone",
    commit: async () => {
      seq += 1;
      await writer.query("BEGIN");
      await writer.query("INSERT INTO floor_entry VALUES ($1)", [seq]);
      await writer.query("SELECT pg_notify('floor', $1)", [String(seq)]);
      const at = await commitTime(async () => {
        await writer.query("COMMIT");
      });
      return (await streams.heard(String(seq))).map((time) => time - at);
    },
    end: async () => {
      streams.close();
      await writer.end();
      for (const server of servers) server.child.kill("SIGTERM");
      await Promise.all(servers.map(async (server) => await server.ended()));
    },
  };
}
