import { expect } from "@playwright/test";
import { expectAccessible, test } from "./people";
import { aProject, aTeam } from "./teams";

// The forecast as a team reads it: its distributions, what if, and what moved it since it was agreed.

test("the forecast is read by keyboard, tried out, and told apart from the plan that was agreed", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const team = await aTeam(browser, "viewer");
  const { ada, ben, slug: workspace } = team;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  const { page } = ada;
  await page.goto(project);
  await page
    .getByRole("navigation", { name: "Project" })
    .getByRole("link", { name: "Forecast", exact: true })
    .click();

  await test.step("the bars are walked with the arrow keys, up to certainty", async () => {
    const finish = page.getByRole("slider", { name: /^Finish: half of the runs up to/ });
    await finish.focus();
    await page.keyboard.press("Home");
    const first = await finish.getAttribute("aria-valuetext");
    expect(first).toMatch(/^by \d+ \w+ \d{4}: .* chance; .* of runs in this bar$/u);
    await page.keyboard.press("ArrowRight");
    await expect(finish).not.toHaveAttribute("aria-valuetext", first ?? "");
    await page.keyboard.press("End");
    await expect(finish).toHaveAttribute("aria-valuetext", /: 100\s% chance/u);
    await expect(page.getByRole("slider")).toHaveCount(4);
    await expectAccessible(page);
  });

  await test.step("a driver leads to where it is changed", async () => {
    const drivers = page.getByRole("list", { name: "What drives the spread of the finish" });
    await expect(drivers.getByRole("link", { name: /^Task: / }).first()).toHaveAttribute(
      "href",
      /\/plan#task-/,
    );
    await expect(drivers.getByRole("link", { name: /^Decision: / }).first()).toHaveAttribute(
      "href",
      /\/decisions\/\d+$/,
    );
  });

  await test.step("charts and figures are taken away as files", async () => {
    const saved = async (press: () => Promise<void>) => {
      const download = page.waitForEvent("download");
      await press();
      return (await download).suggestedFilename();
    };
    for (const kind of ["SVG", "PNG"]) {
      await page.getByRole("button", { name: /^Save Cost/ }).click();
      const press = async () => await page.getByRole("menuitem", { name: `Save as ${kind}` }).click();
      expect(await saved(press)).toMatch(new RegExp(`^LET-forecast-cost-.*\\.${kind.toLowerCase()}$`));
    }
    const csv = page.getByRole("button", { name: "Save as CSV" });
    expect(await saved(async () => await csv.click())).toMatch(/^LET-forecast-.*\.csv$/);
  });

  const fixed = page.getByRole("region", { name: "Baselines", exact: true });

  await test.step("the plan is fixed under a name and is what the forecast is held against", async () => {
    await page.getByRole("button", { name: "Fix today's plan…" }).click();
    await page.getByLabel("Name of the baseline").fill("As agreed");
    await page.getByRole("button", { name: "Fix the plan" }).click();
    await expect(fixed.getByRole("row", { name: /^As agreed reference/ })).toBeVisible();
    await expect(page.getByText("As agreed P50").first()).toBeAttached();
  });

  const panel = page.getByRole("group", { name: "What if" });
  const finish = page.getByRole("row", { name: /^Finish/ }).first();
  const { input } = await ada.api.plans.whatIfInput.query({ workspace, projectKey: "LET" });
  const [decision] = input.decisions;
  const option = decision?.options.at(-1);
  const { projectId, tasks } = await ada.api.plans.plan.query({ workspace, projectKey: "LET" });
  const [task] = tasks;
  if (decision === undefined || option === undefined || task === undefined)
    throw new Error("The template has decisions and tasks.");
  const days = { optimistic: 50, mostLikely: 60, pessimistic: 90 };

  await test.step("what is tried out is drawn beside it, at last with all runs", async () => {
    await panel.getByLabel("A task takes").selectOption({ label: task.name });
    const duration = panel.getByRole("group", { name: "Duration, working days" });
    await duration.getByLabel("At worst").fill("90");
    await duration.getByLabel("Most likely").fill("60");
    await duration.getByLabel("At best").fill("50");
    await panel.getByLabel(decision.question).selectOption({ label: option.title });
    await expect(panel).toContainText("Dashed: what would be, from 2,000 runs.");
    await expect(finish).toContainText("what if:");
    await expectAccessible(page);
  });

  const tried = (await finish.getByRole("cell").allTextContents()).map(
    (text) => text.split("what if: ")[1] ?? "",
  );
  expect(tried.filter((text) => text !== "")).toHaveLength(4);

  await test.step("once it is so, the stored forecast says what was tried", async () => {
    const request = () => ({ workspace, mutationId: crypto.randomUUID() });
    await ada.api.plans.editTask.mutate({
      ...request(),
      projectId,
      taskKey: task.key,
      version: 0,
      effortPersonDays: null,
      durationWorkingDays: days,
      status: "planned",
      startedOn: null,
      finishedOn: null,
      actualEffortPersonDays: null,
      assigneeId: null,
    });
    await ada.api.decisions.decide.mutate({
      ...request(),
      decisionId: decision.id,
      version: 1,
      optionId: option.id,
      rationale: "As tried.",
      objectionsAnswered: "",
      departure: "",
      reviewOn: null,
    });
    // What was tried is so now: nothing is left to take back.
    await expect(panel.getByRole("button", { name: "Reset" })).toBeDisabled();
    await expect(finish.getByRole("cell")).toHaveText(tried);
  });

  await test.step("who may only look sees which decision and task moved it, and that they are the whole", async () => {
    await ben.page.goto(`${project}/forecast`);
    await expect(ben.page.getByRole("button", { name: "Fix today's plan…" })).toHaveCount(0);
    await ben.page.getByRole("button", { name: "Compare As agreed with now" }).click();
    const moved = ben.page.getByRole("region", { name: "What moved the plan since the baseline" });
    const parts = moved.getByRole("row").filter({ hasText: "Ada Byron" });
    await expect(parts.filter({ hasText: option.title })).toBeVisible();
    await expect(parts.filter({ hasText: `Task ${task.name}` })).toBeVisible();
    await expect(moved.getByRole("row", { name: /^All together/ })).toBeVisible();
    await expect(moved.getByText("Not attributed")).toHaveCount(0);
    await expectAccessible(ben.page);
  });

  await test.step("a deleted baseline comes back", async () => {
    await page.getByRole("button", { name: "Delete As agreed" }).click();
    await page.getByText("1 deleted baseline").click();
    await page.getByRole("button", { name: "Restore As agreed" }).click();
    await expect(fixed.getByRole("row", { name: /^As agreed/ })).toBeVisible();
  });
  ada.expectQuiet();
  ben.expectQuiet();
});
