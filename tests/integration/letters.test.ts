import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setMail } from "@/features/attention/mail.service";
import { setVisibility } from "@/features/projects/sharing.service";
import { myLetters } from "@/features/views/letters.queries";
import type { Rhythm } from "@/features/views/letters.schema";
import { changeLetters, endLetters, scheduleLetters } from "@/features/views/letters.service";
import { deleteView, editView, makeView, restoreView } from "@/features/views/service";
import { changeRole, removeMember } from "@/features/workspaces/members.service";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { type BundledProcess, bundle, run } from "../support/bundled-process";
import { cloneDatabase, query, type TestDatabase } from "../support/database";
import { aDecision, choose } from "../support/decisions";
import { aMember, anAccount, aWorkspace, secret } from "../support/factories";
import { type CaughtLetter, catchMail, type MailCatcher, textOf } from "../support/mail-catcher";
import { aProject } from "../support/projects";

// Views by mail, from real processes to a real SMTP server.

let script: string;
let apiScript: string;
let testDatabase: TestDatabase;
let database: Database;
let catcher: MailCatcher;
let processes: BundledProcess[];
/** An owner, a lead and a member. */
let ada: OrganizationDb;
let lea: OrganizationDb;
let ben: OrganizationDb;
let letters: { id: string; key: string };

const request = () => crypto.randomUUID();
const daily: Rhythm = { frequency: "daily", hour: 8, timeZone: "Asia/Kathmandu" };

beforeAll(async () => {
  script = await bundle("tests/support/background-process.ts", "letters-process");
  apiScript = await bundle("tests/support/api-process.ts", "letters-api-process");
});

beforeEach(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 5, () => {});
  catcher = await catchMail();
  processes = [];
  const { client } = database;
  ada = await aWorkspace(client, await anAccount(client, "ada@example.org"), "views");
  lea = await aMember(client, ada, await anAccount(client, "lea@example.org"), "lead");
  ben = await aMember(client, ada, await anAccount(client, "ben@example.org"), "member");
  letters = await aProject(ada, { key: "LET", name: "Letters of the ward" });
  await aProject(ada, { key: "SRC", name: "Search in the archive" });
});

afterEach(async () => {
  for (const { child } of processes) child.kill("SIGKILL");
  await Promise.all(processes.map(async (process) => await process.ended()));
  await catcher.close();
  await database.close();
  await testDatabase.drop();
});

async function start(entry = script): Promise<BundledProcess> {
  const process = run(entry, [], {
    DATABASE_URL: testDatabase.ownerUrl,
    AUTH_SECRET: secret,
    PUBLIC_URL: "https://plan.example.org",
    SMTP_URL: catcher.url,
    MAIL_FROM: "Phasewise <phasewise@example.org>",
    MAIL_GATHER_SECONDS: "0",
    LOG_LEVEL: "fatal",
  });
  processes.push(process);
  return process;
}

async function aView(db: OrganizationDb, scope: "personal" | "shared" = "shared", text = "") {
  return await makeView(db, { mutationId: request(), name: "On my desk", query: `text=${text}`, scope });
}

async function schedule(
  db: OrganizationDb,
  viewId: string,
  readers: readonly OrganizationDb[] = [db],
  rhythm: Rhythm = daily,
) {
  return await scheduleLetters(db, {
    mutationId: request(),
    viewId,
    rhythm,
    readers: readers.map(({ actor }) => actor.membershipId),
  });
}

/** The next time of all schedules comes now. */
async function comesDue(): Promise<void> {
  await ada.derive(async (tx) => {
    await tx.letterSchedule.updateMany({ data: { nextAt: new Date() } });
    await tx.job.updateMany({
      where: { task: "views.letters" },
      data: { runAt: new Date(), revision: { increment: 1 } },
    });
    await tx.$executeRaw`SELECT pg_notify('phasewise_jobs', ${ada.organizationId})`;
  });
}

async function deliveries() {
  return await ada.read(async (tx) => await tx.mailDelivery.findMany({ orderBy: { createdAt: "asc" } }));
}

async function settled(count: number): Promise<void> {
  await until(async () => {
    const all = await deliveries();
    return all.length === count && all.every(({ status }) => !["claimed", "sending"].includes(status));
  });
}

/** Looks until it is so. Rows change without a word to a test: this asks again as soon as it was answered. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await query(testDatabase.ownerUrl, "SELECT pg_sleep(0.02)");
}

async function jobIsFor(future: "later" | "nothing"): Promise<void> {
  await until(async () => {
    const jobs = await ada.read(async (tx) => await tx.job.findMany({ where: { task: "views.letters" } }));
    return future === "nothing"
      ? jobs.length === 0
      : jobs.every(({ runAt, leasedUntil }) => leasedUntil === null && runAt > new Date());
  });
}

function letterTo(address: string): CaughtLetter {
  const letter = catcher.letters.findLast(({ to }) => to.includes(address));
  if (letter === undefined) throw new Error(`Nothing was caught for ${address}.`);
  return letter;
}

/** What stands below the line that ends a letter. */
function footOf({ raw }: CaughtLetter): string {
  const unfolded = raw.replaceAll("=\r\n", "").replaceAll("=3D", "=");
  return unfolded.slice(unfolded.indexOf("\r\n--\r\n"));
}

describe("a letter", () => {
  test("shows the view at its time, with a way to the view, to its settings and out", async () => {
    const view = await aView(ben, "personal", "letters");
    const { letterId } = await schedule(ben, view.id);
    await start();
    await comesDue();
    await catcher.until(1);
    const letter = letterTo("ben@example.org");
    const text = textOf(letter);
    expect(letter.headers.get("subject")).toMatch(/^On my desk: 1 project/);
    expect(text).toContain("Letters of the ward (LET)");
    expect(text).not.toContain("Search in the archive");
    expect(text).toMatch(/Scoping · No target · finish .* \(P50–P95\) · \d+ open decisions/);
    expect(text).toMatch(/Cost P80: €/);
    expect(text).toContain(`https://plan.example.org/w/views/portfolio?text=letters&view=${view.id}`);
    expect(footOf(letter)).toContain("https://plan.example.org/account?workspace=views#notifications");
    expect(letter.headers.get("list-unsubscribe")).toContain(letterId);
    await settled(1);
    const { letters: mine } = await myLetters(ben, true);
    expect(mine).toMatchObject([{ id: letterId, isMine: true, isPaused: false }]);
    expect(mine[0]?.lastSentAt).not.toBeNull();
    // The next one is due at eight in Kathmandu.
    expect(mine[0]?.nextAt?.toISOString()).toMatch(/T02:15:00\.000Z$/);
  });

  test("tells what its reader sees, which of a private project is nothing", async () => {
    await setVisibility(ada, {
      mutationId: request(),
      projectId: letters.id,
      version: 1,
      visibility: "private",
    });
    const view = await aView(lea);
    await schedule(lea, view.id, [lea, ada, ben]);
    await start();
    await comesDue();
    await catcher.until(3);
    await settled(3);
    expect(textOf(letterTo("ada@example.org"))).toContain("Letters of the ward");
    expect(letterTo("ada@example.org").headers.get("subject")).toContain("2 projects");
    for (const address of ["lea@example.org", "ben@example.org"]) {
      const { raw, headers } = letterTo(address);
      expect(headers.get("subject")).toContain("1 project");
      expect(raw).not.toMatch(/Letters of the ward|LET\b/);
    }
    expect(footOf(letterTo("ben@example.org"))).toContain("because lea scheduled it for you");
  });

  test("says what has changed since the last", async () => {
    const decision = await aDecision(ada, letters);
    const view = await aView(ben, "personal");
    await schedule(ben, view.id);
    await start();
    await comesDue();
    await settled(1);
    expect(textOf(letterTo("ben@example.org"))).not.toContain("Since the last letter");
    await choose(ada, decision, decision.plain);
    await jobIsFor("later");
    await comesDue();
    await settled(2);
    expect(textOf(letterTo("ben@example.org")).replaceAll(/\s+/g, " ")).toMatch(
      /Since the last letter on .* 1 of these projects has changed: 1 decision made\./,
    );
  });
});

describe("a due time", () => {
  test("brings one letter from several processes", async () => {
    const view = await aView(ben, "personal");
    await schedule(ben, view.id);
    await Promise.all([start(), start(), start()]);
    await comesDue();
    await settled(1);
    await jobIsFor("later");
    expect(catcher.letters).toHaveLength(1);
    expect(await deliveries()).toHaveLength(1);
  });

  test("that was missed, however often, brings one letter", async () => {
    const view = await aView(ben, "personal");
    await schedule(ben, view.id);
    const lastWeek = new Date(Date.now() - 7 * 86_400_000);
    await ada.derive(async (tx) => {
      await tx.letterSchedule.updateMany({ data: { nextAt: lastWeek } });
      await tx.job.updateMany({ data: { runAt: lastWeek } });
    });
    await start();
    await settled(1);
    await jobIsFor("later");
    expect(catcher.letters).toHaveLength(1);
    expect((await deliveries())[0]?.dueAt).toEqual(lastWeek);
  });

  test("brings nothing twice: neither when the process died on the way to the mail server, nor when the job is done again", async () => {
    catcher.hold(new Promise(() => {}));
    const view = await aView(ben, "personal");
    await schedule(ben, view.id);
    await comesDue();
    const doomed = await start();
    await catcher.until(1);
    doomed.child.kill("SIGKILL");
    await doomed.ended();
    const [delivery] = await deliveries();
    // The dead process's lease ends; and the claim comes again with the time it was for.
    await ada.derive(async (tx) => {
      await tx.job.updateMany({ data: { leasedUntil: new Date(0), runAt: new Date() } });
      await tx.letterSchedule.updateMany({ data: { nextAt: delivery?.dueAt ?? new Date() } });
    });
    await start();
    await until(async () => (await deliveries())[0]?.status === "unknown");
    await jobIsFor("later");
    expect(catcher.letters).toHaveLength(1);
    expect(await deliveries()).toHaveLength(1);
  });

  test("while the mail server is down is overtaken by the next: one letter goes out when it is back", async () => {
    const { port } = catcher;
    await catcher.close();
    const view = await aView(ben, "personal");
    await schedule(ben, view.id);
    await start();
    for (const count of [1, 2, 3]) {
      await comesDue();
      await until(async () => (await deliveries()).length === count);
      await jobIsFor("later");
    }
    catcher = await catchMail(port);
    await catcher.until(1);
    await settled(3);
    expect((await deliveries()).map(({ status }) => status)).toEqual(["dropped", "dropped", "sent"]);
    expect(catcher.letters).toHaveLength(1);
  });

  test("passes by what is paused, and what was taken up again waits for its next", async () => {
    const view = await aView(ben, "personal");
    const { letterId } = await schedule(ben, view.id);
    const change = async (version: number, paused: boolean) =>
      await changeLetters(ben, {
        mutationId: request(),
        letterId,
        version,
        rhythm: daily,
        readers: [ben.actor.membershipId],
        paused,
      });
    await change(1, true);
    await start();
    await comesDue();
    await jobIsFor("nothing");
    expect((await myLetters(ben, true)).letters).toMatchObject([{ isPaused: true, nextAt: null }]);
    const { nextAt } = await change(2, false);
    expect(nextAt.getTime()).toBeGreaterThan(Date.now());
    await expect(change(2, true)).rejects.toMatchObject({ code: "STALE_VERSION" });
    expect(await deliveries()).toEqual([]);
  });
});

describe("nobody gets a letter", () => {
  test("who left, nor anybody of whom left", async () => {
    const view = await aView(ada);
    await schedule(ada, view.id, [ada, ben]);
    await schedule(lea, view.id, [ada]);
    const remove = async (who: OrganizationDb) =>
      await removeMember(ada, { mutationId: request(), membershipId: who.actor.membershipId, version: 1 });
    await remove(ben);
    await remove(lea);
    await start();
    await comesDue();
    await settled(1);
    await until(async () => (await ada.read(async (tx) => await tx.job.count())) === 1);
    expect(catcher.letters.map(({ to }) => to)).toEqual([["ada@example.org"]]);
    const ended = await ada.read(
      async (tx) => await tx.letterSchedule.findMany({ where: { endedAt: { not: null } } }),
    );
    expect(ended.map(({ makerId }) => makerId)).toEqual([lea.actor.membershipId]);
  });

  test("who left after it was claimed", async () => {
    const { port } = catcher;
    await catcher.close();
    const view = await aView(ada);
    await schedule(ada, view.id, [ben]);
    await start();
    await comesDue();
    await until(async () => ((await deliveries())[0]?.attempts ?? 0) > 0);
    await removeMember(ada, { mutationId: request(), membershipId: ben.actor.membershipId, version: 1 });
    // The attempt that is under way does not know; it finds no server, and the next one drops the letter.
    await settled(1);
    catcher = await catchMail(port);
    expect((await deliveries())[0]?.status).toBe("dropped");
    expect(catcher.letters).toEqual([]);
  });

  test("of a view that is deleted; brought back before the next time it goes on, and later not", async () => {
    const view = await aView(ben, "personal");
    await schedule(ben, view.id);
    const remove = async (version: number) =>
      await deleteView(ben, { mutationId: request(), viewId: view.id, version });
    await remove(1);
    expect((await myLetters(ben, true)).letters).toEqual([]);
    await restoreView(ben, { mutationId: request(), viewId: view.id });
    expect((await myLetters(ben, true)).letters).toHaveLength(1);
    await remove(3);
    await start();
    await comesDue();
    await jobIsFor("nothing");
    await restoreView(ben, { mutationId: request(), viewId: view.id });
    expect((await myLetters(ben, true)).letters).toEqual([]);
    expect(await deliveries()).toEqual([]);
  });

  test("of somebody who may not share any more, of a view that was taken back, or who wants no mail", async () => {
    const { client } = database;
    const eve = await aMember(client, ada, await anAccount(client, "eve@example.org"), "member");
    const other = await aView(lea);
    await schedule(lea, other.id, [lea, ben]);
    await changeRole(ada, {
      mutationId: request(),
      membershipId: lea.actor.membershipId,
      version: 1,
      role: "member",
    });
    const view = await makeView(ada, { mutationId: request(), name: "For all", query: "", scope: "shared" });
    await schedule(ada, view.id, [ben, eve]);
    await setMail(eve, null, { mutationId: request(), frequency: "off", digestHour: 8, timeZone: "UTC" });
    await start();
    await comesDue();
    await settled(2);
    expect(catcher.letters.map(({ to }) => to[0]).sort()).toEqual(["ben@example.org", "lea@example.org"]);
    expect(letterTo("ben@example.org").headers.get("subject")).toContain("For all");
    await editView(ada, {
      mutationId: request(),
      viewId: view.id,
      version: 1,
      name: "For all",
      query: "",
      scope: "personal",
    });
    await jobIsFor("later");
    await comesDue();
    await settled(3);
    expect(letterTo("lea@example.org").headers.get("subject")).toContain("On my desk");
    expect(catcher.letters).toHaveLength(3);
  });
});

describe("who may", () => {
  test("a member sends views to themselves, a lead to those who see them, each as often as they like once", async () => {
    const own = await aView(ben, "personal");
    await expect(schedule(ben, own.id, [ben, ada])).rejects.toMatchObject({ code: "ROLE_RULE" });
    await expect(schedule(ada, own.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await schedule(ben, own.id);
    await expect(schedule(ben, own.id)).rejects.toMatchObject({ code: "ALREADY_SCHEDULED" });
    const leas = await aView(lea, "personal");
    await expect(schedule(lea, leas.id, [ben])).rejects.toMatchObject({ code: "VIEW_NOT_SHARED" });
    const shared = await aView(lea);
    const { letterId } = await schedule(lea, shared.id, [ben]);
    const seen = (await myLetters(ben, true)).letters.find(({ id }) => id === letterId);
    expect(seen).toMatchObject({ isMine: false, makerName: "lea", readers: [{ name: "ben" }] });
    expect((await myLetters(ada, true)).letters).toEqual([]);
    await expect(endLetters(ada, { mutationId: request(), letterId })).rejects.toMatchObject({
      code: "NOT_YOUR_LETTERS",
    });
    const end = { mutationId: request(), letterId };
    await endLetters(ben, end);
    await endLetters(ben, end);
    expect((await myLetters(ben, true)).letters.map(({ id }) => id)).not.toContain(letterId);
    const log = await ada.read(
      async (tx) =>
        await tx.event.findMany({ where: { subjectType: "letters" }, select: { type: true, actorId: true } }),
    );
    expect(log).toEqual([{ type: "letters.scheduled", actorId: lea.actor.membershipId }]);
  });

  test("says why none goes out where no mail server is named", async () => {
    expect((await myLetters(ben, false)).off).toBe("not-configured");
  });
});

test("the link of a letter stops that letter for its reader, without signing in, and no other mail", async () => {
  const view = await aView(ada);
  const own = await aView(ben, "personal");
  const { letterId } = await schedule(ada, view.id, [ada, ben]);
  await schedule(ben, own.id);
  await start();
  await comesDue();
  await settled(3);
  const api = await start(apiScript);
  const [, url = ""] = await api.said(/listening on (\S+) \./);
  const links = catcher.letters
    .filter(({ to }) => to.includes("ben@example.org"))
    .map(({ headers }) => new URL(/<([^>]+)>/.exec(headers.get("list-unsubscribe") ?? "")?.[1] ?? ""));
  const link = links.find(({ pathname }) => pathname.includes(letterId));
  if (link === undefined) throw new Error("The letter names its schedule.");
  const post = async (path: string) => (await fetch(`${url}${path}`, { method: "POST" })).status;
  const others = link.pathname.replace(ben.actor.membershipId, ada.actor.membershipId);
  expect(await post(others)).toBe(404);
  expect(await post(link.pathname.replace(`${letterId}.`, ""))).toBe(404);
  expect(await post(link.pathname)).toBe(200);
  const readers = async () =>
    await ada.read(
      async (tx) => await tx.letterReader.findMany({ where: { letterId }, select: { memberId: true } }),
    );
  expect(await readers()).toEqual([{ memberId: ada.actor.membershipId }]);
  const { letters: left } = await myLetters(ben, true);
  expect(left.map(({ view: { id } }) => id)).toEqual([own.id]);
  const { mailFrequency } = await ada.read(
    async (tx) => await tx.membership.findFirstOrThrow({ where: { id: ben.actor.membershipId } }),
  );
  expect(mailFrequency).toBe("instant");
});
