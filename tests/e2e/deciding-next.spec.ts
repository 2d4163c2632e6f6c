import { expect, type Page } from "@playwright/test";
import { aPerson, expectAccessible, expectAlive, forYou, signal, signInAsSample, test } from "./people";

// What a lead settles first: open decisions of all projects, a nudge for an owner, and the list for the next review.

const open = (page: Page) => page.getByRole("list", { name: "Open decisions" });
const review = (page: Page) => page.getByRole("list", { name: "My review list" });

test("a lead finds what is dear to leave open, nudges its owner and makes a review list by keys", async ({
  browser,
}) => {
  const mara = await aPerson(browser);
  const { page } = mara;
  await signInAsSample(page, "Mara Okafor");
  await page.goto("/w/northwind-ai/decisions");
  await page.getByRole("link", { name: "Decide next" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Decide next" })).toBeVisible();
  await expectAccessible(page);

  await test.step("the dearest comes first, in days or in money, and filters stand in the address", async () => {
    const days = async () =>
      (await open(page).locator("dd:has-text(' d')").allInnerTexts()).map((text) =>
        Number(text.replace(/[^\d.]/g, "")),
      );
    const shown = await days();
    expect(shown.length).toBeGreaterThan(3);
    expect(shown).toEqual(shown.toSorted((a, b) => b - a));
    await expectAlive(page.getByLabel("Project"));
    await page.getByLabel("Project").selectOption({ label: "Clinical summaries" });
    await expect(page).toHaveURL(/project=CLN/);
    await expect(page.getByRole("status").filter({ hasText: / of \d+ open decisions/ })).toBeVisible();
    await page.getByLabel("Project").selectOption("");
    await expect(page).toHaveURL(/decisions\/next$/);
  });

  const row = open(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: /^Nudge/ }) })
    .first();
  const nudge = row.getByRole("button", { name: /^Nudge/ });
  const owner = (await nudge.getAttribute("aria-label"))?.replace("Nudge ", "") ?? "";
  const question = (await row.getByRole("link").textContent()) ?? "";

  await test.step("n asks the owner, once a day", async () => {
    await row.getByRole("link").focus();
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog", { name: `Nudge ${owner}` });
    await dialog.getByLabel("What you want to say").fill("The vendor waits for an answer.");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Nudge" }).click();
    await expect(dialog).toHaveCount(0);
    const nudged = open(page).getByRole("listitem").filter({ hasText: question });
    await expect(nudged.getByText("Nudged today by Mara Okafor")).toBeVisible();
    await expect(nudged.getByRole("button", { name: `${owner} was nudged today` })).toBeVisible();
  });

  await test.step("j and k move, r puts a decision on the review list", async () => {
    const links = open(page).getByRole("link");
    await links.nth(0).focus();
    await page.keyboard.press("j");
    await expect(links.nth(1)).toBeFocused();
    await page.keyboard.press("r");
    await expect(open(page).getByRole("button", { name: "Take off my review list" })).toHaveCount(1);
    await links.nth(1).focus();
    await page.keyboard.press("k");
    await expect(links.nth(0)).toBeFocused();
    await page.keyboard.press("r");
    await expect(open(page).getByRole("button", { name: "Take off my review list" })).toHaveCount(2);
  });

  await test.step("the list has an order and notes; what was reviewed leaves it", async () => {
    await page.getByRole("link", { name: "My review list" }).click();
    const rows = review(page).getByRole("listitem");
    await expect(rows).toHaveCount(2);
    const second = (await rows.nth(1).getByRole("link").textContent()) ?? "";
    await rows.nth(1).getByRole("link").focus();
    await page.keyboard.press("u");
    await expect(rows.nth(0)).toContainText(second);
    await rows.nth(0).getByRole("button", { name: "Add a note" }).click();
    await page.getByLabel("Note").fill("Ask about the licence.");
    await page.getByRole("button", { name: "Keep the note" }).click();
    await expect(rows.nth(0).getByRole("button", { name: "Change the note" })).toBeVisible();
    await expect(rows.nth(0).getByText("Ask about the licence.")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("who settles row after row does not wait for the answers", async () => {
    const rows = review(page).getByRole("listitem");
    const bothPressed = signal();
    await page.route(/decideNext\.settleReview/, async (route) => {
      await bothPressed.given;
      await route.continue();
    });
    await rows.nth(0).getByRole("link").focus();
    await page.keyboard.press("r");
    await rows.nth(1).getByRole("button", { name: "Take off my review list" }).dblclick();
    bothPressed.give();
    await expect(page.getByText("Nothing on your review list")).toBeVisible();
  });
  mara.expectQuiet();

  await test.step("the owner finds it in the inbox", async () => {
    const asked = await aPerson(browser);
    await signInAsSample(asked.page, owner);
    await forYou(asked.page).click();
    await expect(asked.page.getByText("Mara Okafor asks you to see to this decision").first()).toBeVisible();
    asked.expectQuiet();
  });
});
