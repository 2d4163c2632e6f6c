import { expect } from "@playwright/test";
import { expectAccessible, expectAlive, test } from "./people";
import { aProject, aTeam } from "./teams";

// The plan as a team keeps it: phases walked through their gates, tasks estimated and done, two hands at once.

test("a project walks its phases, loops, and goes back with a reason, as the other looks on", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const team = await aTeam(browser, "member");
  const { ada, ben } = team;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  const here = ben.page.getByText("the project is here");
  await ada.page.goto(project);

  await test.step("each phase shows its techniques, tasks and gate, and where the project is", async () => {
    await ben.page.goto(`${project}/phases/scoping`);
    await expect(here).toBeVisible();
    for (const phase of ["Model selection", "Model alignment", "Application integration"]) {
      await ben.page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: phase }).click();
      await expect(ben.page.getByRole("heading", { name: new RegExp(phase), level: 2 })).toBeVisible();
      await expect(
        ben.page.getByRole("group", { name: "Techniques" }).getByText("included").first(),
      ).toBeVisible();
      await expect(ben.page.getByRole("group", { name: "Gate" })).toContainText("Ready to move on when");
      await expect(here).toHaveCount(0);
      await expectAccessible(ben.page);
    }
  });

  const move = async (to: string | null, reason = "") => {
    await ada.page.getByRole("button", { name: "Move on…" }).click();
    const dialog = ada.page.getByRole("dialog", { name: "Move the project" });
    if (to !== null) await dialog.getByLabel("To", { exact: true }).selectOption({ label: to });
    if (reason !== "") await dialog.getByLabel("Why").fill(reason);
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
    return dialog;
  };

  await test.step("through two gates, and the phase that it comes to says so", async () => {
    const onPaper = "Approved on paper.";
    await expect(await move(null, onPaper)).toHaveCount(0);
    await ben.page.goto(`${project}/phases/model-alignment`);
    await expect(here).toHaveCount(0);
    await expect(await move("Model alignment", onPaper)).toHaveCount(0);
    await expect(here).toBeVisible();
    await expect(ben.page.getByText("pass 1 of a budget of")).toBeVisible();
  });

  await test.step("another pass of alignment", async () => {
    await ada.page.getByRole("button", { name: "Move on…" }).click();
    await ada.page.getByRole("button", { name: "Begin pass 2 instead" }).click();
    await expect(ben.page.getByText("pass 2 of a budget of")).toBeVisible();
  });

  await test.step("back only with a reason, which stays on record", async () => {
    const dialog = await move("Model selection");
    await expect(dialog.getByText(/Please say why|Some fields need attention/).first()).toBeVisible();
    await expectAccessible(ada.page);
    await dialog.getByLabel("Why").fill("The licence changed.");
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(here).toHaveCount(0);
    await ben.page.goto(`${project}/phases/model-selection`);
    await expect(ben.page.getByText("The licence changed.")).toBeVisible();
  });

  await test.step("a technique comes in as decided, and names its decision", async () => {
    await ada.page.goto(`${project}/phases/scoping`);
    await ada.page.getByRole("link", { name: "Does this task need a large language model?" }).click();
    await ada.page.getByRole("button", { name: "Decide…" }).click();
    await ada.page.getByRole("radio", { name: /Measure a conventional baseline first/ }).check();
    await ada.page.getByRole("textbox", { name: "Rationale" }).fill("To know what to beat.");
    await ben.page.goto(`${project}/phases/model-selection`);
    await expect(ben.page.getByRole("link", { name: "by D-1" })).toHaveCount(0);
    await ada.page.getByRole("button", { name: "Decide and re-plan" }).click();
    await expect(ben.page.getByRole("link", { name: "by D-1" })).toBeVisible();
  });
  ada.expectQuiet();
  ben.expectQuiet();
});

test("a task's estimate moves the forecast for both, and two who edit it at once merge", async ({
  browser,
}) => {
  const team = await aTeam(browser, "member");
  const { ada, ben } = team;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  await ada.page.goto(`${project}/plan`);
  await ben.page.goto(`${project}/plan`);
  const tasks = ada.page.getByRole("region", { name: "Tasks of Scoping" });
  const name =
    (await tasks
      .getByRole("button", { name: /^Edit / })
      .first()
      .getAttribute("aria-label")) ?? "";
  const effort = (page: typeof ada.page) =>
    page.getByRole("row", { name: /^Effort, person-days/, includeHidden: true });
  const before = await effort(ben.page).textContent();

  await ada.page.getByRole("button", { name }).click();
  await ben.page.getByRole("button", { name }).click();
  const adas = ada.page.getByRole("dialog");
  const bens = ben.page.getByRole("dialog");

  await test.step("an estimate out of order is refused, and what was typed stays", async () => {
    const days = adas.getByRole("group", { name: "Effort, person-days" });
    await days.getByLabel("At best").fill("90");
    await days.getByLabel("Most likely").fill("100");
    await days.getByLabel("At worst").fill("80");
    await adas.getByRole("button", { name: "Save task" }).click();
    await expect(adas.getByText("optimistic ≤ most likely ≤ pessimistic")).toBeVisible();
    await expectAccessible(ada.page);
    await days.getByLabel("At worst").fill("120");
  });

  await test.step("the sheet says how much slack the task has, as the table does", async () => {
    // What lies behind a dialog is hidden from roles.
    const slack = ada.page
      .getByRole("region", { name: "Tasks of Scoping", includeHidden: true })
      .getByRole("row", { name: new RegExp(name.replace("Edit ", "")), includeHidden: true });
    await expect(slack).toContainText("0 critical");
    await expect(adas.getByText("Critical, 0 days of slack:")).toBeVisible();
  });

  const preview = adas.getByRole("region", { name: "If saved" });
  const figures = preview.getByRole("definition");

  await test.step("while it is typed, the sheet tells what it would change, at last with all runs", async () => {
    await expect(preview).toContainText("The project if saved, from 2,000 runs");
    const slower = adas.getByRole("group", { name: "Duration, working days" });
    const finishes = await figures.first().textContent();
    await slower.getByLabel("At worst").fill("90");
    await slower.getByLabel("Most likely").fill("60");
    await slower.getByLabel("At best").fill("50");
    await expect(preview).toContainText("2,000 runs");
    await expect(figures.first()).not.toHaveText(finishes ?? "");
    await expect(preview).toContainText(/\+\d+.working days/);
    // Those of a tenth of the runs come first.
    await expect(preview).toContainText("The project if saved, from 2,000 runs");
    await expectAccessible(ada.page);
  });

  const [finishP50 = "", , finishP80 = "", , effortP50 = ""] = await figures.allTextContents();

  await test.step("saved, it moves the forecast in both browsers", async () => {
    await adas.getByRole("button", { name: "Save task" }).click();
    await expect(adas).toHaveCount(0);
    await expect(effort(ben.page)).not.toHaveText(before ?? "");
    await expect(ben.page.getByText("team's estimate")).toHaveCount(1);
    const finish = ben.page.getByRole("row", { name: /^Finish/, includeHidden: true });
    await expect(finish).toContainText(finishP50);
    await expect(finish).toContainText(finishP80);
    await expect(effort(ben.page)).toContainText(effortP50.replace(/\s*pd$/u, ""));
  });

  await test.step("Ben, who began before, chooses per field; Ada's estimate survives his state", async () => {
    await bens.getByLabel("State").selectOption("started");
    await bens.getByLabel("Started").fill(new Date().toISOString().slice(0, 10));
    await bens.getByLabel("Who").selectOption({ label: "Ben Trovato" });
    await bens.getByRole("button", { name: "Save task" }).click();
    await expect(bens.getByText("Somebody saved this task while you were writing")).toBeVisible();
    await expectAccessible(ben.page);
    await expect(
      bens.getByRole("group", { name: "Effort" }).getByRole("radio", { name: "Theirs" }),
    ).toBeChecked();
    await expect(
      bens.getByRole("group", { name: "State" }).getByRole("radio", { name: "Yours" }),
    ).toBeChecked();
    await bens.getByRole("button", { name: "Use these" }).click();
    await bens.getByRole("button", { name: "Save task" }).click();
    await expect(bens).toHaveCount(0);
    const row = tasks.getByRole("row", { name: new RegExp(name.replace("Edit ", "")) });
    await expect(row).toContainText("90 – 100 – 120");
    await expect(row).toContainText("started");
    await expect(row).toContainText("Ben Trovato");
  });
  ada.expectQuiet();
  ben.expectQuiet();
});

test("the project says what to decide next, and the decision what leaving it open costs", async ({
  browser,
}) => {
  const team = await aTeam(browser, "member");
  const { ada } = team;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  await ada.page.goto(project);
  const next = ada.page.getByRole("group", { name: "Decide this next" });
  const decisions = next.locator("ol > li");
  const reductions = (await decisions.allTextContents()).map((text) =>
    Number(/expected to take (\d+)\s%/u.exec(text)?.[1] ?? Number.NaN),
  );
  expect(reductions.length).toBeGreaterThan(2);
  expect(reductions).toEqual([...reductions].sort((a, b) => b - a));

  const first = decisions.first();
  const options = first.getByRole("region", { name: /^What each option gives/ });
  const option = options.getByRole("row").nth(1);
  await expect(option).toContainText(/\d\s%.*20\d\d – .*20\d\d.*pd – .*pd.*€.* – €/su);
  const folded = decisions.nth(1);
  await expect(folded.getByRole("table")).toBeHidden();
  await folded.locator("summary").click();
  await expect(folded.getByRole("table")).toBeVisible();
  await expectAccessible(ada.page);

  const shares = /(\d+)\s% of the finish's, (\d+)\s% of the cost's/u.exec((await first.textContent()) ?? "");
  await first.getByRole("link").click();
  const cost = ada.page.getByText("Left open,").locator("..");
  await expect(cost).toContainText(`it makes ${shares?.[1]}\u00a0% of the variance of the finish`);
  await expect(cost).toContainText(`${shares?.[2]}\u00a0% of that of the cost`);
  await expect(cost).toContainText("From 2,000 simulated runs");
  await expectAccessible(ada.page);
  ada.expectQuiet();
});

test("a change of a project's details is undone from its overview, also after a reload", async ({
  browser,
}) => {
  const team = await aTeam(browser);
  const { page } = team.ada;
  await page.goto(await aProject(team, { key: "DET", name: "Details" }));
  const undo = page.getByRole("button", { name: /^Undo: / });
  const edit = page.getByRole("button", { name: "Edit", exact: true });
  await expectAlive(edit);
  await expect(undo).toHaveCount(0);
  await edit.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Edit project" });
  await dialog.getByLabel("Name").fill("Details, renamed");
  await dialog.getByRole("button", { name: "Save" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Details, renamed" })).toBeVisible();
  await page.reload();
  await expect(undo).toHaveAccessibleName("Undo: your change of Name");
  await expectAlive(undo);
  await expectAccessible(page);
  await undo.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Details", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Redo: your change of Name" })).toBeVisible();
  team.ada.expectQuiet();
});
