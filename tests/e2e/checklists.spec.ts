import { expect } from "@playwright/test";
import { expectAccessible, expectAlive, test } from "./people";
import { aProject, aTeam } from "./teams";

test("the steps of a task are kept, ordered and ticked, and the other sees each at once", async ({
  browser,
}) => {
  const team = await aTeam(browser, "member");
  const { ada, ben } = team;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  await ada.page.goto(`${project}/plan`);
  await ben.page.goto(`${project}/plan`);
  const row = ben.page.getByRole("row").filter({ has: ben.page.locator('[data-cell="0:0"]') });
  await expectAlive(ada.page.locator('[data-cell="0:0"]'));
  await ada.page.locator('[data-cell="0:0"]').focus();
  await ada.page.keyboard.press("Enter");
  const sheet = ada.page.getByRole("dialog");
  const items = sheet.getByRole("list", { name: "Checklist" }).getByRole("listitem");
  const field = sheet.getByRole("textbox", { name: "New item of the checklist" });
  for (const text of ["Ask the archive", "Draw it up", "Have it signed"]) {
    await field.fill(text);
    await ada.page.keyboard.press("Enter");
    await expect(items.filter({ hasText: text })).toBeVisible();
    await expect(field).toHaveValue("");
  }
  await expect(row).toContainText("0 of 3 done");
  await sheet.getByRole("button", { name: "Move up: Have it signed" }).click();
  await expect(items.nth(1)).toContainText("Have it signed");
  await expect(sheet.getByRole("button", { name: "Move up: Have it signed" })).toBeFocused();
  const down = sheet.getByRole("button", { name: "Move down: Ask the archive" });
  await down.focus();
  await ada.page.keyboard.press("Enter");
  await expect(items.nth(1)).toContainText("Ask the archive");
  await expect(down).toBeFocused();
  await sheet.getByRole("checkbox", { name: "Ask the archive" }).check();
  await sheet.getByRole("checkbox", { name: "Have it signed" }).check();
  await expect(row).toContainText("2 of 3 done");
  await sheet.getByRole("button", { name: "Reword: Draw it up" }).click();
  await sheet.getByRole("textbox", { name: "Other words" }).fill("Draw up two drafts");
  await ada.page.keyboard.press("Enter");
  await expect(items.nth(2)).toContainText("Draw up two drafts");
  await expectAccessible(ada.page);
  await sheet.getByRole("button", { name: "Remove: Have it signed" }).click();
  await expect(row).toContainText("1 of 2 done");
  await ada.page.keyboard.press("Escape");
  await ada.page.getByRole("link", { name: "board" }).click();
  await expect(ada.page.getByRole("group").filter({ hasText: "1 of 2 done" })).toBeVisible();
  ada.expectQuiet();
  ben.expectQuiet();
});
