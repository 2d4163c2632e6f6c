import { expect, type Page } from "@playwright/test";
import { aPerson, expectAccessible, expectAlive, signInAsSample, test } from "./people";
import { aTeam } from "./teams";

// Expertise by week: where the people there are can't do what the plans ask, and what would close it.

const map = (page: Page) => page.getByRole("table", { name: "Expertise by week" });
const personDays = (text: string) =>
  Math.round(Number(/([\d,.]+)\s*pd/.exec(text)?.[1]?.replace(/,/g, "")) * 100);

test("a lead sees the gap of a week, and opens what it is made of by keys", async ({ browser }) => {
  const mara = await aPerson(browser);
  const { page } = mara;
  await signInAsSample(page, "Mara Okafor");
  await page.goto("/w/northwind-ai/expertise");

  await test.step("26 weeks, as of today, with figures as text", async () => {
    await expect(map(page).getByRole("columnheader")).toHaveCount(27);
    await expect(page.getByText(/^As of \d/)).toBeVisible();
    await expect(
      map(page).getByRole("link", { name: /person-days? asked, .*(short|no gap)$/ }),
    ).not.toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step("arrows move, Enter opens the cell, which stands in the address", async () => {
    const first = page.locator('[data-cell="0:0"]');
    await expectAlive(first);
    await first.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await expect(page.locator('[data-cell="1:1"]')).toBeFocused();
    await page.keyboard.press("Home");
    await expect(page.locator('[data-cell="1:0"]')).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/cell=\d{4}-\d\d-\d\d:[a-z-]+:\d/);
    await expect(page.getByRole("heading", { name: "What asks for it" })).toBeVisible();
  });

  await test.step("projects and tasks add up to the cell, to the hundredth", async () => {
    // The link of a cell that is open closes it.
    const asked = map(page)
      .getByRole("link", { name: /\d person-days asked/ })
      .and(page.locator('[href*="cell="]'))
      .first();
    const cell = new URL((await asked.getAttribute("href")) ?? "", page.url()).searchParams.get("cell") ?? "";
    await asked.click();
    // Until then the cell that was opened before is shown.
    await expect.poll(() => new URL(page.url()).searchParams.get("cell")).toBe(cell);
    const opened = page.getByRole("group", { name: /, week of / });
    const rows = opened.getByRole("list", { name: "What asks for it" }).locator("> li");
    await expect(rows.first()).toBeVisible();
    const figures = (selector: string) => rows.locator(selector).allInnerTexts();
    const sum = (texts: readonly string[]) => texts.map(personDays).reduce((all, one) => all + one, 0);
    const total = personDays(
      (await opened
        .getByText(/pd asked/)
        .first()
        .textContent()) ?? "",
    );
    expect(total).toBeGreaterThan(0);
    expect(sum(await figures("> span"))).toBe(total);
    expect(sum(await figures("li"))).toBe(total);
    await expectAccessible(page);
  });

  await test.step("each way to close a gap says what it does to the dates, and leads to the decision", async () => {
    const short = map(page)
      .getByRole("link", { name: /\d person-days? short$/ })
      .and(page.locator('[href*="cell="]'))
      .first();
    const cell = new URL((await short.getAttribute("href")) ?? "", page.url()).searchParams.get("cell") ?? "";
    await short.click();
    await expect.poll(() => new URL(page.url()).searchParams.get("cell")).toBe(cell);
    const options = page.getByRole("list", { name: "Options and their effect on dates" });
    await expect(options.getByText("Wait", { exact: true })).toBeVisible();
    await expect(options.getByText(/^Hire or borrow \d/)).toBeVisible();
    await expect(page.getByText(/projects are levelled together under each option/)).toBeVisible();
    const sums = await options.locator("> li").evaluateAll((rows) =>
      rows.map((row) => {
        const days = (text: string | null | undefined) =>
          Number(
            /[+−±][\d,]+(?=\sd)/
              .exec(text ?? "")?.[0]
              .replace("−", "-")
              .replace(/[±,]/g, "") ?? 0,
          );
        const parts = [...row.querySelectorAll("ul > li")].map((part) => days(part.textContent));
        return { sum: days(row.querySelector(":scope > p")?.textContent), parts };
      }),
    );
    for (const { sum, parts } of sums) {
      // No more than four projects are named in a row.
      if (parts.length <= 4) expect(parts.reduce((all, one) => all + one, 0)).toBe(sum);
    }
    await expectAccessible(page);
  });

  await test.step("the other quantile keeps the cell open", async () => {
    const address = new URL(page.url());
    await page.getByRole("navigation", { name: "How sure the demand is" }).getByText("P50").click();
    await expect(page).toHaveURL(/demand=p50/);
    expect(new URL(page.url()).searchParams.get("cell")).toBe(address.searchParams.get("cell"));
    await page.getByRole("link", { name: "Close" }).click();
    await expect(page.getByRole("heading", { name: "What asks for it" })).toHaveCount(0);
  });

  await test.step("who is the only one is marked, in the matrix and in words", async () => {
    const marks = page.getByRole("table", { name: "Expertise of the members" }).getByText("only one");
    const lines = page.getByRole("group", { name: "Only one person" }).getByRole("listitem");
    await expect(marks).not.toHaveCount(0);
    expect(await marks.count()).toBe(await lines.count());
  });
  mara.expectQuiet();
});

test("somebody plans a training, and the matrix says from when it counts", async ({ browser }) => {
  const team = await aTeam(browser);
  const { ben, base } = team;
  const { page } = ben;
  await page.goto(`${base}/settings/members`);
  const open = page.getByRole("row", { name: /Ben Trovato/ }).getByRole("button", { name: "Profile" });
  await expectAlive(open);
  await open.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Profile of Ben Trovato" });
  await dialog.getByLabel("Serving", { exact: true }).selectOption({ label: "2 · Medium" });
  await dialog.getByRole("button", { name: "Add a training" }).press("Enter");

  await test.step("it begins with what they know, one level higher, and asks for a day", async () => {
    await expect(dialog.getByLabel("Discipline to learn")).toHaveValue("serving");
    await expect(dialog.getByLabel("Level to reach")).toHaveValue("3");
    await dialog.getByRole("button", { name: "Save profile" }).press("Enter");
    await expect(dialog.getByLabel("Counts from")).toHaveAttribute("aria-invalid", "true");
    await expectAccessible(page);
  });

  await test.step("a level that is there already is refused", async () => {
    await dialog.getByLabel("Counts from").fill("2031-03-03");
    await dialog.getByLabel("Serving", { exact: true }).selectOption({ label: "3 · Medium-High" });
    await dialog.getByRole("button", { name: "Save profile" }).press("Enter");
    await expect(dialog.getByLabel("Level to reach")).toHaveAttribute("aria-invalid", "true");
    await expect(dialog.getByText("The profile has this level already.").first()).toBeVisible();
    await expect(dialog.getByLabel("Counts from")).toHaveValue("2031-03-03");
    await dialog.getByLabel("Level to reach").selectOption({ label: "4 · High" });
  });

  await test.step("saved, everybody sees it", async () => {
    await dialog.getByRole("button", { name: "Save profile" }).press("Enter");
    await expect(dialog).toHaveCount(0);
    await team.ada.page.goto(`${base}/expertise`);
    const row = team.ada.page.getByRole("row", { name: /Ben Trovato/ });
    await expect(row).toContainText("from 3 Mar 2031");
    await expectAccessible(team.ada.page);
  });
  ben.expectQuiet();
});

test("somebody says when they are away, and the weeks and the matrix know", async ({ browser }) => {
  const team = await aTeam(browser);
  const { ben, base } = team;
  const { page } = ben;
  await page.goto(`${base}/settings/members`);
  const open = page.getByRole("row", { name: /Ben Trovato/ }).getByRole("button", { name: "Profile" });
  await expectAlive(open);
  await open.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Profile of Ben Trovato" });
  await dialog.getByRole("button", { name: "Add an absence" }).press("Enter");

  await test.step("a last day before the first is refused, and nothing typed is lost", async () => {
    await dialog.getByLabel("First day away").fill("2031-03-10");
    await dialog.getByLabel("Last day away").fill("2031-03-07");
    await dialog.getByRole("button", { name: "Save profile" }).press("Enter");
    await expect(dialog.getByText("The last day comes before the first.")).toBeVisible();
    await expect(dialog.getByLabel("First day away")).toHaveValue("2031-03-10");
    await expectAccessible(page);
  });

  await test.step("so are absences that overlap", async () => {
    await dialog.getByLabel("Last day away").fill("2031-03-21");
    await dialog.getByRole("button", { name: "Add an absence" }).press("Enter");
    await dialog.getByLabel("First day away (2)").fill("2031-03-20");
    await dialog.getByRole("button", { name: "Save profile" }).press("Enter");
    await expect(dialog.getByText("These absences overlap. Please make one of them.")).toBeVisible();
    await dialog.getByRole("button", { name: "Remove absence 2" }).press("Enter");
  });

  await test.step("saved, everybody sees when", async () => {
    await dialog.getByRole("button", { name: "Save profile" }).press("Enter");
    await expect(page.getByRole("row", { name: /Ben Trovato/ })).toContainText("away 10 Mar – 21 Mar 2031");
    await team.ada.page.goto(`${base}/expertise?view=matrix`);
    await expect(team.ada.page.getByRole("row", { name: /Ben Trovato/ })).toContainText(
      "10 Mar – 21 Mar 2031",
    );
  });
  ben.expectQuiet();
});
