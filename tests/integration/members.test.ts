import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeRole, editProfile, leave, removeMember } from "@/features/workspaces/members.service";
import { members } from "@/features/workspaces/queries";
import { editProfileInput } from "@/features/workspaces/schema";
import { configure } from "@/features/workspaces/service";
import { isoDate } from "@/planning";
import { toDay } from "@/platform/days";
import { inScope } from "@/platform/db/client";
import { type Database, openDatabase } from "@/platform/db/database";
import { openOrganization } from "@/platform/db/gate";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { AppError } from "@/platform/errors";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aMember, anAccount, aWorkspace } from "../support/factories";

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 10, () => {});
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const anew = () => crypto.randomUUID();

let workspaces = 0;

/** A workspace with two owners who may act at once. */
async function twoOwners(): Promise<{ ada: OrganizationDb; grace: OrganizationDb }> {
  workspaces += 1;
  const account = async (name: string) =>
    await anAccount(database.client, `${name}${workspaces}@example.org`);
  const ada = await aWorkspace(database.client, await account("ada"), `owners-${workspaces}`);
  return { ada, grace: await aMember(database.client, ada, await account("grace"), "owner") };
}

const idOf = (db: OrganizationDb) => db.actor.membershipId;

async function demote(by: OrganizationDb, whom: OrganizationDb) {
  return await changeRole(by, { mutationId: anew(), membershipId: idOf(whom), version: 1, role: "viewer" });
}

async function remove(by: OrganizationDb, whom: OrganizationDb) {
  return await removeMember(by, { mutationId: anew(), membershipId: idOf(whom), version: 1 });
}

const walkOut = async (who: OrganizationDb) => await leave(who, { mutationId: anew() });

async function lookAfter(by: OrganizationDb, whom: OrganizationDb) {
  return await editProfile(by, {
    mutationId: anew(),
    membershipId: idOf(whom),
    version: 1,
    capacityPersonDaysPerWeek: 3,
    expertise: [{ discipline: "product", level: 2 }],
    absences: [],
    trainings: [],
  });
}

/** How many owners the workspace has, whoever may still ask. */
async function ownersOf(db: OrganizationDb): Promise<number> {
  const { organizationId } = db;
  const { accountId } = db.actor;
  return await inScope(
    database.client,
    { accountId, organizationId },
    async (tx) => await tx.membership.count({ where: { organizationId, role: "owner", removedAt: null } }),
  );
}

describe("two owners at once", () => {
  const rounds = [1, 2, 3, 4, 5];

  test.each([
    ["demote each other", demote, demote],
    ["remove each other", remove, remove],
    ["demote and remove each other", demote, remove],
    ["both leave", walkOut, walkOut],
    ["leave and are removed", walkOut, remove],
  ])("%s: one goes through, the other is told why not, and an owner stays", async (_, first, second) => {
    for (const _round of rounds) {
      const { ada, grace } = await twoOwners();
      const results = await Promise.allSettled([first(ada, grace), second(grace, ada)]);
      const refusals = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
      expect(refusals).toHaveLength(1);
      expect(refusals[0]).toBeInstanceOf(AppError);
      expect(["ROLE_CHANGED", "NOT_FOUND", "ROLE_RULE"]).toContain(refusals[0].code);
      expect(await ownersOf(ada)).toBe(1);
    }
  });

  test("change each other's profile and the workspace, and everything goes through", async () => {
    for (const _round of rounds) {
      const { ada, grace } = await twoOwners();
      const rates = { currency: "EUR", personDayCostMinor: 1, acceleratorHourCostMinor: 1 } as const;
      await Promise.all([
        lookAfter(ada, grace),
        lookAfter(grace, ada),
        configure(ada, { mutationId: anew(), version: 1, name: "Renamed", ...rates }),
      ]);
      expect((await members(ada)).map((member) => member.version)).toEqual([2, 2]);
    }
  });
});

describe("a training", () => {
  const planned = async (readyOn: string) => {
    const { ada } = await twoOwners();
    await editProfile(
      ada,
      editProfileInput.parse({
        mutationId: anew(),
        membershipId: idOf(ada),
        version: 1,
        capacityPersonDaysPerWeek: 3,
        expertise: [{ discipline: "product", level: 2 }],
        absences: [],
        trainings: [{ discipline: "product", level: 3, readyOn }],
      }),
    );
    const shown = (await members(ada)).find(({ id }) => id === idOf(ada));
    return { skills: shown?.skills, trainings: shown?.trainings };
  };

  test("stands beside today's level until its day", async () => {
    expect(await planned("2099-01-01")).toEqual({
      skills: [{ discipline: "product", level: 2 }],
      trainings: [{ discipline: "product", level: 3, readyOn: "2099-01-01" }],
    });
  });

  test("is today's level from its day on", async () => {
    expect(await planned(toDay(new Date()))).toEqual({
      skills: [{ discipline: "product", level: 3 }],
      trainings: [],
    });
  });

  test("that leads no higher is refused", async () => {
    const { ada } = await twoOwners();
    const saved = async (level: number) =>
      await editProfile(ada, {
        mutationId: anew(),
        membershipId: idOf(ada),
        version: 1,
        capacityPersonDaysPerWeek: 3,
        expertise: [{ discipline: "product", level: 2 }],
        absences: [],
        trainings: [{ discipline: "product", level, readyOn: isoDate("2099-01-01") }],
      });
    await expect(saved(2)).rejects.toMatchObject({
      code: "KNOWN_ALREADY",
      details: { fieldErrors: { "trainings.0.level": ["The profile has this level already."] } },
    });
    expect(await saved(3)).toEqual({ version: 2 });
  });
});

test("a workspace is opened with the role that holds where its log stands, also while the role changes", async () => {
  const { ada } = await twoOwners();
  const account = await anAccount(database.client, "turning@example.org");
  const turning = await aMember(database.client, ada, account, "member");
  let changes = 0;
  const changing = (async () => {
    for (; changes < 40; changes += 1) {
      const role = changes % 2 === 0 ? "viewer" : "member";
      await changeRole(ada, { mutationId: anew(), membershipId: idOf(turning), version: changes + 1, role });
    }
  })();
  const opened: { seq: number; role: string }[] = [];
  while (changes < 40) {
    const db = await openOrganization(database.client, account, ada.slug);
    opened.push({ seq: db.openedAtSeq, role: db.actor.role });
  }
  await changing;
  const log = await ada.read(
    async (tx) =>
      await tx.event.findMany({
        where: { organizationId: ada.organizationId, type: "member.role-changed" },
        orderBy: { seq: "asc" },
        select: { seq: true },
      }),
  );
  expect(new Set(opened.map(({ seq }) => seq)).size).toBeGreaterThan(5);
  for (const { seq, role } of opened) {
    const changed = log.filter((event) => event.seq <= seq).length;
    expect({ seq, role }).toEqual({ seq, role: changed % 2 === 0 ? "member" : "viewer" });
  }
});
