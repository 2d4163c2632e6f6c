import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setMail } from "@/features/attention/mail.service";
import { mark } from "@/features/attention/marks.service";
import { inbox } from "@/features/attention/queries";
import { writeComment } from "@/features/comments/service";
import { nudge } from "@/features/decide-next/service";
import { setVisibility } from "@/features/projects/sharing.service";
import { removeMember } from "@/features/workspaces/members.service";
import { propose } from "@/features/workspaces/proposals.service";
import { today } from "@/platform/days";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { type BundledProcess, bundle, run } from "../support/bundled-process";
import { cloneDatabase, query, type TestDatabase } from "../support/database";
import { aDecision, choose } from "../support/decisions";
import { aMember, anAccount, aWorkspace, secret } from "../support/factories";
import { itemsOf, mentionOf, readLog } from "../support/inboxes";
import { catchMail, type MailCatcher, textOf } from "../support/mail-catcher";
import { aProject } from "../support/projects";

// Real processes send real mail to a real SMTP server.

let script: string;
let apiScript: string;
let testDatabase: TestDatabase;
let database: Database;
let catcher: MailCatcher;
let ada: OrganizationDb;
let ben: OrganizationDb;
let project: { id: string; key: string };
let processes: BundledProcess[];

beforeAll(async () => {
  script = await bundle("tests/support/background-process.ts", "mailing-process");
  apiScript = await bundle("tests/support/api-process.ts", "mail-api-process");
});

beforeEach(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 5, () => {});
  catcher = await catchMail();
  processes = [];
  ada = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "letters");
  ben = await aMember(database.client, ada, await anAccount(database.client, "ben@example.org"), "member");
  project = await aProject(ada, { key: "LET" });
});

afterEach(async () => {
  for (const { child } of processes) child.kill("SIGKILL");
  await Promise.all(processes.map(async (process) => await process.ended()));
  await catcher.close();
  await database.close();
  await testDatabase.drop();
});

async function start(entry = script, env: Record<string, string> = {}): Promise<BundledProcess> {
  const process = run(entry, [], {
    DATABASE_URL: testDatabase.ownerUrl,
    AUTH_SECRET: secret,
    PUBLIC_URL: "https://plan.example.org",
    SMTP_URL: catcher.url,
    MAIL_FROM: "Phasewise <phasewise@example.org>",
    MAIL_GATHER_SECONDS: "0",
    LOG_LEVEL: "fatal",
    ...env,
  });
  processes.push(process);
  return process;
}

async function say(who: OrganizationDb, body: string, parentId: string | null = null) {
  return await writeComment(who, {
    mutationId: crypto.randomUUID(),
    subjectType: "project",
    subjectId: project.id,
    parentId,
    body,
  });
}

async function deliveries() {
  return await ada.read(async (tx) => await tx.mailDelivery.findMany({ orderBy: { createdAt: "asc" } }));
}

/** Looks until it is so. Rows change without a word to a test: this asks again as soon as it was answered. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await query(testDatabase.ownerUrl, "SELECT pg_sleep(0.02)");
}

describe("a letter", () => {
  test("tells what happened, with absolute links, quoted words and a way out", async () => {
    await start();
    await say(ada, `${mentionOf(ben)} **look** <script>alert(1)</script> [here](https://evil.example/x)`);
    await catcher.until(1);
    const [letter] = catcher.letters;
    if (letter === undefined) throw new Error("A letter was caught.");
    expect(letter.to).toEqual(["ben@example.org"]);
    expect(letter.headers.get("from")).toBe("Phasewise <phasewise@example.org>");
    expect(letter.headers.get("subject")).toContain("ada mentioned you");
    expect(letter.headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(letter.headers.get("list-unsubscribe")).toMatch(
      /^<https:\/\/plan\.example\.org\/unsubscribe\/[^>]+>$/,
    );
    expect(letter.headers.get("message-id")).toMatch(/^<[0-9a-f-]{36}@plan\.example\.org>$/);
    expect(letter.headers.get("auto-submitted")).toBe("auto-generated");
    expect(textOf(letter)).toContain("> @ben look <script>alert(1)</script> here");
    expect(textOf(letter)).toMatch(/https:\/\/plan\.example\.org\/w\/letters\/projects\/LET#thread-/);
    expect(letter.raw).toMatch(/content-type: text\/html/i);
    // In the HTML nothing of what people wrote is markup, and the plain text keeps no address they wrote.
    const html = letter.raw.slice(letter.raw.search(/content-type: text\/html/i));
    expect(html).not.toMatch(/<script|evil\.example/i);
    expect(letter.raw).not.toContain("evil.example");
    await until(async () => (await deliveries())[0]?.status === "sent");
  });

  test("reminds an owner of a review, of which nobody else hears", async () => {
    const decision = await aDecision(ben, project);
    await choose(ben, decision, decision.plain, { reviewOn: today() });
    await Promise.all([start(script, { REMINDS: "on" }), start(script, { REMINDS: "on" })]);
    await catcher.until(1);
    const [letter] = catcher.letters;
    if (letter === undefined) throw new Error("A letter was caught.");
    expect(letter.to).toEqual(["ben@example.org"]);
    expect(letter.headers.get("subject")).toMatch(
      /^Review due on \d+ \w+ \d{4}: D-\d+ Is prompting enough\?$/,
    );
    expect(textOf(letter)).toContain(`/projects/LET/decisions/${decision.number}`);
    await until(async () => (await deliveries())[0]?.status === "sent");
    expect(await deliveries()).toHaveLength(1);
  });

  test("of a nudge quotes what the lead said, and one of a proposed level says nothing of what it is", async () => {
    const decision = await aDecision(ada, project, { ownerId: ben.actor.membershipId });
    await readLog(database.client, ada);
    await start();
    const asked = { mutationId: crypto.randomUUID(), sentence: "The vendor waits for an answer." };
    await nudge(ada, { ...asked, decisionId: decision.id });
    await catcher.until(1);
    const { membershipId } = ben.actor;
    const level = { discipline: "serving", level: 3, readyOn: null } as const;
    await propose(ada, { ...asked, mutationId: crypto.randomUUID(), membershipId, ...level });
    await catcher.until(2);
    const [nudged, proposed] = catcher.letters;
    if (nudged === undefined || proposed === undefined) throw new Error("Two letters were caught.");
    expect(nudged.headers.get("subject")).toBe(
      `ada asks you to see to this decision: D-${decision.number} Is prompting enough?`,
    );
    expect(textOf(nudged)).toContain("> The vendor waits for an answer.");
    expect(proposed.headers.get("subject")).toBe(
      "ada proposes a level for your profile: Profile and expertise",
    );
    expect(textOf(proposed)).toContain("https://plan.example.org/w/letters/expertise#proposals");
    expect(proposed.raw).not.toMatch(/vendor|serving/i);
  });

  test("goes out once from several processes, with what came together", async () => {
    await Promise.all([start(), start(), start()]);
    await Promise.all(Array.from({ length: 10 }, async () => await say(ada, mentionOf(ben))));
    await until(async () => {
      const told = await ada.read(
        async (tx) => await tx.inboxEntry.count({ where: { delivery: { status: "sent" } } }),
      );
      return told === 10;
    });
    const ids = catcher.letters.map((letter) => letter.headers.get("message-id"));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe((await deliveries()).length);
  });

  test("tells nothing of a project that was hidden from the member since", async () => {
    const known = await aProject(ada, { key: "KNOWN" });
    await say(ada, mentionOf(ben));
    await readLog(database.client, ada, { gatherMs: 0 });
    const hiding = { mutationId: crypto.randomUUID(), projectId: project.id, version: 1 };
    await setVisibility(ada, { ...hiding, visibility: "private" });
    await say(ada, mentionOf(ben));
    await writeComment(ada, {
      mutationId: crypto.randomUUID(),
      subjectType: "project",
      subjectId: known.id,
      parentId: null,
      body: mentionOf(ben),
    });
    await start();
    await catcher.until(1);
    const [letter] = catcher.letters;
    if (letter === undefined) throw new Error("A letter was caught.");
    expect(textOf(letter)).toContain("/projects/KNOWN");
    expect(letter.raw).not.toContain("LET");
    await until(async () => (await deliveries())[0]?.status === "sent");
    expect(await deliveries()).toHaveLength(1);
  });

  test("is not sent of what was read, done or is of somebody who left", async () => {
    const eve = await aMember(
      database.client,
      ada,
      await anAccount(database.client, "eve@example.org"),
      "member",
    );
    const reader = await start(script, { MAIL_GATHER_SECONDS: "3600" });
    await say(ada, `${mentionOf(ben)} ${mentionOf(eve)}`);
    await until(async () => (await ada.read(async (tx) => await tx.job.count())) === 2);
    reader.child.kill("SIGKILL");
    const { items } = await inbox(ben, { filter: "all", limit: 10 });
    await mark(ben, {
      mutationId: crypto.randomUUID(),
      items: items.map(({ id, lastSeq }) => ({ id, lastSeq })),
      read: true,
    });
    await removeMember(ada, {
      mutationId: crypto.randomUUID(),
      membershipId: eve.actor.membershipId,
      version: 1,
    });
    await ada.derive(async (tx) => await tx.job.updateMany({ data: { runAt: new Date() } }));
    await start();
    await until(async () => (await ada.read(async (tx) => await tx.job.count())) === 0);
    expect(catcher.letters).toEqual([]);
    expect(await deliveries()).toEqual([]);
  });
});

describe("a mail server", () => {
  test("that is down loses nothing: the letter goes out when it is back", async () => {
    const { port } = catcher;
    await catcher.close();
    await start();
    await say(ada, mentionOf(ben));
    await until(async () => ((await deliveries())[0]?.attempts ?? 0) >= 2);
    expect((await deliveries())[0]?.status).not.toBe("sent");
    catcher = await catchMail(port);
    await catcher.until(1);
    await until(async () => (await deliveries())[0]?.status === "sent");
    expect(catcher.letters).toHaveLength(1);
  });

  test("that says not now is asked again, and one that says never is not", async () => {
    catcher.refuse(451);
    await start();
    await say(ada, mentionOf(ben));
    await until(async () => ((await deliveries())[0]?.attempts ?? 0) >= 2);
    catcher.refuse(550);
    await until(async () => (await deliveries())[0]?.status === "refused");
    await until(async () => (await ada.read(async (tx) => await tx.job.count())) === 0);
    expect(catcher.letters).toEqual([]);
  });

  test("that has a letter when our process dies gets it once more, with the same id, and never a third time", async () => {
    catcher.hold(new Promise(() => {}));
    await say(ada, mentionOf(ben));
    for (const count of [1, 2]) {
      const doomed = await start();
      await catcher.until(count);
      doomed.child.kill("SIGKILL");
      await doomed.ended();
      // The dead process's lease ends.
      await ada.derive(async (tx) => await tx.job.updateMany({ data: { leasedUntil: new Date(0) } }));
    }
    await start();
    await until(async () => (await deliveries())[0]?.status === "unknown");
    const ids = catcher.letters.map((letter) => letter.headers.get("message-id"));
    expect(ids).toEqual([ids[0], ids[0]]);
  });
});

describe("choices", () => {
  test("a digest waits for its hour in the member's time zone; at once takes what waited; never takes nothing", async () => {
    const rules = { gatherMs: 0 };
    const choose = async (frequency: "instant" | "digest" | "off") =>
      await setMail(ben, rules, {
        mutationId: crypto.randomUUID(),
        frequency,
        digestHour: 8,
        timeZone: "Asia/Kathmandu",
      });
    await choose("digest");
    await start();
    await say(ada, mentionOf(ben));
    await until(async () => (await ada.read(async (tx) => await tx.job.count())) === 1);
    const job = await ada.read(async (tx) => await tx.job.findFirstOrThrow());
    // Eight o'clock in Kathmandu.
    expect(job.runAt.toISOString()).toMatch(/T02:15:00\.000Z$/);
    expect(job.runAt.getTime()).toBeGreaterThan(Date.now());
    await choose("off");
    expect(await ada.read(async (tx) => await tx.job.count())).toBe(0);
    await choose("instant");
    await say(ada, `${mentionOf(ben)} again`);
    await catcher.until(1);
    const [letter] = catcher.letters;
    expect(letter === undefined ? "" : textOf(letter)).toContain("again");
    expect(catcher.letters).toHaveLength(1);
  });

  test("the link of a letter stops mail without signing in, by one click and by the page's button", async () => {
    await start();
    const api = await start(apiScript);
    const [, url = ""] = await api.said(/listening on (\S+) \./);
    await say(ada, mentionOf(ben));
    await catcher.until(1);
    const link = new URL(
      /<([^>]+)>/.exec(catcher.letters[0]?.headers.get("list-unsubscribe") ?? "")?.[1] ?? "",
    );
    const post = async (path: string, headers: Record<string, string> = {}) =>
      await fetch(`${url}${path}`, {
        method: "POST",
        headers,
        body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
        redirect: "manual",
      });
    const frequency = async () =>
      (
        await ada.read(
          async (tx) => await tx.membership.findFirstOrThrow({ where: { id: ben.actor.membershipId } }),
        )
      ).mailFrequency;

    for (const forged of [`${link.pathname}x`, link.pathname.replace(/.$/, "*"), "/unsubscribe/nothing"]) {
      expect((await post(forged)).status).toBe(404);
    }
    const swapped = link.pathname.replace(ben.actor.membershipId, ada.actor.membershipId);
    expect((await post(swapped)).status).toBe(404);
    expect(await frequency()).toBe("instant");

    // A mail provider's server, from anywhere.
    expect((await post(link.pathname, { origin: "https://mail.example" })).status).toBe(200);
    expect(await frequency()).toBe("off");
    const page = await post(link.pathname, { accept: "text/html" });
    expect([page.status, page.headers.get("location")]).toEqual([303, `${link.pathname}?state=stopped`]);
  });
});

test("what was snoozed comes back as unread at its time", async () => {
  await start();
  await say(ada, mentionOf(ben));
  await until(async () => (await itemsOf(ben)).length === 1);
  const [item] = await itemsOf(ben);
  if (item === undefined) throw new Error("A mention is an item.");
  await mark(ben, {
    mutationId: crypto.randomUUID(),
    items: [{ id: item.id, lastSeq: item.lastSeq }],
    read: true,
    snoozedUntil: new Date(Date.now() + 300),
  });
  expect(await itemsOf(ben)).toEqual([]);
  await until(async () => (await itemsOf(ben, "unread")).length === 1);
  expect((await itemsOf(ben))[0]).toMatchObject({ snoozedUntil: null, readAt: null });
});
