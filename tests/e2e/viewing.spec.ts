import { expect } from "@playwright/test";
import { aPerson, expectAccessible, signInAsSample, test } from "./people";

// Reading the sample workspace: what a viewer is offered, and what the figures of the portfolio are made of.

test("a viewer reads and comments, and is offered nothing else", async ({ browser }) => {
  const oliver = await aPerson(browser);
  await signInAsSample(oliver.page, "Oliver Grant");
  await oliver.page.goto("/w/northwind-ai/projects/CLN/decisions/5");
  await expect(oliver.page.getByRole("textbox", { name: "Comment" })).toBeVisible();
  for (const name of ["Decide…", "Edit", "Add an option", "Take a position"]) {
    await expect(oliver.page.getByRole("button", { name, exact: true })).toHaveCount(0);
  }
  await oliver.page.goto("/w/northwind-ai/projects");
  await expect(oliver.page.getByRole("link", { name: "New project" })).toHaveCount(0);
  oliver.expectQuiet();
});

test("the portfolio's figures open what they are made of, and the parts make up the figure", async ({
  browser,
}) => {
  const mara = await aPerson(browser);
  const { page } = mara;
  await signInAsSample(page, "Mara Okafor");
  await page.goto("/w/northwind-ai/portfolio");

  await test.step("effort by phase", async () => {
    const figure = page.getByRole("list", { name: "Effort by phase" }).getByRole("listitem");
    const total = personDays((await figure.filter({ hasText: "Model alignment" }).textContent()) ?? "");
    await page.getByRole("link", { name: "Model alignment" }).first().click();
    const part = page.getByRole("group", { name: "Model alignment" });
    await expect(part).toContainText(`planned${total} person-days`);
    const rows = page.getByRole("grid", { name: "Projects" }).getByRole("row").filter({ hasText: "pd" });
    const sum = (await rows.allInnerTexts()).map(personDays).reduce((a, b) => a + b, 0);
    // Each is rounded to what is shown.
    expect(Math.abs(sum - total)).toBeLessThanOrEqual((await rows.count()) / 2 + 0.5);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Show all projects" }).click();
    await expect(part).toHaveCount(0);
  });

  await test.step("effort by technique leads to a project's plan", async () => {
    await page
      .getByRole("link", { name: /^all \d+$/ })
      .first()
      .click();
    await page
      .getByRole("list", { name: "Effort by technique" })
      .getByRole("link", { name: "Evaluation" })
      .click();
    await expect(page.getByRole("group", { name: "Evaluation" })).toContainText("planned");
    await page.getByRole("link", { name: "Discipline" }).click();
    const serving = page.getByRole("list", { name: "Effort by discipline" }).getByRole("link").first();
    await expect(serving).toBeVisible();
  });

  await test.step("expertise demanded, with the people who could", async () => {
    await page.getByRole("link", { name: /^Evaluation, Medium: / }).click();
    await expect(
      page.getByRole("heading", { name: "People who could, at this level or above" }),
    ).toBeVisible();
    await expect(page.getByText("Aiko Mori").last()).toBeVisible();
  });

  await test.step("a filter stands in the address", async () => {
    await page.getByLabel("Find a project").fill("finance");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/text=finance/);
    await expect(page.getByRole("region", { name: "Projects" }).getByRole("row")).toHaveCount(2);
    await page.reload();
    await expect(page.getByText("1 of 6 projects")).toBeVisible();
    await page.goto("/w/northwind-ai/portfolio");
    await page.getByLabel("Groups").selectOption("By health");
    await expect(page).toHaveURL(/group=health/);
    const table = page.getByRole("grid", { name: "Projects" });
    await expect(table.getByRole("rowheader", { name: "Launched · 1 project" })).toBeVisible();
    await expect(table.getByRole("row", { name: /Code assistant/ })).toContainText(
      /Off track ?P50 \d+ days late/,
    );
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("menuitem", { name: "Lifecycle" }).click();
    await expect(table.getByRole("columnheader", { name: "Lifecycle" })).toHaveCount(0);
    await table.getByRole("link", { name: "Cost, P80" }).click();
    await expect(table.getByRole("columnheader", { name: "Cost, P80" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
    await expectAccessible(page);
  });
  mara.expectQuiet();
});

test("the cheat sheet holds five techniques, their facts apart from what Phasewise adds", async ({
  browser,
}) => {
  const mara = await aPerson(browser);
  const { page } = mara;
  await signInAsSample(page, "Mara Okafor");
  await page.goto("/w/northwind-ai/cheat-sheet");
  const sheet = page.getByRole("table").first();
  await expect(sheet.getByRole("columnheader")).toHaveText([
    "Pre-training",
    "Prompt engineering",
    "Prompt tuning and fine-tuning",
    "Reinforcement learning and human feedback",
    "Compression, optimization and deployment",
  ]);
  await expect(sheet.getByRole("row", { name: /^Training duration/ })).toContainText(
    "From days over weeks up to months",
  );
  await expect(sheet.getByRole("row", { name: /^Expertise/ })).toHaveText(
    /High.*Low.*Medium.*Medium-High.*Medium/,
  );
  await expect(sheet.getByRole("row", { name: /Phasewise adds/ })).toContainText("person-days");
  mara.expectQuiet();
});

function personDays(text: string): number {
  const found = /([\d,.]+)\s*pd/.exec(text)?.[1];
  return Number((found ?? "").replace(",", ""));
}
