import { fromBase64 } from "lib0/buffer";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { exportTasks } from "@/features/exchange/export.queries";
import { readTaskFile } from "@/features/exchange/file-rules";
import { checkImport } from "@/features/exchange/import-rules";
import { importContext } from "@/features/exchange/queries";
import type { ExportFormat } from "@/features/exchange/schema";
import { importTasks } from "@/features/exchange/service";
import { changeChecklist } from "@/features/plans/checklists.service";
import { addTask, linkTasks } from "@/features/plans/own-tasks.service";
import { projectPlan } from "@/features/plans/queries";
import { editTask } from "@/features/plans/tasks.service";
import { takeBackSteps } from "@/features/plans/undo.queries";
import { takeBackInPlan } from "@/features/plans/undo.service";
import { isoDate } from "@/planning";
import { type Database, openDatabase } from "@/platform/db/database";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { cloneDatabase, type TestDatabase } from "../support/database";
import { anAccount, aWorkspace } from "../support/factories";
import { projectTask } from "../support/furnished-workspace";
import { aProject, taskInput } from "../support/projects";

// A plan's tasks leave as files and come in from files: all of a file, or nothing of it.

let testDatabase: TestDatabase;
let database: Database;
let db: OrganizationDb;
type Project = { id: string; key: string };
let project: Project;

beforeAll(async () => {
  testDatabase = await cloneDatabase();
  database = openDatabase(testDatabase.ownerUrl, 8, () => {});
  db = await aWorkspace(database.client, await anAccount(database.client, "ada@example.org"), "exchange");
});

beforeEach(async () => {
  project = await aProject(db, { template: "prompt-hosted-model" });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const brief = "use-case-scoping/brief";
const frame = "use-case-scoping/frame";
const noDefaults = { technique: null, effort: "" };
const request = (of = project) => ({ mutationId: crypto.randomUUID(), projectId: of.id });
const exported = async (format: ExportFormat, of = project) =>
  new Uint8Array(fromBase64((await exportTasks(db, { projectKey: of.key, format })).base64));
const exportedJson = async (of = project) => {
  const { project: _, ...file } = JSON.parse(new TextDecoder().decode(await exported("json", of)));
  return file;
};
const rowsOf = async (file: Uint8Array | string) => {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : new Uint8Array(file);
  const reading = await readTaskFile(bytes);
  if ("fault" in reading) throw new Error(reading.fault);
  return reading.rows.map(({ line, cells }) => ({ line, cells }));
};
const check = async (file: Uint8Array | string, of = project, defaults = noDefaults) =>
  checkImport(await rowsOf(file), (await importContext(db, { projectId: of.id })).context, defaults);
const bringIn = async (file: Uint8Array | string, of = project, defaults = noDefaults) =>
  await importTasks(db, {
    ...request(of),
    seenSeq: (await importContext(db, { projectId: of.id })).seq,
    fileName: "tasks.csv",
    rows: await rowsOf(file),
    defaults,
  });
const plan = async () => await projectPlan(db, project.key);
const named = async (name: string) => (await plan()).tasks.find((task) => task.name === name);

/** A project with everything a file could hold. */
async function furnish(): Promise<string> {
  const content = { ...projectTask, technique: "use-case-scoping" as const, level: 2 as const };
  const { taskKey } = await addTask(db, {
    ...request(),
    content: { ...content, name: '=Visit "them", twice; 50 % & <more>', inLoop: false },
    after: [brief],
  });
  await linkTasks(db, { ...request(), taskKey, after: frame, kind: "start-to-start", lagWorkingDays: 2.5 });
  await editTask(
    db,
    taskInput({
      projectId: project.id,
      taskKey: brief,
      effortPersonDays: { optimistic: 1.25, mostLikely: 2.1, pessimistic: 10 / 3 },
      status: "done",
      startedOn: "2026-03-02",
      finishedOn: "2026-03-05",
      actualEffortPersonDays: 2.5,
      actualMachineHours: 12,
      assigneeId: db.actor.membershipId,
    }),
  );
  const expertise = { discipline: "evaluation", level: 4 } as const;
  const notBeforeOn = isoDate("2026-04-07");
  await editTask(db, taskInput({ projectId: project.id, taskKey: frame, expertise, notBeforeOn }));
  await listed(frame, "= Ask twice");
  await listed(taskKey, "Pack");
  return taskKey;
}

/** Puts an item that is done into a checklist. */
async function listed(taskKey: string, text: string): Promise<void> {
  const itemId = crypto.randomUUID();
  await changeChecklist(db, { ...request(), taskKey, change: { kind: "add", itemId, text } });
  await changeChecklist(db, { ...request(), taskKey, change: { kind: "tick", itemId, done: true } });
}

describe("a round trip", () => {
  test("through JSON into another project is the same file again, and into its own changes nothing", async () => {
    await furnish();
    const file = await exported("json");
    expect((await check(file)).rows.map(({ outcome }) => outcome)).toContain("same");
    expect((await check(file)).writes).toEqual([]);
    const other = await aProject(db, { template: "prompt-hosted-model" });
    await bringIn(file, other);
    const [here, there] = [await exportedJson(), await exportedJson(other)];
    // Forecasts draw by project.
    const lasting = (one: { tasks: { planned?: unknown }[] }) =>
      one.tasks.map(({ planned: _, ...task }) => task);
    expect(lasting(there)).toEqual(lasting(here));
  });

  test.each(["csv", "xlsx", "project-xml", "jira-csv"] as const)(
    "through %s changes nothing here, and makes the same task elsewhere",
    async (format) => {
      await furnish();
      const file = await exported(format);
      const checked = await check(file);
      expect(checked.rows.filter(({ outcome }) => outcome !== "same")).toEqual([]);
      const other = await aProject(db, { template: "prompt-hosted-model" });
      await bringIn(file, other);
      // Whatever finished work corrects of it, the estimate that came is the one that left.
      const told = ({ tasks }: Awaited<ReturnType<typeof plan>>, asItCame: boolean) =>
        tasks.map(({ key, name, discipline, level, own, ...task }) => ({
          ...{ key, name, discipline, level, assignee: task.assignee, links: task.waitsFor },
          effort: (asItCame ? own?.content.effortPersonDays : null) ?? task.effortPersonDays,
          duration: (asItCame ? own?.content.durationWorkingDays : null) ?? task.durationWorkingDays,
          ...{ status: task.status, startedOn: task.startedOn, finishedOn: task.finishedOn },
          ...{ hours: task.actualMachineHours, spent: task.actualEffortPersonDays },
        }));
      const there = await projectPlan(db, other.key);
      expect(told(there, true).find(({ name }) => name.startsWith("="))).toEqual(
        told(await plan(), false).find(({ name }) => name.startsWith("=")),
      );
      expect(told(there, true).find(({ key }) => key === brief)).toEqual(
        told(await plan(), false).find(({ key }) => key === brief),
      );
      expect(there.tasks.find(({ key }) => key === frame)).toMatchObject({ notBeforeOn: "2026-04-07" });
      if (format !== "csv" && format !== "xlsx") return;
      const needs = { discipline: "evaluation", level: 4 };
      const { tasks } = there;
      expect(tasks.find(({ key }) => key === frame)).toMatchObject({
        ...needs,
        checklist: [{ text: "= Ask twice", done: true }],
      });
      expect(tasks.find(({ name }) => name.startsWith("="))).toMatchObject({
        checklist: [{ text: "Pack", done: true }],
      });
    },
  );

  test("a calendar has each task, gate and finish as whole days", async () => {
    await furnish();
    const text = new TextDecoder().decode(await exported("calendar"));
    const { forecast } = await plan();
    expect(text).toContain(`DTSTART;VALUE=DATE:${forecast.finish.p80.replaceAll("-", "")}`);
    expect(text).toContain('SUMMARY:=Visit "them"\\, twice\\; 50 % & <more>');
    expect(text).toContain("DTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20260306");
    expect(text).toContain("SUMMARY:Gate: ");
  });
});

describe("an import", () => {
  const csv = [
    "Task,Technique,Effort (person-days),Waits for,Assignee",
    `Ask the nurses,Use-case scoping,1 / 2 / 4,${brief},Ada`,
    "Write it down,use-case-scoping,1,Ask the nurses FS+2,",
  ].join("\n");

  test("adds tasks with what they wait for in one entry of the log, and the same file again changes nothing", async () => {
    const before = (await plan()).forecast.effortMeanPersonDays;
    const own = await importContext(db, { projectId: project.id });
    const name = own.context.members[0]?.name ?? "";
    const file = csv.replace(",Ada", `,${name}`);
    expect(await bringIn(file)).toEqual({ added: 2, changed: 0 });
    const [ask, write] = [await named("Ask the nurses"), await named("Write it down")];
    expect(ask).toMatchObject({ waitsFor: [{ after: brief, isOwn: true }], assignee: { name } });
    expect(write?.waitsFor).toEqual([
      { after: ask?.key, kind: "finish-to-start", lagWorkingDays: 2, isOwn: true },
    ]);
    expect((await plan()).forecast.effortMeanPersonDays).toBeGreaterThan(before + 2);
    expect((await importContext(db, { projectId: project.id })).seq).toBe(own.seq + 1);
    await expect(bringIn(file)).rejects.toMatchObject({ code: "NOTHING_TO_IMPORT" });
    expect(await bringIn(file.replace("1 / 2 / 4", "1 / 2 / 5"))).toEqual({ added: 0, changed: 1 });
  });

  test("says of each row what is wrong with it, and writes nothing of any", async () => {
    const bad = [
      "Key,Task,Technique,Effort (person-days),Waits for,Assignee,Status,Started",
      "a,Good,use-case-scoping,1,,,,",
      "b,No such technique,sorcery,1,,,,",
      "c,No such person,use-case-scoping,1,,Nobody,,",
      "d,Round,use-case-scoping,1,e,,,",
      "e,And round,use-case-scoping,1,d,,,",
      "f,Wrong order,use-case-scoping,4 / 2 / 1,,,started,2026-03-02",
      "g,No start,use-case-scoping,1,,,started,",
      "a,Twice,use-case-scoping,1,,,,",
      "h,Unknown,use-case-scoping,1,nothing,,,",
      "i,No effort,use-case-scoping,,,,,",
      `${brief},Another name,,,,,,`,
      "pre-training/train,Train,,,,,,",
    ].join("\n");
    const { rows } = await check(bad);
    const faults = rows.map(({ faults: told }) => told.join(" "));
    expect(faults).toEqual([
      "",
      expect.stringContaining("no technique “sorcery”"),
      expect.stringContaining("Nobody in this workspace is called “Nobody”"),
      expect.stringMatching(/^$|wait for each other: “(Round|And round)”, “(Round|And round)”/),
      expect.stringMatching(/^$|wait for each other: “(Round|And round)”, “(Round|And round)”/),
      expect.stringContaining("optimistic ≤ most likely ≤ pessimistic"),
      expect.stringContaining("say when the task was started"),
      expect.stringContaining("same task as in row 2"),
      expect.stringContaining("waits for “nothing”"),
      expect.stringContaining("Effort: give it"),
      expect.stringContaining("name can't be changed"),
      expect.stringContaining("not in this plan"),
    ]);
    expect(faults[3] + (faults[4] ?? "")).toContain("wait for each other");
    await expect(bringIn(bad)).rejects.toMatchObject({ code: "IMPORT_REFUSED" });
    expect((await plan()).tasks.filter(({ own }) => own !== null)).toEqual([]);
  });

  test("is held against the project as the person saw it", async () => {
    const { seq } = await importContext(db, { projectId: project.id });
    await linkTasks(db, {
      ...request(),
      taskKey: frame,
      after: brief,
      kind: "start-to-start",
      lagWorkingDays: 1,
    }).catch(
      async () =>
        await linkTasks(db, {
          ...request(),
          taskKey: brief,
          after: frame,
          kind: "start-to-start",
          lagWorkingDays: 1,
        }),
    );
    const rows = await rowsOf("Task,Effort\nLate,1");
    const defaults = { technique: "use-case-scoping" as const, effort: "" };
    const late = importTasks(db, { ...request(), seenSeq: seq, fileName: "late.csv", rows, defaults });
    await expect(late).rejects.toMatchObject({ code: "CHANGED_SINCE" });
    expect(await named("Late")).toBeUndefined();
  });

  test("is undone and redone as one, unless somebody built on it", async () => {
    const taken = async (way: "undo" | "redo") => {
      const seq = (await takeBackSteps(db, project.key))[way][0]?.seq ?? 0;
      await takeBackInPlan(db, { ...request(), way, seq });
    };
    await listed(brief, "Ask");
    const before = await exportedJson();
    const file = `Key,Task,Technique,Effort (person-days),Status,Started,Waits for,Discipline,Checklist
${brief},,,5,started,2026-03-02,,Evaluation,"[x] Ask
[ ] Tell"
ours,Ask the nurses,use-case-scoping,1,started,2026-03-03,${brief},Evaluation,`;
    await bringIn(file);
    const after = await exportedJson();
    await taken("undo");
    const undone = await exportedJson();
    type Task = { own: unknown; planned: unknown; checklist: unknown };
    const inPlan = (one: { tasks: Task[] }) => one.tasks.filter((task) => task.own === null);
    const checklists = (one: { tasks: Task[] }) => inPlan(one).map(({ checklist }) => checklist);
    expect(checklists(after)).not.toEqual(checklists(before));
    expect(checklists(undone)).toEqual(checklists(before));
    expect(inPlan(undone).map(({ planned }) => planned)).toEqual(
      inPlan(before).map(({ planned }) => planned),
    );
    expect(await named("Ask the nurses")).toBeUndefined();
    await taken("redo");
    expect(await exportedJson()).toEqual(after);
    const task = await named("Ask the nurses");
    await editTask(
      db,
      taskInput({
        projectId: project.id,
        taskKey: task?.key ?? "",
        version: task?.version ?? 0,
        status: "planned",
      }),
    );
    const [, { seq } = { seq: 0 }] = (await takeBackSteps(db, project.key)).undo;
    await expect(takeBackInPlan(db, { ...request(), way: "undo", seq })).rejects.toMatchObject({
      code: "BUILT_ON",
    });
  });
});
