import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectAlive, test } from "./people";
import { aProject, aTeam } from "./teams";

// What a workspace plans with: changed by one, seen in every plan and by everybody, back to the default in one step.

const harness = /^Build the evaluation run/;

test("a workspace's own figures stand beside the defaults, reach every plan, and can be taken back", async ({
  browser,
}) => {
  const team = await aTeam(browser, "lead");
  const { ada, ben, base } = team;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  await ada.page.goto(`${base}/settings/standards`);
  await ben.page.goto(`${base}/settings/standards`);

  await test.step("by keyboard alone, figures of one's own are set", async () => {
    await open(ada.page, "Evaluation");
    await expectAccessible(ada.page);
    const change = ada.page.getByRole("button", { name: "Change the standard of Build the evaluation run" });
    await expectAlive(change);
    await change.focus();
    await ada.page.keyboard.press("Enter");
    const sheet = ada.page.getByRole("dialog", { name: "Build the evaluation run" });
    const mostLikely = sheet.getByRole("group", { name: /Effort/ }).getByLabel("Most likely");
    await mostLikely.focus();
    await ada.page.keyboard.press("ControlOrMeta+a");
    await ada.page.keyboard.type("8");
    await expectAccessible(ada.page);
    await ada.page.keyboard.press("Enter");
    await expect(sheet).toHaveCount(0);
    const row = ada.page.getByRole("row", { name: harness });
    await expect(row).toContainText("2 – 8 – 9");
    await expect(row).toContainText("default 2 – 4 – 9");
  });

  await test.step("the other one sees it without a reload, and in the plan", async () => {
    await open(ben.page, "Evaluation");
    await expect(ben.page.getByRole("row", { name: harness })).toContainText("default 2 – 4 – 9");
    await ben.page.goto(`${project}/plan`);
    await expect(ben.page.getByRole("row", { name: harness })).toContainText("2 – 8 – 9");
  });

  await test.step("a task of one's own comes into the plan", async () => {
    await ada.page.getByRole("button", { name: "Add a task to Evaluation" }).click();
    const sheet = ada.page.getByRole("dialog", { name: "Add a task to Evaluation" });
    await sheet.getByLabel("Name").fill("Ask the works council");
    await sheet.getByLabel("Leaves behind").fill("Agreement");
    await sheet.getByLabel("Begins after").selectOption({ label: "Launch" });
    await sheet.getByLabel("Waited for by").selectOption({ label: "Frame the use case and its limits" });
    await sheet.getByRole("button", { name: "Add task" }).click();
    await expect(sheet.getByRole("alert")).toContainText("would wait for each other");
    await sheet.getByLabel("Begins after").selectOption({ label: "nothing" });
    await sheet.getByLabel("Waited for by").selectOption({ label: "Launch" });
    await sheet.getByRole("button", { name: "Add task" }).click();
    await expect(sheet).toHaveCount(0);
    await expect(ben.page.getByRole("row", { name: /^Ask the works council/ })).toBeVisible();
  });

  await test.step("a gate asks what the workspace asks", async () => {
    await open(ada.page, "Gate: Brief agreed");
    await ada.page.getByRole("button", { name: "Change the criteria of Brief agreed" }).click();
    const sheet = ada.page.getByRole("dialog", { name: "Gate: Brief agreed" });
    await sheet.getByLabel("Criteria of our own").fill("The works council agrees.");
    await expectAccessible(ada.page);
    await sheet.getByRole("button", { name: "Save gate" }).click();
    await expect(sheet).toHaveCount(0);
    await ben.page.goto(`${project}/phases/scoping`);
    await expect(ben.page.getByText("The works council agrees.")).toBeVisible();
    await expectAccessible(ben.page);
  });

  await test.step("the default stands again", async () => {
    await ada.page.getByRole("button", { name: "Reset Build the evaluation run to the default" }).click();
    await expect(ada.page.getByRole("row", { name: harness })).toContainText("2 – 4 – 9");
    await expect(ada.page.getByRole("row", { name: harness })).not.toContainText("default");
  });

  await test.step("the activity tells it", async () => {
    await ada.page.goto(`${base}/activity`);
    await expect(
      ada.page.getByText("changed the standard of “Build the evaluation run”").first(),
    ).toBeVisible();
  });
  ada.expectQuiet();
  ben.expectQuiet();
});

test("of two who save the same standard, the later one sees the other's and chooses", async ({ browser }) => {
  const { ada, ben, base } = await aTeam(browser, "lead");
  for (const { page } of [ada, ben]) {
    await page.goto(`${base}/settings/standards`);
    await open(page, "Evaluation");
    await page.getByRole("button", { name: "Change the standard of Build the evaluation run" }).click();
    await page
      .getByRole("group", { name: /Effort/ })
      .getByLabel("Most likely")
      .fill(page === ada.page ? "5" : "6");
  }
  await ada.page.getByRole("button", { name: "Save standard" }).click();
  await expect(ada.page.getByRole("dialog")).toHaveCount(0);
  await ben.page.getByRole("button", { name: "Save standard" }).click();
  await expect(ben.page.getByRole("dialog")).toContainText("It now says: effort 2 – 5 – 9");
  await expectAccessible(ben.page);
  await ben.page.getByRole("button", { name: "Keep mine, then save over it" }).click();
  await ben.page.getByRole("button", { name: "Save standard" }).click();
  await expect(ben.page.getByRole("dialog")).toHaveCount(0);
  await expect(ada.page.getByRole("row", { name: harness })).toContainText("2 – 6 – 9");
});

test("who may not change standards reads them", async ({ browser }) => {
  const { ben, base } = await aTeam(browser, "member");
  await ben.page.goto(`${base}/settings/standards`);
  await expect(ben.page.getByText("your role is member")).toBeVisible();
  await open(ben.page, "Evaluation");
  await expect(ben.page.getByRole("row", { name: harness })).toBeVisible();
  await expect(ben.page.getByRole("button", { name: "Add a task" })).toHaveCount(0);
});

test("holidays, the loop, what tasks share and the accelerator are set, seen in the plan's assumptions, and reset", async ({
  browser,
}) => {
  const team = await aTeam(browser, "lead");
  const { ada, ben, base } = team;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  await ada.page.goto(`${base}/settings/standards`);
  await ben.page.goto(`${project}/plan`);
  const assumptions = ben.page.getByRole("group", { name: "Assumptions" });
  const own = (text: string) => assumptions.getByRole("listitem").filter({ hasText: text });
  await expect(own("not in the calendar")).not.toContainText("the workspace's own");
  const days = ada.page.getByRole("group", { name: "Public holidays" });

  await test.step("a list is pasted; what can't be read is named by line and stays", async () => {
    await days.getByRole("button", { name: "Change public holidays" }).click();
    const sheet = ada.page.getByRole("dialog", { name: "Public holidays" });
    await sheet
      .getByLabel("Paste a list")
      .fill("2098-12-25 Christmas Day\n12/26/2098 Boxing Day\n6 January 2099, Epiphany\nEaster");
    await sheet.getByRole("button", { name: "Add these days" }).click();
    await expect(sheet.getByLabel("Name of day 2")).toHaveValue("Epiphany");
    await expect(sheet.getByLabel("Paste a list")).toHaveValue("12/26/2098 Boxing Day\nEaster");
    await expect(sheet.getByLabel("Paste a list")).toHaveAccessibleDescription(
      /Line 1: .*two days.*Line 2: /,
    );
    await expectAccessible(ada.page);
    await sheet.getByRole("button", { name: "Add a day" }).click();
    await sheet.getByLabel("Day 3", { exact: true }).fill("2098-12-25");
    await sheet.getByLabel("Name of day 3").fill("Again");
    await sheet.getByRole("button", { name: "Save holidays" }).click();
    await expect(sheet.getByText("This day is in the list already.")).toBeVisible();
    await sheet.getByRole("button", { name: "Remove day 3: Again" }).click();
    await sheet.getByLabel("Name of day 1").fill("Christmas");
    await sheet.getByRole("button", { name: "Save holidays" }).click();
    await expect(sheet).toHaveCount(0);
    await expect(days).toContainText("25 Dec 2098Christmas");
    await expect(days).toContainText("6 Jan 2099Epiphany");
    await expect(own("not on the plan's 2 public holidays")).toContainText("the workspace's own");
  });

  await test.step("the loop and what tasks share, with the default beside", async () => {
    const loop = ada.page.getByRole("group", { name: "Adapt-and-evaluate loop" });
    await loop.getByRole("button", { name: "Change" }).click();
    const sheet = ada.page.getByRole("dialog", { name: "Adapt-and-evaluate loop" });
    await sheet.getByLabel("Chance that another pass is needed").fill("120");
    await sheet.getByRole("button", { name: "Save standard" }).click();
    await expect(sheet.getByText("Please give at most 100 %.")).toBeVisible();
    await sheet.getByLabel("Chance that another pass is needed").fill("30");
    await expectAccessible(ada.page);
    await sheet.getByRole("button", { name: "Save standard" }).click();
    await expect(sheet).toHaveCount(0);
    await expect(loop).toContainText(/30\s%default 60\s%/u);
    await expect(own("suffices with a chance of 70 %")).toContainText("the workspace's own");

    const shared = ada.page.getByRole("group", { name: "What tasks share" });
    await shared.getByRole("button", { name: "Change" }).click();
    const shares = ada.page.getByRole("dialog", { name: "What tasks share" });
    await shares.getByLabel("Other work").fill("10");
    await shares.getByRole("button", { name: "Save standard" }).click();
    await expect(shares).toHaveCount(0);
    await expect(own("in other work 10 %")).toContainText("the workspace's own");
  });

  await test.step("the accelerator", async () => {
    await ada.page.getByRole("button", { name: "Change the accelerator" }).click();
    const sheet = ada.page.getByRole("dialog", { name: "Accelerator" });
    await sheet.getByLabel("Accelerator").selectOption("h100-sxm");
    await expect(sheet.getByText(/0\.32 h for 1 h of the default/)).toBeVisible();
    await expectAccessible(ada.page);
    await sheet.getByRole("button", { name: "Save standard" }).click();
    await expect(sheet).toHaveCount(0);
    await expect(own("NVIDIA H100 SXM 80 GB")).toContainText("the workspace's own");
    await expectAccessible(ben.page);
  });

  await test.step("each can be taken back, from the plan's link on", async () => {
    await own("public holidays").getByRole("link").click();
    await ben.page.waitForURL(/settings\/standards#holidays$/);
    await expectAccessible(ben.page);
    for (const name of [
      "Reset public holidays to the default: none",
      "Reset Adapt-and-evaluate loop to the default",
      "Reset What tasks share to the default",
      "Reset the accelerator to the default",
    ]) {
      await ben.page.getByRole("button", { name }).click();
      await expect(ben.page.getByRole("button", { name })).toHaveCount(0);
    }
    await ben.page.goto(`${project}/plan`);
    await expect(assumptions).not.toContainText("the workspace's own");
  });
  ada.expectQuiet();
  ben.expectQuiet();
});

test("a technique's own name is used wherever it is named", async ({ browser }) => {
  const team = await aTeam(browser, "lead");
  const { ada, slug, base } = team;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  const name = "Teaching by example";
  await ada.api.standards.setTechnique.mutate({
    workspace: slug,
    mutationId: crypto.randomUUID(),
    technique: "fine-tuning",
    version: 0,
    content: { name, summary: null, inclusion: "as-template" },
  });
  const { page } = ada;

  await test.step("in the plan and the portfolio", async () => {
    await page.goto(`${project}/plan`);
    await expect(page.getByRole("region", { name: "Tasks of Model alignment" })).toContainText(name);
    await page.goto(`${base}/portfolio?every=yes`);
    await page.getByRole("group", { name: "Effort" }).getByRole("link", { name }).click();
    await expect(page.getByRole("group", { name, exact: true })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("in what an option does, where effects are edited, and in the difference", async () => {
    await page.goto(`${project}/decisions/1`);
    await expect(page.getByText(`Leaves out ${name}`)).toBeVisible();
    await page.getByRole("button", { name: "Edit option C" }).click();
    const dialog = page.getByRole("dialog", { name: "Edit the option" });
    await expect(dialog.getByRole("button", { name: `Remove: Leaves out ${name}` })).toBeVisible();
    await expect(
      dialog.getByLabel("Technique of effect 1").getByRole("option", { name, exact: true }),
    ).toBeAttached();
    await expect(dialog.getByText(/Goes out: .*Teaching by example/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("below the published name in the cheat sheet", async () => {
    await page.goto(`${base}/cheat-sheet`);
    await expect(page.getByRole("columnheader", { name: `here: ${name}` })).toBeVisible();
    await expectAccessible(page);
  });
  ada.expectQuiet();
});

async function open(page: Page, name: string) {
  await page
    .locator("summary")
    .filter({ has: page.getByText(name, { exact: true }) })
    .click();
}
