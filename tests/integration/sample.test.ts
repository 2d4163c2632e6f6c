import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSample, sampleAccounts, wantsSample } from "@/features/sample/service";
import { readConfig } from "@/platform/config";
import { type Database, openDatabase } from "@/platform/db/database";
import { openAccount, openOrganization } from "@/platform/db/gate";
import { createLoginSession, findCredential } from "@/platform/db/identity";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { receiving } from "../support/storage";

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 5, () => {});
  await loadSample(database.client, receiving);
  // Takes its time on a machine that runs other tests beside.
}, 180_000);

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

async function asMara(): Promise<OrganizationDb> {
  const { client } = database;
  const mara = await findCredential(client, "mara@northwind.example");
  const session = await createLoginSession(client, {
    accountId: mara?.id ?? "",
    userAgent: "",
    expiresAt: new Date(Date.now() + 60_000),
  });
  const account = await openAccount(client, session.id);
  if (account === null) throw new Error("A fresh session opens the account.");
  return await openOrganization(client, account, "northwind-ai");
}

describe("the sample workspace", () => {
  test("has 12 people who can be signed in as", async () => {
    const people = await sampleAccounts(database.client);
    expect(people).toHaveLength(12);
  });

  test("is loaded into an unused embedded database, on demand elsewhere, and never twice", async () => {
    const embedded = readConfig({});
    const elsewhere = readConfig({ DATABASE_URL: testDatabase.ownerUrl });
    const asked = readConfig({ DATABASE_URL: testDatabase.ownerUrl, PHASEWISE_SAMPLE: "on" });
    expect(await wantsSample(database.client, embedded)).toBe(false);
    expect(await wantsSample(database.client, asked)).toBe(false);
    const fresh = await cloneDatabase();
    const unused = openDatabase(fresh.ownerUrl, 2, () => {});
    expect(await wantsSample(unused.client, embedded)).toBe(true);
    expect(await wantsSample(unused.client, elsewhere)).toBe(false);
    expect(await wantsSample(unused.client, asked)).toBe(true);
    await unused.close();
    await fresh.drop();
  });

  test("tells six projects with open, decided, reopened and superseded decisions, discussions and actuals", async () => {
    const db = await asMara();
    const counts = await db.read(async (tx) => ({
      projects: await tx.project.count(),
      forecasts: await tx.projectForecast.count(),
      launched: await tx.project.count({ where: { launchedAt: { not: null } } }),
      standing: await tx.outcome.count({ where: { endedAt: null } }),
      reopened: await tx.outcome.count({ where: { endedBy: "reopened" } }),
      superseded: await tx.outcome.count({ where: { endedBy: "superseded" } }),
      open: await tx.decision.count({ where: { supersededBy: null, outcomes: { none: { endedAt: null } } } }),
      objections: await tx.position.count({ where: { stance: "object" } }),
      answered: await tx.position.count({ where: { answer: { not: null } } }),
      kept: await tx.position.count({ where: { keptAt: { not: null } } }),
      processes: (await tx.decision.groupBy({ by: ["process"] })).length,
      waiting: await tx.consultation.count(),
      reviews: await tx.outcomeReview.count(),
      due: await tx.outcome.count({ where: { endedAt: null, reviewOn: { lte: new Date() } } }),
      dismissed: await tx.suggestionDismissal.count(),
      taken: await tx.event.count({
        where: { type: "decision.asked", data: { path: ["after", "suggestion"], equals: "quality-bar" } },
      }),
      sealedRounds: await tx.scoringRound.count({ where: { revealedAt: null, scorers: { some: {} } } }),
      revealedRounds: await tx.scoringRound.count({ where: { revealedAt: { not: null } } }),
      replies: await tx.comment.count({ where: { parentId: { not: null } } }),
      resolved: await tx.comment.count({ where: { resolvedAt: { not: null } } }),
      onCriteria: await tx.comment.count({ where: { criterionId: { not: null } } }),
      timeEntries: await tx.timeEntry.count(),
      machineActuals: await tx.taskRecord.count({ where: { actualMachineHours: { not: null } } }),
      actuals: await tx.taskRecord.count({ where: { actualEffortPersonDays: { not: null } } }),
    }));
    expect(counts).toMatchObject({ projects: 6, forecasts: 6, launched: 1 });
    expect(counts.reopened).toBeGreaterThanOrEqual(1);
    expect(counts.superseded).toBeGreaterThanOrEqual(1);
    expect(counts.standing).toBeGreaterThanOrEqual(10);
    expect(counts.open).toBeGreaterThanOrEqual(8);
    expect(counts.objections).toBeGreaterThanOrEqual(3);
    expect(counts).toMatchObject({ processes: 4, due: 1, taken: 1 });
    for (const what of ["answered", "kept", "waiting", "reviews", "dismissed", "onCriteria"] as const)
      expect(counts[what], what).toBeGreaterThanOrEqual(1);
    expect(counts.sealedRounds).toBeGreaterThanOrEqual(2);
    expect(counts.revealedRounds).toBeGreaterThanOrEqual(1);
    expect(counts.replies).toBeGreaterThanOrEqual(8);
    expect(counts.resolved).toBeGreaterThanOrEqual(3);
    expect(counts.actuals).toBeGreaterThanOrEqual(15);
    expect(counts.timeEntries).toBeGreaterThanOrEqual(8);
    expect(counts.machineActuals).toBeGreaterThanOrEqual(2);
  });

  test("keeps a log without a gap whose times never go back", async () => {
    const db = await asMara();
    const events = await db.read(async (tx) => await tx.event.findMany({ orderBy: { seq: "asc" } }));
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    const times = events.map((event) => event.at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});
