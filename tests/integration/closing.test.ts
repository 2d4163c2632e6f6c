import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closing } from "@/features/expertise/closing.queries";
import { gapThread } from "@/features/expertise/closing.service";
import { weeks } from "@/features/expertise/queries";
import { disciplineIds, type GapOrder, isoDate } from "@/planning";
import { type Database, openDatabase } from "@/platform/db/database";
import { openOrganization } from "@/platform/db/gate";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { bundle } from "../support/bundled-process";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aMember, anAccount, aWorkspace, signIn } from "../support/factories";
import { aProject } from "../support/projects";

// What each way to close a gap of expertise does to the dates, levelled in a thread.

let testDatabase: TestDatabase;
let database: Database;
let threads: ReturnType<typeof gapThread>;
let lead: OrganizationDb;
let workspaces = 0;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  threads = gapThread(pathToFileURL(await bundle("src/gap.worker.ts", "gap-thread")));
});

afterAll(async () => {
  await threads.close();
  await database.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  workspaces += 1;
  const { client } = database;
  const account = async (name: string) => await anAccount(client, `${name}-${workspaces}@example.org`);
  const owner = await aWorkspace(client, await account("owner"), `closing-${workspaces}`);
  lead = await aMember(client, owner, await account("lead"), "lead");
  await aProject(owner, { name: "Alpha" });
  await aProject(owner, { name: "Beta" });
  await knowsEverything(owner);
});

/** At the highest level in every discipline: two projects that begin together want the same person. */
async function knowsEverything({ organizationId, actor }: OrganizationDb): Promise<void> {
  const of = { organizationId, membershipId: actor.membershipId, level: 4 };
  await lead.derive(
    async (tx) =>
      await tx.expertise.createMany({ data: disciplineIds.map((discipline) => ({ ...of, discipline })) }),
  );
}

/** The first cell of the heat map that is short of people. */
async function shortCell(db: OrganizationDb) {
  const { rows, weeks: shown } = await weeks(db, "p80");
  for (const { discipline, level, cells } of rows) {
    const weekOn = shown[cells.findIndex(({ short }) => short > 0)];
    if (weekOn !== undefined) return { quantile: "p80" as const, weekOn, discipline, level };
  }
  throw new Error("Two projects and one person are short somewhere.");
}

describe("closing a gap of expertise", () => {
  test("tells by name who waits, and what each way does to the dates", async () => {
    const answer = await closing(lead, threads.closeGap, await shortCell(lead), undefined);
    expect(answer?.of).toEqual({ levelled: 2, projects: 2, isNobodyAble: false });
    const names = answer?.waiting.map(({ project }) => project.name) ?? [];
    expect(names.length).toBeGreaterThan(0);
    expect(["Alpha", "Beta"]).toEqual(expect.arrayContaining(names));
    const hired = answer?.options.find(({ option }) => option.by === "hire");
    expect(hired?.laterWorkingDays ?? 0).toBeLessThanOrEqual(0);
    for (const { finishes, laterWorkingDays } of answer?.options ?? [])
      expect(finishes.reduce((sum, one) => sum + one.laterWorkingDays, 0)).toBe(laterWorkingDays);
  });

  test("says nothing of a cell without a gap, nor of a week that is over", async () => {
    const cell = await shortCell(lead);
    const past = { ...cell, weekOn: isoDate("2020-01-06") };
    expect(await closing(lead, threads.closeGap, past, undefined)).toBeNull();
  });

  test("is the same for somebody from whom a third project is hidden as if that were not there", async () => {
    const cell = await shortCell(lead);
    const { client } = database;
    const account = await anAccount(client, `hidden-${workspaces}@example.org`);
    const stranger = await aMember(client, lead, account, "member");
    const before = await closing(lead, threads.closeGap, cell, undefined);
    const ownerId = stranger.actor.membershipId;
    await aProject(stranger, { name: "Hidden", ownerId, visibility: "private" });
    const now = await openOrganization(client, await signIn(client, lead.actor.accountId), lead.slug);
    expect(await closing(now, threads.closeGap, cell, undefined)).toEqual(before);
  });

  test("stops when nobody waits any more, and works for the next", async () => {
    const cell = await shortCell(lead);
    const leaving = new AbortController();
    const left = closing(lead, threads.closeGap, cell, leaving.signal);
    leaving.abort();
    await expect(left).rejects.toMatchObject({ code: "LEFT" });
    expect(await closing(lead, threads.closeGap, cell, undefined)).not.toBeNull();
  });

  test("asks to come again where very many wait", async () => {
    const cell = await shortCell(lead);
    const leaving = new AbortController();
    const asked: GapOrder[] = [];
    const noAnswer = { waiting: [], options: [] };
    const keepOrder = async (order: GapOrder) => {
      asked.push(order);
      return noAnswer;
    };
    await closing(lead, keepOrder, cell, undefined);
    const [order] = asked;
    if (order === undefined) throw new Error("Nothing was asked.");
    // One is being worked on beside the ten that wait.
    const waiting = Array.from(
      { length: 11 },
      async () => await threads.closeGap({ ...order, maxSchedules: 100_000 }, leaving.signal),
    );
    await expect(threads.closeGap(order, undefined)).rejects.toMatchObject({ code: "TOO_MANY_SCHEDULES" });
    leaving.abort();
    const outcomes = await Promise.allSettled(waiting);
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(["rejected"]));
  });
});
