import { expect } from "@playwright/test";
import { dayPlus, isoDate, mondayOf } from "@/planning";
import { expectAccessible, expectAlive, test } from "./people";
import { aProject, aTeam } from "./teams";

// What work took: a week booked by keyboard, a timer, machine hours, and what the plan makes of them.

test("a week is booked by keyboard, a timer adds to it, and the plan follows", async ({ browser }) => {
  test.setTimeout(90_000);
  const team = await aTeam(browser, "viewer");
  const { ada, ben, slug: workspace, base } = team;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  const { page } = ada;
  const { membershipId } = await ada.api.workspaces.frame.query({ workspace });
  const before = await ada.api.plans.plan.query({ workspace, projectKey: "LET" });
  const [task] = before.tasks;
  if (task === undefined) throw new Error("The template has tasks.");
  await ada.api.plans.editTask.mutate({
    workspace,
    mutationId: crypto.randomUUID(),
    projectId: before.projectId,
    taskKey: task.key,
    version: 0,
    effortPersonDays: null,
    durationWorkingDays: null,
    status: "planned",
    startedOn: null,
    finishedOn: null,
    actualEffortPersonDays: null,
    assigneeId: membershipId,
  });
  const monday = dayPlus(mondayOf(isoDate(new Date().toISOString().slice(0, 10))), -7);
  const cell = (weekday: string) =>
    page.getByRole("textbox", { name: new RegExp(`^${task.name}, ${weekday}`) });
  const saved = page.getByText("Every hour is saved.");

  await test.step("hours are typed from day to day and saved as each is left", async () => {
    await page.goto(`${base}/time?week=${monday}`);
    await expect(page.getByRole("heading", { level: 1, name: "Time" })).toBeVisible();
    await expectAlive(cell("Mon"));
    await cell("Mon").focus();
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");
    await expect(cell("Tue")).toBeFocused();
    await page.keyboard.type("7:30");
    await page.keyboard.press("ArrowRight");
    await expect(cell("Wed")).toBeFocused();
    await expect(page.getByRole("row", { name: /^All tasks/ })).toContainText("11.5 h");
    await expect(saved).toBeVisible();
    await expectAccessible(page);
    await page.reload();
    await expect(cell("Tue")).toHaveValue("7.5");
    await cell("Tue").focus();
    await page.getByLabel(`Note on ${task.name}, Tue`).fill("Kick-off");
    await page.keyboard.press("Enter");
    await expect(cell("Tue")).toHaveAccessibleName(/, with a note$/);
    await expect(saved).toBeVisible();
  });

  await test.step("what can't be is said, and a day that is emptied has no entry, until that is undone", async () => {
    await expectAlive(cell("Wed"));
    await cell("Wed").focus();
    await page.keyboard.type("25");
    await page.keyboard.press("ArrowLeft");
    await expect(page.getByRole("alert").filter({ hasText: "A day has 24 hours." })).toBeVisible();
    await cell("Wed").focus();
    await page.keyboard.press("Escape");
    await expect(saved).toBeVisible();
    await cell("Mon").fill("");
    await cell("Tue").focus();
    await expect(page.getByRole("row", { name: /^All tasks/ })).toContainText("7.5 h");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(cell("Mon")).toHaveValue("4");
  });

  await test.step("entries from a spreadsheet are looked through before they are booked", async () => {
    await page.getByRole("button", { name: "Import a CSV file…" }).click();
    await page.getByLabel("Project of the entries").selectOption({ label: "Letters" });
    const text = page.getByLabel("Or its text");
    await text.fill(`date,task,hours,note\n${dayPlus(monday, 3)},${task.name},lots,`);
    await expect(page.getByRole("row", { name: /Write hours as 7\.5 or 7:30/ })).toBeVisible();
    await expect(page.getByRole("button", { name: "Import 1 entry" })).toBeDisabled();
    await text.fill(`date,task,hours,note\n${dayPlus(monday, 3)},${task.name},1,Looked up`);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Import 1 entry" }).click();
    await expect(cell("Thu")).toHaveValue("1");
  });

  await test.step("a timer runs on over reloads and pages, and books when it is stopped", async () => {
    await page.goto(`${base}/time`);
    await page.getByRole("button", { name: `Start timer on ${task.name}` }).click();
    const timer = page.getByRole("region", { name: "Timer" });
    await expect(timer).toContainText("0:00");
    await page.reload();
    await expect(timer).toBeVisible();
    await page.goto(`${base}/portfolio`);
    await expectAlive(timer.getByRole("button", { name: `Stop timer on ${task.name}` }));
    await timer.getByRole("button", { name: `Stop timer on ${task.name}` }).click();
    await expect(page.getByText(`booked on ${task.name}.`)).toBeVisible();
    await expect(timer).toHaveCount(0);
  });

  await test.step("the sum is the task's effort and can't be typed; machine hours can", async () => {
    await page.goto(`${project}/plan`);
    const row = page.getByRole("row", { name: new RegExp(`^${task.name}`) });
    await expect(row).toContainText("actual 1.6 pd");
    await expect(row).toContainText("started");
    await page.getByRole("button", { name: `Edit ${task.name}` }).click();
    const sheet = page.getByRole("dialog", { name: task.name });
    await expect(sheet.getByLabel("Effort so far")).toHaveAttribute("readonly");
    await expect(sheet.getByText(/The sum of 4 time entries/)).toBeVisible();
    await sheet.getByLabel("Machine time so far").fill("12");
    await expectAccessible(page);
    await sheet.getByRole("button", { name: "Save task" }).click();
    await expect(row).toContainText("12 h machine");
    const { forecast } = await ada.api.plans.plan.query({ workspace, projectKey: "LET" });
    expect(forecast.finish).not.toEqual(before.forecast.finish);
  });

  await test.step("who only reads has no time sheet", async () => {
    await ben.page.goto(`${base}/time`);
    await expect(ben.page.getByText("No time sheet")).toBeVisible();
    await expect(
      ben.page.getByRole("navigation", { name: "Workspace" }).getByRole("link", { name: "Time" }),
    ).toHaveCount(0);
    await expectAccessible(ben.page);
  });
  ada.expectQuiet();
  ben.expectQuiet();
});
