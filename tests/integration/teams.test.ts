import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cohort, cohorts } from "@/features/learning/queries";
import { editTask } from "@/features/plans/tasks.service";
import { portfolio } from "@/features/portfolio/queries";
import { readFilter } from "@/features/portfolio/ui/filter-address";
import { detailSteps } from "@/features/projects/details-undo.queries";
import { takeBackDetails } from "@/features/projects/details-undo.service";
import { projectByKey } from "@/features/projects/queries";
import { editProject } from "@/features/projects/service";
import { setVisibility } from "@/features/projects/sharing.service";
import { teams } from "@/features/teams/queries";
import { mostTeams } from "@/features/teams/schema";
import { deleteTeam, editTeam, makeTeam, restoreTeam } from "@/features/teams/service";
import { removeMember } from "@/features/workspaces/members.service";
import { taskStandards } from "@/planning";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { aMember, anAccount, aWorkspace } from "../support/factories";
import { aProject, taskInput } from "../support/projects";

// Teams: who is in them, and what the portfolio and finished work say by team.

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const request = () => ({ mutationId: crypto.randomUUID() });

async function aFreshWorkspace(slug: string): Promise<OrganizationDb> {
  return await aWorkspace(database.client, await anAccount(database.client, `${slug}@example.org`), slug);
}

const make = async (db: OrganizationDb, name: string, memberIds: string[] = []) =>
  await makeTeam(db, { ...request(), name, memberIds });

const at = (search: string) => readFilter(Object.fromEntries(new URLSearchParams(search)));

/** Saves the project's details with what is given changed; a team that is not given is not named. */
async function edit(db: OrganizationDb, key: string, change: { teamId?: string | null; summary?: string }) {
  const project = await projectByKey(db, key);
  const { id: projectId, version, name, summary, owner, startsOn, targetOn, budgetMinor } = project;
  const details = { name, summary, ownerId: owner.id, startsOn, targetOn, budgetMinor };
  await editProject(db, { ...request(), projectId, version, ...details, ...change });
}

const giveTo = async (db: OrganizationDb, key: string, teamId: string | null) =>
  await edit(db, key, { teamId });

describe("teams", () => {
  test("each has a name of its own, however it is written, also of two made at once", async () => {
    const db = await aFreshWorkspace("names");
    const { id } = await make(db, "Retrieval");
    await expect(make(db, "RETRIEVAL")).rejects.toThrow("Another team has this name already.");
    const both = await Promise.allSettled([make(db, "Serving"), make(db, "serving")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await deleteTeam(db, { ...request(), teamId: id, version: 1 });
    await make(db, "Retrieval");
    await expect(restoreTeam(db, { ...request(), teamId: id })).rejects.toThrow("has this name already");
    expect((await teams(db)).deleted).toEqual([{ id, name: "Retrieval" }]);
  });

  test("of two who change one at once the later sees what the earlier did", async () => {
    const db = await aFreshWorkspace("versions");
    const { id: teamId } = await make(db, "Retrieval");
    await editTeam(db, { ...request(), teamId, version: 1, name: "Search", memberIds: [] });
    await expect(
      editTeam(db, { ...request(), teamId, version: 1, name: "Finding", memberIds: [] }),
    ).rejects.toMatchObject({ code: "STALE_VERSION", details: { current: { name: "Search", version: 2 } } });
    await expect(deleteTeam(db, { ...request(), teamId, version: 1 })).rejects.toMatchObject({
      code: "STALE_VERSION",
    });
  });

  test("people are members of the workspace, each once, and leave the team with it", async () => {
    const db = await aFreshWorkspace("people");
    const ben = await aMember(
      database.client,
      db,
      await anAccount(database.client, "ben@people.org"),
      "member",
    );
    const { membershipId } = ben.actor;
    await make(db, "Retrieval", [membershipId, membershipId, db.actor.membershipId]);
    expect((await teams(db)).teams.map(({ members }) => members.map(({ id }) => id).sort())).toEqual([
      [membershipId, db.actor.membershipId].sort(),
    ]);
    await removeMember(db, { ...request(), membershipId, version: 1 });
    expect((await teams(db)).teams.map(({ members }) => members.map(({ id }) => id))).toEqual([
      [db.actor.membershipId],
    ]);
    await expect(make(db, "Serving", [membershipId])).rejects.toMatchObject({ code: "UNKNOWN_MEMBER" });
    await expect(make(db, "Serving", [crypto.randomUUID()])).rejects.toMatchObject({
      code: "UNKNOWN_MEMBER",
    });
  });

  test("there are not too many", async () => {
    const db = await aFreshWorkspace("many");
    await db.write(request(), async (tx) => {
      await tx.team.createMany({
        data: Array.from({ length: mostTeams }, (_, place) => ({
          organizationId: db.organizationId,
          id: crypto.randomUUID(),
          name: `Team ${place}`,
        })),
      });
      return {
        answer: null,
        event: { type: "team.made", subject: { type: "team", id: db.organizationId }, data: {} },
      };
    });
    await expect(make(db, "One more")).rejects.toThrow(`There are ${mostTeams} teams.`);
  });
});

describe("projects of a team", () => {
  let db: OrganizationDb;
  let health: string;

  beforeAll(async () => {
    db = await aFreshWorkspace("projects");
    health = (await make(db, "Health")).id;
    for (const key of ["ONE", "TWO", "FREE"]) await aProject(db, { key, name: `Project ${key}` });
    for (const key of ["ONE", "TWO"]) await giveTo(db, key, health);
  });

  const efforts = async () =>
    (await portfolio(db, at(""))).effort.team
      .map(({ key, name, actual, remaining }) => ({ key, name, whole: actual + remaining }))
      .sort((a, b) => a.name.localeCompare(b.name));

  test("effort by team is what SQL sums, and opens the projects it is made of", async () => {
    const sums = await db.read(
      async (tx) =>
        await tx.$queryRaw<{ key: string; whole: number }[]>`
          SELECT coalesce(p.team_id::text, 'none') AS key, sum(e.actual + e.remaining)::int AS whole
          FROM project_effort e JOIN project p ON p.id = e.project_id
          WHERE e.dimension = 'phase' GROUP BY 1`,
    );
    const shown = await efforts();
    expect(shown.map(({ name }) => name)).toEqual(["Health", "No team"]);
    for (const { key, whole } of shown) {
      expect(sums).toContainEqual({ key, whole });
      const { part, rows } = await portfolio(db, at(`show=team:${key}`));
      expect((part?.actual ?? 0) + (part?.remaining ?? 0)).toBe(whole);
      expect(rows.map((row) => row.key).sort()).toEqual(key === health ? ["ONE", "TWO"] : ["FREE"]);
    }
    const { groups } = await portfolio(db, at("group=team"));
    expect(groups.map(({ title, count }) => [title, count])).toEqual([
      ["Health", 2],
      ["No team", 1],
    ]);
    expect((await portfolio(db, at("text=health"))).shownCount).toBe(2);
  });

  test("are without one while it is deleted, and of it again when it is brought back", async () => {
    await deleteTeam(db, { ...request(), teamId: health, version: 1 });
    expect((await efforts()).map(({ name }) => name)).toEqual(["No team"]);
    expect(await projectByKey(db, "ONE")).toMatchObject({ teamId: health, teamName: null });
    await expect(giveTo(db, "FREE", health)).rejects.toMatchObject({ code: "UNKNOWN_TEAM" });
    // Whoever edits something else meanwhile does not take it out of the team.
    await giveTo(db, "ONE", health);
    await restoreTeam(db, { ...request(), teamId: health });
    expect((await efforts()).map(({ name }) => name)).toEqual(["Health", "No team"]);
    expect(await projectByKey(db, "ONE")).toMatchObject({ teamId: health, teamName: "Health" });
  });

  test("a project's team is undone and done again with its details; who does not name one changes none", async () => {
    await giveTo(db, "FREE", health);
    const { id: projectId } = await projectByKey(db, "FREE");
    const [undo] = (await detailSteps(db, "FREE")).undo;
    expect(undo?.parts).toEqual(["teamId"]);
    await takeBackDetails(db, { ...request(), projectId, seq: undo?.seq ?? 0, way: "undo" });
    expect(await projectByKey(db, "FREE")).toMatchObject({ teamId: null });
    const [redo] = (await detailSteps(db, "FREE")).redo;
    await takeBackDetails(db, { ...request(), projectId, seq: redo?.seq ?? 0, way: "redo" });
    await edit(db, "FREE", { summary: "More." });
    expect(await projectByKey(db, "FREE")).toMatchObject({ teamId: health });
    await giveTo(db, "FREE", null);
  });

  test("finished work is told by team, and its list is what the figures sum", async () => {
    const { id: projectId } = await projectByKey(db, "ONE");
    const [standard] = taskStandards.filter(({ technique }) => technique === "use-case-scoping");
    const done = { status: "done", startedOn: "2024-03-04", finishedOn: "2024-03-06" } as const;
    await editTask(
      db,
      taskInput({ projectId, taskKey: standard?.key ?? "", ...done, actualEffortPersonDays: 3 }),
    );
    const found = await cohorts(db, "team");
    expect(found.map(({ id, teamName, projects, effort }) => [id, teamName, projects, effort.tasks])).toEqual(
      [
        [health, "Health", 2, 1],
        ["none", null, 1, 0],
      ],
    );
    const opened = await cohort(db, { by: "team", cohort: health });
    expect(opened?.tasks.map((task) => [task.project.key, task.actualPersonDays])).toEqual([["ONE", 3]]);
  });

  test("private ones are not counted for whoever does not see them", async () => {
    const { id: projectId, version } = await projectByKey(db, "TWO");
    await setVisibility(db, { ...request(), projectId, version, visibility: "private" });
    const ben = await aMember(
      database.client,
      db,
      await anAccount(database.client, "ben@projects.org"),
      "lead",
    );
    const counts = async (as: OrganizationDb) => (await teams(as)).teams.map((team) => team.projectCount);
    expect(await counts(db)).toEqual([2]);
    expect(await counts(ben)).toEqual([1]);
    const { effort } = await portfolio(ben, at("show=team:none"));
    expect(effort.team.map(({ key }) => key)).toEqual(["none"]);
    expect((await cohorts(ben, "team")).map(({ projects }) => projects)).toEqual([1, 1]);
  });
});
