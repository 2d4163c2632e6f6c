import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportView } from "@/features/views/export.queries";
import { openShares, sharedView } from "@/features/views/shares.queries";
import { revokeShare, setSharing } from "@/features/views/shares.service";
import { changeRole, removeMember } from "@/features/workspaces/members.service";
import { tryToken } from "@/platform/auth/sign-in-limit";
import { type Database, openDatabase } from "@/platform/db/database";
import { hashToken, openShare } from "@/platform/db/gate";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision } from "../support/decisions";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject } from "../support/projects";
import { aShareLink } from "../support/shares";

let testDatabase: TestDatabase;
let database: Database;
let count = 0;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const request = () => crypto.randomUUID();
const allow = async (db: OrganizationDb, withoutSignIn: boolean) =>
  await setSharing(db, { mutationId: request(), withoutSignIn });

/** A workspace that lets links open without signing in, with a lead's link to one of its two projects. */
async function aSharingTeam() {
  count += 1;
  const slug = `sharing-${count}`;
  const { client } = database;
  const ada = await aWorkspace(client, await anAccount(client, `ada@${slug}.example`), slug);
  const lea = await aMember(client, ada, await anAccount(client, `lea@${slug}.example`), "lead");
  const letters = await aProject(ada, { name: "Letters", summary: "A secret summary" });
  const search = await aProject(ada, { name: "Search" });
  const decision = await aDecision(ada, letters);
  await allow(ada, true);
  return {
    ada,
    lea,
    letters,
    search,
    decision,
    link: await aShareLink(lea, "For the board", "text=letters"),
  };
}

const open = async (token: string, account: Parameters<typeof openShare>[2] = null) =>
  await openShare(database.client, token, account);

const refused = { code: "SHARE_UNUSABLE", message: expect.stringContaining("or is not for you") };

describe("what a share link shows", () => {
  test("is what the filter shows, and no word, id or address beside it", async () => {
    const { ada, letters, search, link } = await aSharingTeam();
    const shown = await sharedView(await open(link.token));
    expect(shown.rows.map(({ cells }) => cells[0])).toEqual(["Letters"]);
    const all = JSON.stringify(shown);
    const questions = await ada.read(
      async (tx) => await tx.decision.findMany({ select: { question: true } }),
    );
    for (const hidden of [
      "Search",
      search.key,
      search.id,
      letters.id,
      ada.actor.membershipId,
      ada.organizationId,
      ada.actor.name,
      `${ada.slug}.example`,
      "A secret summary",
      ...questions.map(({ question }) => question),
    ]) {
      expect(all).not.toContain(hidden);
    }
  });

  test("has the figures that an export of the same has", async () => {
    const { ada, link } = await aSharingTeam();
    const { base64 } = await exportView(ada, { query: "text=letters", name: "", format: "svg" });
    const picture = Buffer.from(base64, "base64").toString("utf8");
    const { rows } = await sharedView(await open(link.token));
    for (const cell of rows[0]?.cells ?? ["no row"]) expect(picture).toContain(cell);
  });

  test("says when it was last opened, and by whom it was made, to who may share", async () => {
    const { lea, link } = await aSharingTeam();
    expect((await openShares(lea)).links).toMatchObject([{ madeBy: "lea", lastUsedAt: null }]);
    await open(link.token);
    expect((await openShares(lea)).links).toMatchObject([{ id: link.id, lastUsedAt: expect.any(Date) }]);
  });
});

describe("a share link that opens nothing answers the same, whatever is the matter", () => {
  test("withdrawn, or expired", async () => {
    const { ada, lea, link } = await aSharingTeam();
    await ada.derive(
      async (tx) =>
        await tx.shareLink.updateMany({
          where: { id: link.id },
          data: { expiresAt: new Date(Date.now() - 1) },
        }),
    );
    await expect(open(link.token)).rejects.toMatchObject(refused);
    const other = await aShareLink(lea, "Another", "");
    await open(other.token);
    await revokeShare(ada, { mutationId: request(), shareId: other.id });
    await expect(open(other.token)).rejects.toMatchObject(refused);
    await expect(revokeShare(ada, { mutationId: request(), shareId: other.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("once the workspace forbids it: for strangers and members of others, at once; for its members it goes on", async () => {
    const { ada, link } = await aSharingTeam();
    const { client } = database;
    const member = await anAccount(client, `mia@${ada.slug}.example`);
    await aMember(client, ada, member, "viewer");
    const stranger = await anAccount(client, `eve@${ada.slug}.example`);
    await aWorkspace(client, stranger, `${ada.slug}-eve`);
    await open(link.token);
    await allow(ada, false);
    await expect(open(link.token)).rejects.toMatchObject(refused);
    await expect(open(link.token, stranger)).rejects.toMatchObject(refused);
    expect((await sharedView(await open(link.token, member))).rows).toHaveLength(1);
  });

  test("when its maker may share no more, or is gone", async () => {
    const { ada, lea, link } = await aSharingTeam();
    const membershipId = lea.actor.membershipId;
    await changeRole(ada, { mutationId: request(), membershipId, version: 1, role: "member" });
    await expect(open(link.token)).rejects.toMatchObject(refused);
    await changeRole(ada, { mutationId: request(), membershipId, version: 2, role: "lead" });
    await open(link.token);
    await removeMember(ada, { mutationId: request(), membershipId, version: 3 });
    await expect(open(link.token)).rejects.toMatchObject(refused);
  });

  test("a token that is made up, cut, written otherwise, or what is stored of one", async () => {
    const { link } = await aSharingTeam();
    const { token } = link;
    for (const hostile of [
      token.slice(0, -1),
      `${token}a`,
      token.toUpperCase(),
      ` ${token}`,
      hashToken(token),
      link.id,
      "' OR token_hash IS NOT NULL --",
      "%%%%%%%%%%%%%%%%%%%%",
      "\u0000".repeat(20),
      "x".repeat(200),
    ]) {
      await expect(open(hostile)).rejects.toMatchObject(refused);
    }
    await open(token);
  });
});

test("who guesses tokens has to wait; who holds one does not", async () => {
  const { link } = await aSharingTeam();
  const look = async () => await open(link.token);
  for (let time = 0; time < 70; time++) await tryToken("198.51.100.7", look);
  const guess = async () => await tryToken("198.51.100.8", async () => await open("made up".repeat(4)));
  for (let time = 0; time < 60; time++) await expect(guess()).rejects.toMatchObject(refused);
  await expect(guess()).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
});
