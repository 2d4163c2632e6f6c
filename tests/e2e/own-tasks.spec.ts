import { expect } from "@playwright/test";
import { expectAccessible, expectAlive, test } from "./people";
import { aProject, aTeam } from "./teams";

// A plan gets a task of its own, which waits for others; the other person sees it come and go.

test("a task is added, linked, taken out and brought back, as the other looks on", async ({ browser }) => {
  const team = await aTeam(browser);
  const { ada, ben } = team;
  const plan = `${await aProject(team, { key: "OWN", name: "Own", template: "prompt-hosted-model" })}/plan`;
  await ada.page.goto(plan);
  await ben.page.goto(plan);
  const rows = ben.page.getByRole("row").filter({ hasText: "Visit the clinic" });

  await test.step("a task without a name is refused where it is missing, and keeps what was typed", async () => {
    await ada.page.getByRole("button", { name: "Add a task" }).click();
    const sheet = ada.page.getByRole("dialog", { name: "Add a task" });
    await sheet.getByLabel("Leaves behind").fill("Notes of a day");
    await sheet.getByRole("button", { name: "Add task" }).click();
    await expect(sheet.getByLabel("Name")).toHaveAttribute("aria-invalid", "true");
    await expectAccessible(ada.page);
    await expect(sheet.getByLabel("Leaves behind")).toHaveValue("Notes of a day");
    await sheet.getByLabel("Name").fill("Visit the clinic");
    await sheet.getByLabel("Begins after").selectOption({ label: "Write and agree the scoping brief" });
    await sheet.getByRole("button", { name: "Add task" }).click();
    await expect(sheet).toHaveCount(0);
    await expect(rows).toHaveCount(1);
  });

  await test.step("what it waits for is told, added to, and a circle is refused by name", async () => {
    await ada.page.getByRole("button", { name: "Edit Visit the clinic" }).click();
    const sheet = ada.page.getByRole("dialog", { name: "Visit the clinic" });
    const waits = sheet.getByRole("list", { name: "Waits for" });
    await expect(waits.getByRole("listitem")).toHaveText([/Write and agree the scoping brief/]);
    await sheet.getByLabel("Let it wait for").selectOption({ label: "Launch" });
    await sheet.getByRole("button", { name: "Let it wait" }).click();
    await expect(waits.getByRole("listitem")).toHaveCount(2);
    await expectAccessible(ada.page);
    await sheet.getByRole("button", { name: "Do not wait for Launch" }).click();
    await expect(waits.getByRole("listitem")).toHaveCount(1);
    await ada.page.keyboard.press("Escape");
    await ada.page.getByRole("button", { name: "Edit Write and agree the scoping brief" }).click();
    const other = ada.page.getByRole("dialog", { name: "Write and agree the scoping brief" });
    await other.getByLabel("Let it wait for").selectOption({ label: "Visit the clinic" });
    await other.getByRole("button", { name: "Let it wait" }).click();
    await expect(other.getByText(/would wait for each other: .*“Visit the clinic”/)).toBeVisible();
    await ada.page.keyboard.press("Escape");
  });

  await test.step("it is taken out and brought back", async () => {
    await ben.page.getByRole("button", { name: "Edit Visit the clinic" }).click();
    const sheet = ben.page.getByRole("dialog", { name: "Visit the clinic" });
    await sheet.getByText("What the task is").click();
    await sheet.getByLabel("Out of the plan").check();
    await sheet.getByRole("button", { name: "Change task" }).click();
    await expect(rows).toHaveCount(0);
    await ada.page.getByRole("button", { name: "Bring back" }).click();
    await expect(rows).toHaveCount(1);
    await expectAccessible(ben.page);
  });

  await test.step("what Ada did is undone and redone, by button and by keys, also after a reload", async () => {
    const { page } = ada;
    await page.getByRole("button", { name: "Undo: the change of “Visit the clinic”" }).click();
    await expect(rows).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("button", { name: "Redo: the change of “Visit the clinic”" })).toBeVisible();
    await page.keyboard.press("Control+Shift+Z");
    await expect(rows).toHaveCount(1);
    await expect(page.getByText("Done again: the change of “Visit the clinic”")).toBeVisible();
  });

  await test.step("and refused by name where Ben built on it", async () => {
    const { page } = ada;
    const { projectId, tasks } = await ben.api.plans.plan.query({ workspace: team.slug, projectKey: "OWN" });
    const task = tasks.find(({ name }) => name === "Visit the clinic");
    if (!task?.own) throw new Error("The task is in the plan.");
    await ben.api.plans.changeTask.mutate({
      ...{ workspace: team.slug, mutationId: crypto.randomUUID(), projectId },
      ...{ taskKey: task.key, version: task.own.version },
      content: { ...task.own.content, name: "Visit two clinics" },
    });
    await expect(page.getByRole("button", { name: "Edit Visit two clinics" })).toBeVisible();
    await page.getByRole("button", { name: "Undo: the change of “Visit the clinic”" }).click();
    await expect(page.getByText(/Ben Trovato has changed “Visit the clinic” since/)).toBeVisible();
    await expect(
      page.getByRole("button", { name: "Undo: removing a link of “Visit the clinic”" }),
    ).toBeVisible();
    await expectAccessible(page);
  });
  ada.expectQuiet();
  ben.expectQuiet();
});

test("a task is split in two, and undo puts it together again", async ({ browser }) => {
  const team = await aTeam(browser);
  const { page } = team.ada;
  const plan = `${await aProject(team, { key: "CUT", name: "Cut", template: "prompt-hosted-model" })}/plan`;
  await page.goto(plan);
  const open = page.getByRole("button", { name: "Edit Write and agree the scoping brief" });
  await expectAlive(open);
  await open.press("Enter");
  const sheet = page.getByRole("dialog", { name: "Write and agree the scoping brief" });
  const parts = page.getByRole("row").filter({ hasText: "Agree it with the sponsor" });

  await test.step("a part without a name is refused, and what was typed stays", async () => {
    await sheet.getByText("Split this task").click();
    await sheet.getByLabel("Goes into it").fill("25");
    await sheet.getByRole("button", { name: "Split task" }).press("Enter");
    await expect(sheet.getByLabel("Name of the new part")).toHaveAttribute("aria-invalid", "true");
    await expect(sheet.getByLabel("Goes into it")).toHaveValue("25");
    await expectAccessible(page);
  });

  await test.step("the part stands in the plan, and waits for what stays", async () => {
    await sheet.getByLabel("Name of the new part").fill("Agree it with the sponsor");
    await sheet.getByRole("button", { name: "Split task" }).press("Enter");
    await expect(sheet).toHaveCount(0);
    await expect(parts).toHaveCount(1);
    await page.getByRole("button", { name: "Edit Agree it with the sponsor" }).press("Enter");
    const part = page.getByRole("dialog", { name: "Agree it with the sponsor" });
    await expect(part.getByRole("list", { name: "Waits for" }).getByRole("listitem")).toHaveText([
      /Write and agree the scoping brief/,
    ]);
    await page.keyboard.press("Escape");
  });

  await test.step("undo puts it together again", async () => {
    await page
      .getByRole("button", { name: "Undo: splitting “Write and agree the scoping brief”" })
      .press("Enter");
    await expect(parts).toHaveCount(0);
  });

  await test.step("a day before which it is not begun holds it", async () => {
    await open.press("Enter");
    await sheet.getByLabel("Not before").fill("2031-03-03");
    await sheet.getByRole("button", { name: "Save task" }).press("Enter");
    await expect(sheet).toHaveCount(0);
    await open.press("Enter");
    await expect(sheet.getByText(/Not before 3 Mar 2031/)).toBeVisible();
    await expect(sheet.getByLabel("Not before")).toHaveValue("2031-03-03");
  });
  team.ada.expectQuiet();
});
