import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { follow, type LiveMessage } from "@/features/activity/live.service";
import { mentionable } from "@/features/comments/mentions.queries";
import { writeComment } from "@/features/comments/service";
import { projectPlan } from "@/features/plans/queries";
import { editTask } from "@/features/plans/tasks.service";
import { listProjects, projectByKey } from "@/features/projects/queries";
import { editProject } from "@/features/projects/service";
import { setVisibility, share, unshare } from "@/features/projects/sharing.service";
import { sampleAccounts } from "@/features/sample/service";
import { timeWeek } from "@/features/time/queries";
import { bookTime } from "@/features/time/service";
import { startTimer } from "@/features/time/timer.service";
import { changeRole, removeMember } from "@/features/workspaces/members.service";
import { closeGap, taskStandards, threePointMean } from "@/planning";
import { readConfig } from "@/platform/config";
import { type Database, openDatabase } from "@/platform/db/database";
import { openOrganization } from "@/platform/db/gate";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { type Listener, startListener } from "@/platform/events/listener";
import type { Services } from "@/platform/trpc/context";
import { cloneDatabase, query, type TestDatabase } from "../support/database";
import { aMember, anAccount, aWorkspace, secret, signIn } from "../support/factories";
import { itemsOf, mentionOf, readLog } from "../support/inboxes";
import { aProject, projectInput, taskInput } from "../support/projects";
import { receiving } from "../support/storage";

let testDatabase: TestDatabase;
let database: Database;
let listener: Listener;
let services: Services;
let workspaces = 0;
/** The workspace's owner, the project's owner, somebody it may be shared with, and those whose role gives them no sight of it. */
let root: OrganizationDb;
let mara: OrganizationDb;
let sam: OrganizationDb;
let admin: OrganizationDb;
let lead: OrganizationDb;
let project: { id: string; key: string };

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  const log = pino({ level: "error" });
  listener = startListener(testDatabase.ownerUrl, log);
  services = {
    config: readConfig({ DATABASE_URL: testDatabase.ownerUrl }),
    client: database.client,
    listener,
    storage: receiving.storage,
    log,
    secret,
    sampleAccounts: async () => await sampleAccounts(database.client),
    closeGap: async (order) => closeGap(order),
  };
});

beforeEach(async () => {
  workspaces += 1;
  const { client } = database;
  const person = async (name: string) => await anAccount(client, `${name}${workspaces}@example.org`);
  root = await aWorkspace(client, await person("root"), `private-${workspaces}`);
  mara = await aMember(client, root, await person("mara"), "member");
  sam = await aMember(client, root, await person("sam"), "member");
  admin = await aMember(client, root, await person("admin"), "admin");
  lead = await aMember(client, root, await person("lead"), "lead");
  project = await aProject(root, { ownerId: mara.actor.membershipId, name: "Quiet project" });
  await aProject(root, { name: "Known project", ownerId: lead.actor.membershipId });
});

afterAll(async () => {
  await listener.close();
  await database.close();
  await testDatabase.drop();
});

const request = () => ({ mutationId: crypto.randomUUID() });

async function asNow(db: OrganizationDb): Promise<OrganizationDb> {
  return await openOrganization(database.client, await signIn(database.client, db.actor.accountId), db.slug);
}

async function setTo(visibility: "workspace" | "private", by: OrganizationDb = root): Promise<void> {
  const { version } = await projectByKey(await asNow(root), project.key);
  await setVisibility(await asNow(by), { ...request(), projectId: project.id, version, visibility });
}

const withSam = () => ({ ...request(), projectId: project.id, membershipId: sam.actor.membershipId });

async function namesSeen(db: OrganizationDb): Promise<string[]> {
  return (await listProjects(await asNow(db))).map(({ name }) => name);
}

const both = ["Known project", "Quiet project"];

describe("a private project", () => {
  test("is seen by its owner, whom it is shared with and the workspace's owners; not by admins and leads", async () => {
    await setTo("private");
    await share(mara, withSam());
    for (const one of [root, mara, sam]) expect(await namesSeen(one)).toEqual(both);
    for (const one of [admin, lead]) expect(await namesSeen(one)).toEqual(["Known project"]);
    await unshare(mara, withSam());
    expect(await namesSeen(sam)).toEqual(["Known project"]);
    await setTo("workspace");
    for (const one of [sam, admin, lead]) expect(await namesSeen(one)).toEqual(both);
  });

  test("gives its tasks to whom it is shown; who had one before keeps it", async () => {
    const given = async (to: OrganizationDb, version: number, change: object = {}) =>
      await editTask(
        await asNow(mara),
        taskInput({
          projectId: project.id,
          taskKey: "use-case-scoping/brief",
          version,
          assigneeId: to.actor.membershipId,
          ...change,
        }),
      );
    const offered = async () =>
      (await projectPlan(await asNow(mara), project.key)).people.map(({ id }) => id);
    await given(lead, 0);
    expect(await offered()).toContain(lead.actor.membershipId);
    await setTo("private");
    expect((await offered()).toSorted()).toEqual(
      [root.actor.membershipId, mara.actor.membershipId].toSorted(),
    );
    await given(lead, 1, { status: "started", startedOn: "2024-03-04" });
    await expect(given(sam, 2)).rejects.toMatchObject({
      code: "DOES_NOT_SEE",
      details: { fieldErrors: { assigneeId: [expect.stringContaining("Share it with them first.")] } },
    });
    await share(await asNow(mara), withSam());
    await given(sam, 2);
    expect(await offered()).toContain(sam.actor.membershipId);
  });

  test("is made by whoever may make projects, and seen by them when it is for somebody else", async () => {
    await aProject(lead, { name: "Mine", visibility: "private" });
    await aProject(lead, { name: "Mara's", visibility: "private", ownerId: mara.actor.membershipId });
    expect(await namesSeen(lead)).toEqual(expect.arrayContaining(["Mine", "Mara's"]));
    expect(await namesSeen(mara)).toEqual([...both.slice(0, 1), "Mara's", ...both.slice(1)]);
    expect(await namesSeen(admin)).toEqual(both);
  });

  test("is opened and closed by its owner, and by owners and admins of the workspace who see it", async () => {
    await expect(setTo("private", sam)).rejects.toMatchObject({ code: "NOT_YOURS_TO_SHARE" });
    await expect(setTo("private", lead)).rejects.toMatchObject({ code: "NOT_YOURS_TO_SHARE" });
    await setTo("private", admin);
    await expect(setTo("workspace", admin)).rejects.toMatchObject({ kind: "NOT_FOUND" });
    await setTo("workspace", mara);
  });

  test("is handed on only by those, and who did goes on seeing it", async () => {
    await setTo("private");
    await share(mara, withSam());
    const edit = async (by: OrganizationDb, ownerId: string) => {
      const seen = await projectByKey(await asNow(by), project.key);
      const { mutationId: _, key: __, template: ___, visibility: ____, ...details } = projectInput(root);
      const input = { ...details, name: seen.name, ownerId, version: seen.version, projectId: project.id };
      await editProject(await asNow(by), { ...request(), ...input });
    };
    await expect(edit(sam, sam.actor.membershipId)).rejects.toMatchObject({ code: "NOT_YOURS_TO_SHARE" });
    await edit(mara, lead.actor.membershipId);
    for (const one of [mara, sam, lead]) expect(await namesSeen(one)).toEqual(both);
  });

  test("is not lost when its owner leaves or is an owner of the workspace no more", async () => {
    await setTo("private");
    await removeMember(root, { ...request(), membershipId: mara.actor.membershipId, version: 1 });
    expect(await namesSeen(root)).toEqual(both);
    const to = async (role: "owner" | "lead", version: number) =>
      await changeRole(root, { ...request(), membershipId: lead.actor.membershipId, version, role });
    await to("owner", 1);
    expect(await namesSeen(lead)).toEqual(both);
    await to("lead", 2);
    expect(await namesSeen(lead)).toEqual(["Known project"]);
  });

  test("is out of reach of a handle that was opened before", async () => {
    const opened = await asNow(sam);
    const say = async () =>
      await writeComment(opened, {
        ...request(),
        subjectType: "project",
        subjectId: project.id,
        parentId: null,
        body: "Hello",
      });
    await say();
    await setTo("private");
    await expect(say()).rejects.toMatchObject({ kind: "NOT_FOUND" });
  });

  test("keeps its key to itself, and a free one is offered", async () => {
    await setTo("private");
    const refusal = await aProject(lead, { key: project.key }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "KEY_TAKEN" });
    await aProject(lead, { key: /(\w+) is free/.exec(String(refusal))?.[1] ?? "none" });
  });
});

describe("what somebody has to do with a project that is hidden from them now", () => {
  const taskKey = "use-case-scoping/brief";

  test("is not on their time sheet, and does not keep their timer", async () => {
    const task = { projectId: project.id, taskKey };
    const time = { ...task, memberId: null, workedOn: "2024-03-05", hours: 3, note: "" };
    await bookTime(sam, { ...request(), ...time });
    await startTimer(sam, { ...request(), ...task });
    await setTo("private");
    const now = await asNow(sam);
    const week = await timeWeek(now, { day: "2024-03-05", memberId: null });
    expect(week.rows).toEqual([]);
    expect(week.projects.map(({ name }) => name)).toEqual(["Known project"]);
    const known = (await listProjects(now))[0];
    await startTimer(now, { ...request(), projectId: known?.id ?? "", taskKey });
  });

  test("is not in their inbox, and news of it do not come in", async () => {
    const say = async (body: string) =>
      await writeComment(mara, {
        ...request(),
        subjectType: "project",
        subjectId: project.id,
        parentId: null,
        body,
      });
    await say(mentionOf(sam));
    await readLog(database.client, root);
    expect(await itemsOf(sam)).toHaveLength(1);
    await setTo("private");
    await say(`${mentionOf(sam)} ${mentionOf(root)} [@leads](mention:role/lead)`);
    await readLog(database.client, root);
    expect(await itemsOf(await asNow(sam))).toEqual([]);
    const toLead = await itemsOf(await asNow(lead));
    expect(toLead.map(({ project }) => project?.name)).toEqual(["Known project"]);
    expect(await itemsOf(await asNow(root))).toHaveLength(1);
    // Shared, what they knew is there again; of what was said meanwhile they were never told. That it is shared is news.
    await share(mara, withSam());
    expect(await itemsOf(await asNow(sam))).toMatchObject([{ count: 1 }]);
    await readLog(database.client, root);
    const shared = async () => (await itemsOf(await asNow(sam))).filter(({ kind }) => kind === "shared");
    expect(await shared()).toMatchObject([{ project: { name: "Quiet project" } }]);
    await unshare(mara, withSam());
    await share(mara, withSam());
    await readLog(database.client, root);
    expect(await shared()).toHaveLength(1);
  });
});

test("people who do not see a project are not offered to be mentioned in it", async () => {
  const names = async () => {
    const asked = { of: "people" as const, text: "", projectId: project.id };
    const offered = await mentionable(await asNow(mara), asked);
    return new Set(offered.flatMap(({ kind, name }) => (kind === "member" ? [name] : [])));
  };
  const nameOf = (db: OrganizationDb) => `@${db.actor.name}`;
  expect(await names()).toContain(nameOf(sam));
  await setTo("private");
  expect(await names()).toEqual(new Set([root, mara].map(nameOf)));
  await share(mara, withSam());
  expect(await names()).toEqual(new Set([root, mara, sam].map(nameOf)));
});

describe("live updates", () => {
  test("end with the sight of a project, begin with it, and tell only that", async () => {
    const heard = listen(sam);
    await heard.until((message) => message.kind === "present");
    await setTo("private");
    await heard.until((message) => message.kind === "sight");
    await editName(mara, "A secret plan");
    await aProject(root);
    await heard.until((message) => message.kind === "event");
    const types = heard.all.flatMap((message) => (message.kind === "event" ? [message.event.type] : []));
    expect(types).toEqual(["project.created"]);
    await share(mara, withSam());
    await heard.until((message) => message.kind === "sight");
    await editName(mara, "A shared plan");
    await heard.until((message) => message.kind === "event" && message.event.type === "project.edited");
    heard.stop();
  });

  test("show nobody in it to who does not see it, nor them to those who do", async () => {
    await setTo("private");
    const place = `/w/${root.slug}/projects/${project.key}`;
    const inside = listen(mara, place);
    await inside.until((message) => message.kind === "present");
    const outside = listen(sam, place);
    await outside.until((message) => message.kind === "inbox");
    inside.stop();
    outside.stop();
    const told = [...inside.all, ...outside.all].flatMap((message) =>
      message.kind === "present" ? message.people.map(({ name }) => name) : [],
    );
    expect(new Set(told)).toEqual(new Set([mara.actor.name]));
  });

  async function editName(by: OrganizationDb, name: string): Promise<void> {
    const { version } = await projectByKey(await asNow(by), project.key);
    const { mutationId: _, key: __, template: ___, visibility: ____, ...details } = projectInput(mara);
    await editProject(await asNow(by), { ...request(), ...details, name, version, projectId: project.id });
  }

  /** Follows the workspace from here on; whatever is heard is kept. */
  function listen(who: OrganizationDb, place = "projects") {
    const leaving = new AbortController();
    const all: LiveMessage[] = [];
    const stream = signIn(database.client, who.actor.accountId).then(async (account) => {
      const db = await openOrganization(database.client, account, who.slug);
      const from = { after: db.openedAtSeq, place };
      return follow(services, db, account.loginSessionId, from, leaving.signal);
    });
    return {
      all,
      stop: () => leaving.abort(),
      until: async (found: (message: LiveMessage) => boolean): Promise<void> => {
        const messages = await stream;
        for (let next = await messages.next(); !next.done; next = await messages.next()) {
          all.push(next.value);
          if (found(next.value)) return;
        }
        throw new Error("The stream ended before.");
      },
    };
  }
});

test("what a private project finished teaches no other project, and itself", async () => {
  const brief = taskStandards.find(({ key }) => key === "use-case-scoping/brief");
  if (brief === undefined) throw new Error("Scoping has a brief.");
  const other = await aProject(root);
  const effort = async (projectKey: string, key: string) => {
    const task = (await projectPlan(await asNow(root), projectKey)).tasks.find((one) => one.key === key);
    return task === undefined ? null : threePointMean(task.effortPersonDays);
  };
  const untouched = "application/backend";
  const before = await effort(other.key, untouched);
  await setTo("private");
  for (const { key, effortPersonDays } of taskStandards.filter((one) => one.technique === brief.technique)) {
    const edit = taskInput({
      projectId: project.id,
      taskKey: key,
      status: "done",
      startedOn: "2024-03-04",
      finishedOn: "2024-03-06",
      actualEffortPersonDays: threePointMean(effortPersonDays) * 4,
    });
    await editTask(await asNow(mara), edit);
  }
  const later = await aProject(root);
  expect(await effort(later.key, untouched)).toBe(before);
  expect(await effort(project.key, untouched)).not.toBe(before);
});

describe("the wall", () => {
  /** Tables of an organization whose rows belong to no project, and why. */
  const ofTheWorkspace: Readonly<Record<string, string>> = {
    organization: "is the workspace",
    organization_counter: "counts entries, and says nothing of them",
    membership: "people of the workspace",
    expertise: "what people know",
    absence: "when people are away",
    training: "what they are to learn",
    profile_proposal: "what somebody proposes to somebody about a profile",
    invitation: "people to come",
    lifecycle_standard: "standards of the workspace",
    mutation: "answers somebody was given, and gets again",
    consumer_cursor: "how far readers of the log are",
    consumer_failure: "what the process could not read",
    job: "work of the process, in ids",
    team: "people of the workspace; how many projects it has is counted with the reader's sight",
    team_member: "who is in it",
    saved_view: "a filter, and names of nobody's projects but what is typed into it",
    view_default: "which of them somebody sees first",
    letter_schedule: "when a view goes out by mail; what it shows is read with the sight of whom it goes to",
    letter_reader: "to whom",
    share_link: "a filter, too: what it shows is read as nobody",
    share_use: "when a link was used",
    schedule: "what was kept, in ids: whoever opens it is told of the projects that they see",
    schedule_run: "one's own, told in the same way",
    mail_delivery: "that a letter went out; its entries are walled",
  };

  test("stands around every table of an organization that belongs to projects", async () => {
    const tables = await query<{ name: string; own: boolean; walled: boolean }>(
      testDatabase.ownerUrl,
      `SELECT c.relname AS name,
         EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'project_id' AND NOT a.attisdropped) AS own,
         EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'private_projects'
           AND NOT p.polpermissive AND p.polcmd = '*') AS walled
       FROM pg_class c JOIN pg_attribute o ON o.attrelid = c.oid AND o.attname = 'organization_id'
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    expect(tables.length).toBeGreaterThan(40);
    const open = tables
      .filter(({ name, walled }) => !walled && ofTheWorkspace[name] === undefined)
      .map(({ name, own }) => `${name}: ${own ? ofProject(name) : ofAnother}`);
    expect(open).toEqual([]);
    const walled = tables.filter((table) => table.walled).map(({ name }) => name);
    expect(walled.filter((name) => name in ofTheWorkspace)).toEqual([]);
  });

  const ofProject = (name: string) =>
    `CREATE POLICY private_projects ON "${name}" AS RESTRICTIVE USING ((SELECT sees_all()) OR (project_id IN (SELECT unnest(hidden_projects()))) IS NOT TRUE);`;
  const ofAnother =
    "if it reaches a project through another row, add the policy private_projects as migration 20261127220000 does for such; if it belongs to the workspace, say so in ofTheWorkspace above, with the reason";
});
