import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./people";
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
    await ada.page.getByRole("button", { name: "Change the standard of Build the evaluation run" }).focus();
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

async function open(page: Page, name: string) {
  await page
    .locator("summary")
    .filter({ has: page.getByText(name, { exact: true }) })
    .click();
}
