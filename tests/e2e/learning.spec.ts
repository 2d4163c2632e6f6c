import { expect } from "@playwright/test";
import { aPerson, expectAccessible, signInAsSample, test } from "./people";

// What finished work teaches: cohorts, the lists their figures sum, and our own figures on the cheat sheet.

test("figures open what they are made of, and the cheat sheet has our own", async ({ browser }) => {
  const mara = await aPerson(browser);
  const { page } = mara;
  await signInAsSample(page, "Mara Okafor");
  await page.getByRole("navigation", { name: "Workspace" }).getByRole("link", { name: "Learn" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Learn" })).toBeVisible();
  await expectAccessible(page);

  await test.step("a figure opens its list, as long as the figure says", async () => {
    await page
      .getByRole("navigation", { name: "Cohorts" })
      .getByRole("link", { name: "By technique" })
      .click();
    await expect(page).toHaveURL(/by=technique/);
    const row = page.getByRole("table", { name: "What finished work teaches" }).locator("tbody tr").first();
    const tasks = row.getByRole("cell").nth(1);
    const count = Number(await tasks.getByRole("link").textContent());
    expect(count).toBeGreaterThan(0);
    await tasks.getByRole("link").click();
    await expect(page).toHaveURL(/cohort=.*#tasks/);
    await expect(page.getByRole("list", { name: "Finished tasks" }).getByRole("listitem")).toHaveCount(count);
    await expectAccessible(page);
  });

  await test.step("the cheat sheet leads to the same figures", async () => {
    await page.goto("/w/northwind-ai/cheat-sheet");
    await expect(page.getByText("Our own figures").first()).toBeVisible();
    await page
      .getByRole("link", { name: /× .*from \d+ finished task/ })
      .first()
      .click();
    await expect(page).toHaveURL(/learn\?by=technique&cohort=/);
    await expect(page.getByRole("list", { name: "Finished tasks" })).toBeVisible();
  });
  mara.expectQuiet();
});
