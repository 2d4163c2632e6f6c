import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { me } from "@/features/accounts/queries";
import { changeRole, leave, removeMember } from "@/features/workspaces/members.service";
import { members, openInvitations } from "@/features/workspaces/queries";
import type { AccountDb } from "@/platform/db/account-db";
import { type Database, openDatabase } from "@/platform/db/database";
import { enterByInvitation, foundOrganization, openOrganization, readInvitation } from "@/platform/db/gate";
import { createAccount } from "@/platform/db/identity";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aMember, anAccount, anInvitation, aWorkspace } from "../support/factories";

// Coming into being and coming in: accounts, workspaces, invitations; also twice at once.

let testDatabase: TestDatabase;
let database: Database;
let founder: AccountDb;
let db: OrganizationDb;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 10, () => {});
  founder = await anAccount(database.client, "ada@example.org");
});

let counted = 0;

beforeEach(async () => {
  counted += 1;
  db = await aWorkspace(database.client, founder, `entering-${counted}`);
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const anew = () => crypto.randomUUID();
const somebody = async () => await anAccount(database.client, `${anew()}@example.org`);
const enter = async (account: AccountDb, token: string, mutationId = anew()) =>
  await enterByInvitation(database.client, account, { mutationId, token });
const remove = async (whom: OrganizationDb, version = 1) =>
  await removeMember(db, { mutationId: anew(), membershipId: whom.actor.membershipId, version });

/** How often it was refused, and with which codes. */
function refusalsOf(results: readonly PromiseSettledResult<unknown>[]): string[] {
  return results.flatMap((result) =>
    result.status === "rejected" ? [String(result.reason.code ?? result.reason)] : [],
  );
}

async function logTypes() {
  const events = await db.read(async (tx) => await tx.event.findMany({ orderBy: { seq: "asc" } }));
  return events.map((event) => event.type);
}

describe("an account", () => {
  test("is made once per e-mail address, however it is written, also when asked for twice at once", async () => {
    const make = async (email: string) =>
      await createAccount(database.client, { email, name: "Grace", passwordHash: "none" });
    const results = await Promise.allSettled([make("grace@example.org"), make("Grace@Example.org")]);
    expect(refusalsOf(results)).toEqual(["EMAIL_TAKEN"]);
  });
});

describe("a workspace", () => {
  const found = async (account: AccountDb, slug: string, mutationId = anew()) =>
    await foundOrganization(database.client, account, {
      mutationId,
      name: "Founded",
      slug,
      currency: "EUR",
      personDayCostMinor: 60_000,
      acceleratorHourCostMinor: 250,
      isSample: false,
    });

  test("is founded once by a request that is sent twice at once, and again later", async () => {
    for (const round of [1, 2, 3]) {
      const account = await somebody();
      const mutationId = anew();
      const slug = `twice-${round}`;
      const answers = await Promise.all([1, 2, 3].map(async () => await found(account, slug, mutationId)));
      expect([...answers, await found(account, slug, mutationId)]).toEqual([
        { slug },
        { slug },
        { slug },
        { slug },
      ]);
      expect((await me(account)).workspaces).toMatchObject([{ slug, role: "owner" }]);
    }
  });

  test.each([
    ["two people", somebody],
    ["one person", async () => founder],
  ])("at an address that %s want at once: one gets it, the other is told", async (who, account) => {
    const slug = `wanted-by-${who.replace(" ", "-")}`;
    const [first, second] = [await account(), await account()];
    expect(refusalsOf(await Promise.allSettled([found(first, slug), found(second, slug)]))).toEqual([
      "SLUG_TAKEN",
    ]);
    await expect(found(await somebody(), slug)).rejects.toMatchObject({
      code: "SLUG_TAKEN",
      details: { fieldErrors: { slug: [expect.anything()] } },
    });
  });
});

describe("an invitation link", () => {
  test("lets one person in, once", async () => {
    const { token } = await anInvitation(db, "lead");
    expect(await readInvitation(database.client, token)).toMatchObject({ role: "lead", invitedBy: "ada" });
    const people = [await somebody(), await somebody(), await somebody()];
    const results = await Promise.allSettled(people.map(async (account) => await enter(account, token)));
    expect(refusalsOf(results)).toEqual(["INVITATION_UNUSABLE", "INVITATION_UNUSABLE"]);
    expect(await members(db)).toHaveLength(2);
    await expect(readInvitation(database.client, token)).rejects.toMatchObject({
      code: "INVITATION_UNUSABLE",
    });
    await expect(enter(await somebody(), "made up and long enough")).rejects.toMatchObject({
      code: "INVITATION_UNUSABLE",
    });
  });

  test("that one person follows twice at once lets them in once, and says so", async () => {
    const account = await somebody();
    const { token } = await anInvitation(db, "member");
    const results = await Promise.allSettled([enter(account, token), enter(account, token)]);
    expect(refusalsOf(results)).toEqual(["ALREADY_MEMBER"]);
    const mutationId = anew();
    const other = await somebody();
    const again = (await anInvitation(db, "member")).token;
    const answers = await Promise.all([enter(other, again, mutationId), enter(other, again, mutationId)]);
    expect(answers).toEqual([{ slug: db.slug }, { slug: db.slug }]);
  });

  test.each([
    ["a new person", async (account: AccountDb) => account],
    [
      "somebody who was a member before",
      async (account: AccountDb) => {
        await remove(await aMember(database.client, db, account, "viewer"));
        return account;
      },
    ],
  ])("and another, both followed at once by %s: one counts, the other stays unused", async (_, prepare) => {
    for (const _round of [1, 2, 3]) {
      const account = await prepare(await somebody());
      const links = [await anInvitation(db, "member"), await anInvitation(db, "lead")];
      const before = (await openInvitations(db)).length;
      const results = await Promise.allSettled(links.map(async ({ token }) => await enter(account, token)));
      expect(refusalsOf(results)).toEqual(["ALREADY_MEMBER"]);
      expect(await openInvitations(db)).toHaveLength(before - 1);
      const entered = await openOrganization(database.client, account, db.slug);
      expect(entered.actor.role).toBe(results[0]?.status === "fulfilled" ? "member" : "lead");
    }
  });
});

describe("the links somebody made", () => {
  const unusable = { code: "INVITATION_UNUSABLE" };

  test.each([
    ["are removed", async (admin: OrganizationDb) => await remove(admin)],
    ["leave", async (admin: OrganizationDb) => await leave(admin, { mutationId: anew() })],
  ])("end when they %s; those of others stay", async (_, go) => {
    const admin = await aMember(database.client, db, await somebody(), "admin");
    const [theirs, mine] = [await anInvitation(admin, "member"), await anInvitation(db, "member")];
    await go(admin);
    await expect(readInvitation(database.client, theirs.token)).rejects.toMatchObject(unusable);
    await expect(enter(await somebody(), theirs.token)).rejects.toMatchObject(unusable);
    expect((await openInvitations(db)).map(({ id }) => id)).toEqual([mine.id]);
    await enter(await somebody(), mine.token);
    const event = await db.read(
      async (tx) =>
        await tx.event.findFirstOrThrow({
          where: { subjectId: admin.actor.membershipId },
          orderBy: { seq: "desc" },
        }),
    );
    expect(event.data).toMatchObject({ invitationsWithdrawn: 1 });
  });

  test("end when they could no longer make them", async () => {
    const owner = await aMember(database.client, db, await somebody(), "owner");
    const [asOwner, asLead] = [await anInvitation(owner, "owner"), await anInvitation(owner, "lead")];
    const give = async (version: number, role: "admin" | "lead") =>
      await changeRole(db, { mutationId: anew(), membershipId: owner.actor.membershipId, version, role });
    await give(1, "admin");
    expect((await openInvitations(db)).map(({ id }) => id)).toEqual([asLead.id]);
    await expect(enter(await somebody(), asOwner.token)).rejects.toMatchObject(unusable);
    await give(2, "lead");
    expect(await openInvitations(db)).toEqual([]);
  });

  test("made while they are being removed do not survive either", async () => {
    for (const _round of [1, 2, 3]) {
      const admin = await aMember(database.client, db, await somebody(), "admin");
      const [made] = await Promise.allSettled([anInvitation(admin, "member"), remove(admin)]);
      expect(await openInvitations(db)).toEqual([]);
      if (made.status === "rejected") expect(made.reason).toMatchObject({ code: "NOT_FOUND" });
    }
    expect((await logTypes()).filter((type) => type === "member.removed")).toHaveLength(3);
  });
});
