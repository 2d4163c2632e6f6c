import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page } from "@playwright/test";
import { readCsv } from "@/features/exchange/csv-rules";
import { checkFigures } from "@/features/plans/check.service";
import { emailOf, samplePassword } from "@/features/sample/people";
import { phaseIds, phaseNames, techniqueNames } from "@/planning";
import { type InspectionDb, inspectEach } from "@/platform/db/inspection";
import { formatDays, formatPersonDays } from "@/ui/format";
import { type RunningServer, withServer } from "../../benchmarks/support/running-server";
import { signInOverHttp } from "../support/api-client";
import { aMember, anAccount, password } from "../support/factories";
import { workspaceOf } from "../support/many-projects";
import { aPerson, test as base, expectAlive, takeCookies } from "./people";

// A lead's Monday, from seeing to sharing, on the sample workspace and on a generated one of sixty projects, while somebody else changes
// plans; every sum held against SQL of its own. On a server of its own: schedules are applied to all projects there are.

const test = base.extend<object, { server: RunningServer }>({
  server: [async ({ browser: _ }, use) => await withServer(use), { scope: "worker", timeout: 300_000 }],
});

// One after the other in one process, so that there is one server. Against hanging only, as for all tests: these walks are the longest.
test.describe.configure({ mode: "default", timeout: 300_000 });

test("a lead works through the sample workspace", async ({ browser, server }) => {
  await walk(browser, server, {
    slug: "northwind-ai",
    lead: { email: emailOf({ key: "lina" }), password: samplePassword },
    colleague: { email: emailOf({ key: "tomas" }), password: samplePassword },
    find: "assistant",
  });
});

test("a lead works through a generated workspace of sixty projects", async ({ browser, server }) => {
  const { db } = await workspaceOf(server.client, { projects: 60, people: 12, eventsPerProject: 5 });
  const lead = { email: "lead-of-many@example.org", password };
  await aMember(server.client, db, await anAccount(server.client, lead.email), "lead");
  await walk(browser, server, {
    slug: db.slug,
    lead,
    colleague: { email: "colleague-1@example.org", password },
    find: "again 2",
  });
});

type Credentials = { readonly email: string; readonly password: string };
type Colleague = Awaited<ReturnType<typeof signInOverHttp>>["api"];
type Place = {
  readonly page: Page;
  readonly slug: string;
  readonly db: InspectionDb;
  readonly colleague: Colleague;
};

async function walk(
  browser: Browser,
  server: RunningServer,
  of: {
    readonly slug: string;
    readonly lead: Credentials;
    readonly colleague: Credentials;
    readonly find: string;
  },
): Promise<void> {
  const { slug } = of;
  const lead = await aPerson(browser, { baseURL: server.url });
  const { cookie } = await signInOverHttp(server.url, of.lead.email, of.lead.password);
  await takeCookies(lead.context, cookie, server.url);
  const { api: colleague } = await signInOverHttp(server.url, of.colleague.email, of.colleague.password);
  const db = await databaseOf(server, slug);
  const place: Place = { page: lead.page, slug, db, colleague };
  await test.step("sees where effort goes, while it changes", () => see(place));
  await test.step("finds the expertise that is short", () => findShortExpertise(place));
  await test.step("schedules all projects, and takes it back", () => schedule(place));
  await test.step("asks for the dearest decision", () => decideNext(place));
  await test.step("learns from what is finished", () => learn(place));
  await test.step("keeps a view, takes it away and shares it", () => keepAndShare(place, of.find));
  await test.step("and every stored figure is what its plan gives", async () => {
    // Copies keep the forecasts of what they were copied from, drawn with other numbers than their own.
    const { differing } = await checkFigures(db);
    expect(differing.filter(({ key }) => !/C\d+$/.test(key))).toEqual([]);
  });
  lead.expectQuiet();
}

/** The workspace's rows as the database has them, whoever may see them, to look only. */
async function databaseOf(server: RunningServer, slug: string): Promise<InspectionDb> {
  const found: InspectionDb[] = [];
  await inspectEach(server.client, async (db, organization) => {
    if (organization.slug === slug) found.push(db);
  });
  const [db] = found;
  if (db === undefined) throw new Error(`There is no workspace ${slug}.`);
  return db;
}

// 1. See

type PhaseId = (typeof phaseIds)[number];
type EffortRow = { readonly key: string; readonly actual: number; readonly planned: number };

/** Hundredths of a person-day that each project has in the phase. */
async function effortIn(db: InspectionDb, phase: PhaseId): Promise<EffortRow[]> {
  const rows = await db.read(
    async (tx) =>
      await tx.$queryRaw<EffortRow[]>`
        SELECT p.key, e.actual, e.actual + CASE WHEN p.launched_at IS NULL THEN e.remaining ELSE 0 END AS planned
        FROM project p JOIN project_effort e ON e.project_id = p.id AND e.dimension = 'phase' AND e.key = ${phase}
        WHERE p.deleted_at IS NULL ORDER BY p.key`,
  );
  return rows.filter(({ planned }) => planned > 0);
}

const total = (rows: readonly EffortRow[]) => ({
  actual: rows.reduce((sum, { actual }) => sum + actual, 0),
  planned: rows.reduce((sum, { planned }) => sum + planned, 0),
});

async function see({ page, slug, db, colleague }: Place): Promise<void> {
  await page.goto(`/w/${slug}/portfolio`);
  const figures = page.getByRole("list", { name: "Effort by phase" });
  for (const phase of phaseIds) {
    const { actual, planned } = total(await effortIn(db, phase));
    await expect(figures.getByRole("listitem").filter({ hasText: phaseNames[phase] })).toContainText(
      `${Math.round(actual / 100)} / ${formatPersonDays(planned / 100, { short: true })}`,
    );
  }

  const phase = "model-alignment";
  await figures.getByRole("link", { name: phaseNames[phase] }).click();
  const part = page.getByRole("group", { name: phaseNames[phase], exact: true });
  const grid = page.getByRole("grid", { name: "Projects" });
  const expectSummed = async () => {
    const rows = await effortIn(db, phase);
    const { actual, planned } = total(rows);
    await expect(part).toContainText(
      `planned${formatPersonDays(planned / 100)}spent${formatPersonDays(actual / 100)}`,
    );
    await expect(grid).toHaveAttribute("aria-rowcount", String(rows.length + 1));
    const expected = rows.map(
      (row) =>
        `${row.key} ${(row.actual / 100).toFixed(1)} / ${formatPersonDays(row.planned / 100, { short: true })}`,
    );
    // Of many rows those in sight are drawn.
    await expect
      .poll(async () => {
        const shown = (await grid.getByRole("row").allInnerTexts()).flatMap(keyAndPart);
        return shown.length > 0 ? shown.filter((row) => !expected.includes(row)) : ["nothing is shown"];
      })
      .toEqual([]);
    return planned;
  };
  const before = await expectSummed();

  const [largest] = (await effortIn(db, phase)).toSorted(
    (a, b) => b.planned - b.actual - (a.planned - a.actual),
  );
  const planned = await changeSome(colleague, slug, largest?.key ?? "", phase, 41);
  expect(planned.status).toBe("planned");
  expect(await expectSummed()).not.toBe(before);
}

/** What a row of the grid says of its project's part of the effort: "SUP 1.0 / 20 pd". */
function keyAndPart(text: string): string[] {
  const key = /(?:^|\s)([A-Z][A-Z0-9]*) · /.exec(text)?.[1];
  const part = /[\d,.]+ \/ [\d,.]+\spd/.exec(text)?.[0];
  return key === undefined || part === undefined ? [] : [`${key} ${part}`];
}

/** The colleague says of a task that nobody has begun, of this phase or of any, that it takes so many days of work. */
async function changeSome(
  colleague: Colleague,
  workspace: string,
  projectKey: string,
  phase: PhaseId | null,
  days: number,
) {
  const { tasks, projectId } = await colleague.plans.plan.query({ workspace, projectKey });
  const task = tasks.find(
    ({ technique, status, ownEffort }) =>
      (phase === null || techniqueNames[technique].phase === phase) && status === "planned" && !ownEffort,
  );
  if (task === undefined) throw new Error(`Nothing of ${projectKey} waits to begin.`);
  await colleague.plans.editTask.mutate({
    mutationId: crypto.randomUUID(),
    workspace,
    projectId,
    taskKey: task.key,
    version: task.version,
    effortPersonDays: { optimistic: days, mostLikely: days, pessimistic: days },
    durationWorkingDays: null,
    status: "planned",
    startedOn: null,
    finishedOn: null,
    actualEffortPersonDays: null,
    assigneeId: task.assignee?.id ?? null,
  });
  return task;
}

// 2. Expertise

const personDays = (text: string) =>
  Math.round(Number(/([\d,.]+)\s*pd/.exec(text)?.[1]?.replace(/,/g, "")) * 100);
const added = (texts: readonly string[]) => texts.map(personDays).reduce((all, one) => all + one, 0);

async function findShortExpertise({ page, slug, db, colleague }: Place): Promise<void> {
  await page.goto(`/w/${slug}/expertise`);
  const cell = page
    .getByRole("table", { name: "Expertise by week" })
    .getByRole("link", { name: /\d person-days? short$/ })
    .first();
  await expectAlive(cell);
  await cell.click();
  await expect(page).toHaveURL(/cell=/);
  const [weekOn = "", discipline = "", level = ""] = (
    new URL(page.url()).searchParams.get("cell") ?? ""
  ).split(":");
  const opened = page.getByRole("group", { name: /, week of / });
  const rows = opened.getByRole("list", { name: "What asks for it" }).locator("> li");

  /** What the stored demand of the week comes to, in hundredths: the projects, and the tasks that they name. */
  const stored = async () => {
    const [sum] = await db.read(
      async (tx) =>
        await tx.$queryRaw<{ asked: number; tasks: number; projects: number }[]>`
          SELECT coalesce(sum(d.p80), 0)::int AS asked, count(*) FILTER (WHERE d.p80 > 0)::int AS projects,
            coalesce(sum((SELECT sum((t ->> 'p80')::int) FROM jsonb_array_elements(d.tasks) t)), 0)::int AS tasks
          FROM project_demand d JOIN project p ON p.id = d.project_id
          WHERE p.deleted_at IS NULL AND p.launched_at IS NULL AND d.week_on = ${weekOn}::date
            AND d.discipline = ${discipline} AND d.level = ${Number(level)}`,
    );
    return { asked: sum?.asked ?? 0, tasks: sum?.tasks ?? 0, projects: sum?.projects ?? 0 };
  };
  const expectSummed = async () => {
    const { asked, tasks, projects } = await stored();
    expect(tasks).toBe(asked);
    await expect(opened).toContainText(`${(asked / 100).toFixed(2)} pd asked`);
    await expect(rows).toHaveCount(projects);
    await expect.poll(async () => added(await rows.locator("> span").allInnerTexts())).toBe(asked);
    await expect.poll(async () => added(await rows.locator("li").allInnerTexts())).toBe(tasks);
  };
  await expectSummed();
  for (const option of ["Hire or borrow", "Train", "Shift"])
    await expect(opened.getByRole("term").filter({ hasText: option })).toBeVisible();
  await expect(opened.getByRole("heading", { name: /^People who could/ })).toBeVisible();

  // While the cell is open, a project that asks for it is planned anew.
  const link = rows.getByRole("link").first();
  const key = /projects\/([^/]+)\/plan/.exec((await link.getAttribute("href")) ?? "")?.[1] ?? "";
  await changeSome(colleague, slug, key, null, 23);
  await expectSummed();
}

// 3. Schedule

async function schedule({ page, slug, db, colleague }: Place): Promise<void> {
  const projects = await db.read(
    async (tx) =>
      await tx.project.findMany({
        where: { deletedAt: null, launchedAt: null },
        orderBy: { key: "asc" },
        select: { key: true },
      }),
  );
  /** Tasks that wait for a day. */
  const waiting = async () =>
    await db.read(async (tx) => await tx.taskRecord.count({ where: { notBeforeOn: { not: null } } }));
  const before = await waiting();
  await page.goto(`/w/${slug}/portfolio/schedule`);

  const lastRun = async () =>
    await db.read(
      async (tx) =>
        await tx.scheduleRun.findFirst({
          orderBy: { askedAt: "desc" },
          select: { askedAt: true, state: true },
        }),
    );
  const levelled = async (name: string) => {
    const earlier = (await lastRun())?.askedAt.getTime() ?? 0;
    await page.getByRole("button", { name: /^Level (all projects|again)$/ }).click();
    // The page may still tell of the run before; the database knows which one is the last.
    await expect.poll(async () => (await lastRun())?.askedAt.getTime()).toBeGreaterThan(earlier);
    const found = page.getByText(/schedules tried/);
    const stop = page.getByRole("button", { name: "Stop" });
    await expect(async () => {
      if ((await stop.isVisible()) && (await found.isVisible())) await stop.click({ timeout: 1_000 });
      expect((await lastRun())?.state).toBe("stopped");
    }).toPass({ timeout: 40_000 });
    await page.reload();
    await expect(page.getByText(/^Levelled\./)).toBeVisible();
    const keep = page.getByRole("button", { name: "Keep…" });
    await expectAlive(keep);
    await keep.click();
    await page.getByLabel("Name of the schedule").fill(name);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("checkbox", { name: `Compare ${name}` })).toBeVisible();
  };
  const apply = async (name: string) => {
    await page.getByRole("button", { name: `Apply ${name}…` }).click();
    await page.getByRole("button", { name: "Apply to the plans" }).click();
  };

  await levelled("First try");
  await page.getByRole("checkbox", { name: "Compare First try" }).check();
  const compared = page.getByRole("table", { name: "Today's plans and kept schedules" });
  await expect(compared.getByRole("row")).toHaveCount(projects.length + 1);

  // Meanwhile a plan is changed: what was levelled without that is not applied.
  await changeSome(colleague, slug, projects[0]?.key ?? "", null, 12);
  await apply("First try");
  await expect(page.getByText(/^Nothing was applied: .* has been changed\./)).toBeVisible({
    timeout: 20_000,
  });
  expect(await waiting()).toBe(before);

  await levelled("Second try");
  await apply("Second try");
  await expect(page.getByText("applied", { exact: true })).toBeVisible({ timeout: 30_000 });
  expect(await waiting()).toBeGreaterThan(before);
  await page.getByRole("button", { name: "Take Second try back" }).click();
  await expect(page.getByRole("button", { name: "Apply Second try…" })).toBeVisible({ timeout: 30_000 });
  expect(await waiting()).toBe(before);
}

// 4. Decide next

async function decideNext({ page, slug, db }: Place): Promise<void> {
  const [dearest] = await db.read(
    async (tx) =>
      await tx.$queryRaw<{ days: number }[]>`
        SELECT max((d ->> 'spreadWorkingDays')::float8) AS days
        FROM project_forecast f JOIN project p ON p.id = f.project_id, jsonb_array_elements(f.open_decisions) d
        WHERE p.deleted_at IS NULL AND p.launched_at IS NULL`,
  );
  await page.goto(`/w/${slug}/decisions/next`);
  const open = page.getByRole("list", { name: "Open decisions" });
  const first = open.getByRole("listitem").first();
  await expect(first.getByRole("definition").first()).toHaveText(`${formatDays(dearest?.days ?? 0)} d`);
  const question = (await first.getByRole("link").textContent()) ?? "";
  await expectAlive(first.getByRole("button", { name: "Put on my review list" }));
  await first.getByRole("button", { name: "Put on my review list" }).click();
  await expect(first.getByRole("button", { name: "Take off my review list" })).toBeVisible();

  // Nobody nudges themselves.
  const others = open
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: /^Nudge / }) })
    .first();
  const nudges = async () =>
    await db.read(async (tx) => await tx.event.count({ where: { type: "decision.nudged" } }));
  const before = await nudges();
  const nudge = others.getByRole("button", { name: /^Nudge / });
  const owner = (await nudge.getAttribute("aria-label"))?.replace("Nudge ", "") ?? "";
  await nudge.click();
  await page
    .getByRole("dialog", { name: `Nudge ${owner}` })
    .getByRole("button", { name: "Nudge" })
    .click();
  await expect(open.getByRole("button", { name: `${owner} was nudged today` })).not.toHaveCount(0);
  expect(await nudges()).toBe(before + 1);

  await page.getByRole("link", { name: "My review list" }).click();
  const review = page.getByRole("list", { name: "My review list" }).getByRole("listitem");
  await expect(review.filter({ hasText: question })).toHaveCount(1);
}

// 5. Learn

async function learn({ page, slug, db, colleague }: Place): Promise<void> {
  const [project] = await db.read(
    async (tx) =>
      await tx.project.findMany({
        where: { deletedAt: null, launchedAt: null },
        orderBy: { key: "desc" },
        select: { key: true },
      }),
  );
  await finishSome(colleague, slug, project?.key ?? "", 6);
  await page.goto(`/w/${slug}/learn?by=technique`);
  const row = page.getByRole("table", { name: "What finished work teaches" }).locator("tbody tr").first();
  await row.getByRole("cell").nth(1).getByRole("link").click();
  await expect(page).toHaveURL(/cohort=/);
  const technique = new URL(page.url()).searchParams.get("cohort");
  const [finished] = await db.read(
    async (tx) =>
      await tx.$queryRaw<{ tasks: number; days: number }[]>`
        SELECT count(*)::int AS tasks, sum(t.actual_effort_person_days)::float8 AS days
        FROM task_record t JOIN project p ON p.id = t.project_id
        WHERE p.deleted_at IS NULL AND t.status = 'done' AND t.actual_effort_person_days > 0
          AND t.estimate_at_finish ->> 'technique' = ${technique}`,
  );
  expect(finished?.tasks).toBeGreaterThan(0);
  const list = page.getByRole("group", { name: "Finished tasks" });
  await expect(list.getByRole("listitem")).toHaveCount(finished?.tasks ?? 0);
  await expect(list).toContainText(`${formatPersonDays(finished?.days ?? 0)} taken of`);
}

/** The colleague marks tasks as done that were planned, each with two days more than was thought. */
async function finishSome(colleague: Colleague, workspace: string, projectKey: string, count: number) {
  const { tasks, projectId } = await colleague.plans.plan.query({ workspace, projectKey });
  for (const task of tasks.filter(({ status }) => status === "planned").slice(0, count))
    await colleague.plans.editTask.mutate({
      mutationId: crypto.randomUUID(),
      workspace,
      projectId,
      taskKey: task.key,
      version: task.version,
      effortPersonDays: null,
      durationWorkingDays: null,
      status: "done",
      startedOn: "2024-03-04",
      finishedOn: "2024-03-15",
      actualEffortPersonDays: Math.round(task.effortPersonDays.mostLikely) + 2,
      assigneeId: task.assignee?.id ?? null,
    });
}

// 6. Keep and share

async function keepAndShare({ page, slug, db }: Place, find: string): Promise<void> {
  await page.goto(`/w/${slug}/portfolio?text=${encodeURIComponent(find)}`);
  const save = page.getByRole("button", { name: "Save as new…" });
  await expectAlive(save);
  await save.click();
  await page.getByLabel("Name").fill("Monday");
  await page.getByLabel(/^Share it/).check();
  await page.getByRole("button", { name: "Save view" }).click();
  const tab = page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: /^Monday/ });
  await expect(tab).toHaveAttribute("aria-current", "page");

  const [effort] = await db.read(
    async (tx) =>
      await tx.$queryRaw<{ projects: number; days: number }[]>`
        SELECT count(*)::int AS projects, sum(f.effort_p50_person_days) AS days
        FROM project p JOIN project_forecast f ON f.project_id = p.id
        WHERE p.deleted_at IS NULL AND p.name ILIKE ${`%${find}%`}`,
  );
  await expect(page.getByRole("status").filter({ hasText: `${effort?.projects} of ` })).toBeVisible();
  const [head = [], ...rows] = await exported(page, /^CSV/);
  const at = head.indexOf("Effort P50, person-days");
  expect(rows).toHaveLength(effort?.projects ?? 0);
  // Each row is rounded to the hundredth.
  const sum = rows.reduce((all, row) => all + Number(row[at]), 0);
  expect(Math.abs(sum - (effort?.days ?? 0))).toBeLessThanOrEqual(0.005 * rows.length);

  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Share link…" }).click();
  await page.getByRole("button", { name: "Make link" }).click();
  await page.goto(await page.getByRole("textbox", { name: "Share link" }).inputValue());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Monday");
  // Between the head and the sum.
  await expect(page.getByRole("row")).toHaveCount(rows.length + 2);
}

async function exported(page: Page, format: RegExp): Promise<readonly (readonly string[])[]> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: format }).click();
  const read = readCsv(await readFile(await (await download).path(), "utf8"));
  if ("fault" in read) throw new Error(read.fault);
  return read.table.map(({ fields }) => fields);
}
