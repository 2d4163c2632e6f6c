import { expect } from "@playwright/test";
import { expectAccessible, test } from "./people";
import { aProject, aTeam } from "./teams";

// What-if copies of a plan: kept, compared, overtaken by the plan, and applied by who may.

test("scenarios are made by two people, compared with today's plan, and applied or dropped", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const team = await aTeam(browser);
  const { ada, ben, slug: workspace } = team;
  const project = await aProject(team, { key: "WIF", name: "Letters" });
  const { page } = ada;
  const { projectId, tasks } = await ada.api.plans.plan.query({ workspace, projectKey: "WIF" });
  const { input } = await ada.api.plans.whatIfInput.query({ workspace, projectKey: "WIF" });
  const [decision] = input.decisions;
  const option = decision?.options.at(-1);
  const [task] = tasks;
  if (decision === undefined || option === undefined || task === undefined)
    throw new Error("The template has decisions and tasks.");
  const scenario = (name: string) => page.getByRole("listitem", { name: new RegExp(`^${name}`) });

  await test.step("what is tried out on the forecast is kept", async () => {
    await page.goto(`${project}/forecast`);
    const panel = page.getByRole("group", { name: "What if" });
    await expect(panel.getByRole("button", { name: "Keep as scenario…" })).toBeDisabled();
    await panel.getByLabel(decision.question).selectOption({ label: option.title });
    await panel.getByRole("button", { name: "Keep as scenario…" }).click();
    await panel.getByLabel("Name of the scenario").fill("As the sheet says");
    await panel.getByRole("button", { name: "Keep", exact: true }).click();
    await expect(panel.getByRole("button", { name: "Keep as scenario…" })).toBeVisible();
    await page
      .getByRole("navigation", { name: "Project" })
      .getByRole("link", { name: "Scenarios", exact: true })
      .click();
    await expect(scenario("As the sheet says")).toContainText(`${decision.question}: ${option.title}`);
  });

  await test.step("another one is written by keys, with today's plan beside it", async () => {
    await page.getByRole("button", { name: "New scenario…" }).click();
    await page.getByLabel("Name of the scenario").fill("More time");
    const row = page.getByRole("row", { name: new RegExp(task.name) });
    const cell = row.getByRole("gridcell").nth(4);
    await cell.focus();
    await page.keyboard.press("Enter");
    for (const [words, days] of [
      ["at worst", "90"],
      ["most likely", "60"],
      ["at best", "50"],
    ] as const) {
      await page
        .getByRole("textbox", { name: `Duration here, working days of ${task.name}, ${words}` })
        .fill(days);
    }
    await page.keyboard.press("Enter");
    await expect(cell).toBeFocused();
    await expect(cell).toContainText("50 – 60 – 90, other than today");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Make scenario" }).click();
    await expect(scenario("More time")).toContainText("→ 50 – 60 – 90 working days");
  });

  await test.step("they stand beside today's plan, with what differs in words", async () => {
    const table = page.getByRole("region", { name: "Today's plan and scenarios" });
    await expect(table.getByRole("columnheader")).toHaveText([
      "",
      "Today's plan",
      "As the sheet says",
      "More time",
    ]);
    await expect(table.getByRole("row", { name: /^Finish, P80/ })).toContainText("working days later");
    await page.getByLabel("Compare As the sheet says").uncheck();
    await expect(table.getByRole("columnheader")).toHaveText(["", "Today's plan", "More time"]);
    await expectAccessible(page);
  });

  // The same task, longer still: whichever is applied first, the other is out of date.
  await ada.api.scenarios.make.mutate({
    workspace,
    mutationId: crypto.randomUUID(),
    projectId,
    name: "Still more time",
    content: {
      start: null,
      choices: [],
      tasks: [
        {
          taskKey: task.key,
          version: 0,
          durationWorkingDays: { optimistic: 70, mostLikely: 80, pessimistic: 90 },
        },
      ],
    },
  });

  await test.step("who may not decide applies none that decides, and one that only edits", async () => {
    await ben.page.goto(`${project}/scenarios`);
    await ben.page.getByRole("button", { name: "Apply As the sheet says…" }).click();
    const dialog = ben.page.getByRole("dialog");
    await expect(dialog).toContainText("Only the owner of the decision or of the project, or a lead");
    await expect(dialog.getByRole("button", { name: "Apply to the plan" })).toBeDisabled();
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(dialog).toHaveCount(0);
    await ben.page.getByRole("button", { name: "Apply More time…" }).click();
    await expect(dialog).toContainText("→ 50 – 60 – 90 working days");
    await dialog.getByRole("button", { name: "Apply to the plan" }).click();
    await expect(ben.page.getByRole("group", { name: "Applied" })).toContainText("More time");
  });

  await test.step("one that the plan went on without says so, and is brought up to date", async () => {
    await expect(scenario("Still more time")).toContainText("out of date");
    await expect(scenario("Still more time")).toContainText(`${task.name} was edited meanwhile`);
    await page.getByRole("button", { name: "Bring Still more time up to date" }).click();
    await expect(scenario("Still more time")).not.toContainText("out of date");
    await expect(scenario("Still more time")).toContainText("50 – 60 – 90 → 70 – 80 – 90 working days");
    await page.getByRole("button", { name: "Drop Still more time" }).click();
    await page.getByText("1 dropped scenario").click();
    await expect(page.getByRole("button", { name: "Take Still more time up again" })).toBeVisible();
    await page.getByRole("button", { name: "Undo: dropping “Still more time”" }).click();
    await expect(scenario("Still more time")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Redo: dropping “Still more time”" }).click();
    await expect(scenario("Still more time")).toHaveCount(0);
  });

  await test.step("who may decide applies it, with the reason, and the other sees it at once", async () => {
    await page.getByRole("button", { name: "Apply As the sheet says…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Apply to the plan" }).click();
    await expect(dialog.getByText("Please fill this in.")).toBeVisible();
    await dialog.getByLabel(/^Rationale of D-/).fill("The sheet's figures fit our case.");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Apply to the plan" }).click();
    for (const { page: theirs } of [ada, ben])
      await expect(theirs.getByRole("group", { name: "Applied" })).toContainText("As the sheet says");
    await page.goto(`${project}/decisions/1`);
    await expect(page.getByText("The sheet's figures fit our case.")).toBeVisible();
  });
  ada.expectQuiet();
  ben.expectQuiet();
});
