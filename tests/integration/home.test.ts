import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeComment } from "@/features/comments/service";
import { home } from "@/features/home/queries";
import { projectPlan } from "@/features/plans/queries";
import { editTask } from "@/features/plans/tasks.service";
import { setVisibility } from "@/features/projects/sharing.service";
import { makeView, setDefaultView } from "@/features/views/service";
import { removeMember } from "@/features/workspaces/members.service";
import { type Database, openDatabase } from "@/platform/db/database";
import { openOrganization } from "@/platform/db/gate";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aDecision, choose } from "../support/decisions";
import { aMember, anAccount, anInvitation, aWorkspace, signIn } from "../support/factories";
import { mentionOf, readLog } from "../support/inboxes";
import { aProject, taskInput } from "../support/projects";
import { aShareLink } from "../support/shares";

let testDatabase: TestDatabase;
let database: Database;
let count = 0;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 5, () => {});
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const request = () => crypto.randomUUID();

/** An owner, a lead, a member and a viewer. */
async function aTeam() {
  count += 1;
  const slug = `home-${count}`;
  const { client } = database;
  const ada = await aWorkspace(client, await anAccount(client, `ada@${slug}.example`), slug);
  const join = async (name: string, role: "lead" | "member" | "viewer") =>
    await aMember(client, ada, await anAccount(client, `${name}@${slug}.example`), role);
  return {
    ada,
    lea: await join("lea", "lead"),
    ben: await join("ben", "member"),
    vera: await join("vera", "viewer"),
  };
}

async function assign(db: OrganizationDb, project: { id: string; key: string }, to: OrganizationDb) {
  const { tasks } = await projectPlan(db, project.key);
  const [first, ...others] = tasks;
  const last = others.at(-1);
  if (first === undefined || last === undefined) throw new Error("A plan has tasks.");
  for (const { key: taskKey } of [first, last]) {
    await editTask(db, taskInput({ projectId: project.id, taskKey, assigneeId: to.actor.membershipId }));
  }
  return { first, last };
}

describe("home", () => {
  test("shows a member what waits for them, their tasks of the week and their projects", async () => {
    const { ada, ben } = await aTeam();
    const letters = await aProject(ada, { name: "Letters" });
    await aProject(ada, { name: "Not Ben's" });
    const { first } = await assign(ada, letters, ben);
    const decision = await aDecision(ben, letters);
    await writeComment(ada, {
      mutationId: request(),
      subjectType: "project",
      subjectId: letters.id,
      parentId: null,
      body: `${mentionOf(ben)} look`,
    });
    await readLog(database.client, ada);
    const page = await home(ben);
    expect(page.tasks).toMatchObject({
      nowCount: 1,
      later: 1,
      now: [{ name: first.name, projectName: "Letters" }],
    });
    expect(page.projects.map(({ name }) => name)).toEqual(["Letters"]);
    expect(page.toDecide).toMatchObject([{ number: decision.number, projectKey: letters.key }]);
    expect(page.news.items).toContainEqual(
      expect.objectContaining({ sentence: "ada mentioned you", title: "Letters" }),
    );
    expect([page.portfolio, page.workspace, page.recent]).toEqual([null, null, null]);
  });

  test("says what waits for one's position until it is taken", async () => {
    const { ada, ben } = await aTeam();
    const letters = await aProject(ada, { name: "Letters" });
    await assign(ada, letters, ben);
    await aDecision(ada, letters);
    await readLog(database.client, ada);
    const { toDo } = await home(ben);
    expect(toDo.total).toBe(toDo.items.length);
    for (const { sentence } of toDo.items) expect(sentence).toMatch(/waits for|asks for/);
  });

  test("shows a lead which dates are not safe, what to decide and which expertise is short", async () => {
    const { ada, lea } = await aTeam();
    await aProject(ada, { name: "Too late", startsOn: "2026-01-05", targetOn: "2026-01-06" });
    await aProject(ada, { name: "Dateless" });
    const view = await makeView(lea, {
      mutationId: request(),
      name: "Late",
      query: "health=off-track",
      scope: "personal",
    });
    await setDefaultView(lea, { mutationId: request(), viewId: view.id });
    const page = await home(lea);
    expect(page.portfolio).toMatchObject({
      offTrackCount: 1,
      offTrack: [{ name: "Too late", health: { state: "off-track" } }],
      stale: 0,
    });
    expect(page.portfolio?.decideNext.length).toBeGreaterThan(0);
    // Nobody here knows anything yet.
    expect(page.portfolio?.tightest.length).toBeGreaterThan(0);
    expect(page.portfolio?.tightest[0]?.href).toMatch(/\/expertise\?cell=/);
    expect(page.firstView).toMatchObject({ id: view.id, name: "Late" });
    expect(page.workspace).toBeNull();
  });

  test("shows an owner what the workspace needs", async () => {
    const { ada, lea } = await aTeam();
    const orphan = await aProject(ada, { name: "Left behind", ownerId: lea.actor.membershipId });
    await removeMember(ada, { mutationId: request(), membershipId: lea.actor.membershipId, version: 1 });
    await anInvitation(ada, "member");
    const link = await aShareLink(ada, "For the board", "");
    const needs = async () => (await home(ada)).workspace;
    expect(await needs()).toMatchObject({
      isAlone: false,
      hasStandards: false,
      ownerless: [{ key: orphan.key, ownerName: "lea" }],
      invitations: [{ role: "member" }],
      shares: [],
    });
    await ada.derive(async (tx) => {
      const expiresAt = new Date(Date.now() + 86_400_000);
      await tx.shareLink.updateMany({ where: { id: link.id }, data: { expiresAt } });
    });
    expect((await needs())?.shares).toMatchObject([{ name: "For the board" }]);
  });

  test("shows a viewer what changed and what was decided, and no task", async () => {
    const { ada, vera } = await aTeam();
    const letters = await aProject(ada, { name: "Letters" });
    const decision = await aDecision(ada, letters);
    await choose(ada, decision, decision.plain);
    const page = await home(vera);
    expect(page.tasks).toBeNull();
    expect(page.toDecide).toEqual([]);
    expect(page.recent?.projects.map(({ name }) => name)).toEqual(["Letters"]);
    expect(page.recent?.decided).toMatchObject([{ number: decision.number, project: { key: letters.key } }]);
  });

  test("tells nothing of a private project to who does not see it", async () => {
    const { ada, lea, vera } = await aTeam();
    const hidden = await aProject(ada, { name: "Hush", startsOn: "2026-01-05", targetOn: "2026-01-06" });
    const decision = await aDecision(ada, hidden);
    await choose(ada, decision, decision.plain);
    await setVisibility(ada, {
      mutationId: request(),
      projectId: hidden.id,
      version: 1,
      visibility: "private",
    });
    expect(await home(ada)).toMatchObject({ projectCount: 1, portfolio: { offTrackCount: 1 } });
    for (const who of [lea, vera]) {
      const account = await signIn(database.client, who.actor.accountId);
      const page = await home(await openOrganization(database.client, account, ada.slug));
      expect(page.projectCount).toBe(0);
      expect(JSON.stringify(page)).not.toContain("Hush");
    }
  });
});
