import { expect } from "@playwright/test";
import { readFilter } from "@/features/portfolio/ui/filter-address";
import { aPerson, expectAccessible, expectAlive, test } from "./people";
import { aProject, aTeam } from "./teams";

// What a portfolio shows: kept under a name, shared with the workspace, taken away as files and shown to others by a link.

test("a view is kept, shared, changed, exported and shown to somebody without an account", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const team = await aTeam(browser);
  const { ada, ben, base } = team;
  await aProject(team, { key: "LET", name: "Letters of the ward" });
  await aProject(team, { key: "SRC", name: "Search in the archive" });
  const { page } = ada;
  const tabs = page.getByRole("navigation", { name: "Views" });
  const benTabs = ben.page.getByRole("navigation", { name: "Views" });
  await ben.page.goto(`${base}/portfolio`);
  await expect(benTabs.getByRole("link")).toHaveText(["All"]);

  await test.step("a changed filter is saved for everybody, and another person gets the tab", async () => {
    await page.goto(`${base}/portfolio?text=letters`);
    await expectAlive(page.getByRole("button", { name: "Save as new…" }));
    await page.getByRole("button", { name: "Save as new…" }).click();
    await page.getByLabel("Name").fill("Letters only");
    await page.getByLabel(/^Share it/).check();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save view" }).click();
    await expect(tabs.getByRole("link", { name: /^Letters only/ })).toHaveAttribute("aria-current", "page");
    await expect(page.getByRole("button", { name: "Save as new…" })).toHaveCount(0);
    await benTabs.getByRole("link", { name: /^Letters only/ }).click();
    await expect(ben.page.getByRole("region", { name: "Projects" })).not.toContainText("Search in the");
  });

  await test.step("a member can't save over it, but keeps one of their own, which nobody else sees", async () => {
    await ben.page.getByLabel("Order").selectOption("effort");
    await ben.page.getByRole("button", { name: "Apply" }).click();
    await expect(ben.page.getByRole("button", { name: "Save as new…" })).toBeVisible();
    await expect(ben.page.getByRole("button", { name: "Save", exact: true })).toHaveCount(0);
    await ben.page.getByRole("button", { name: "Save as new…" }).click();
    await ben.page.getByLabel("Name").fill("Mine by effort");
    await ben.page.getByRole("button", { name: "Save view" }).click();
    await expect(benTabs.getByRole("link", { name: "Mine by effort" })).toBeVisible();
    await page.reload();
    await expect(tabs.getByRole("link", { name: "Mine by effort" })).toHaveCount(0);
  });

  await test.step("it is where a person begins who says so; renamed, deleted and brought back by its list", async () => {
    await ben.page.getByRole("button", { name: "Views…" }).click();
    const dialog = ben.page.getByRole("dialog", { name: "Views" });
    await dialog.getByLabel("You see first").selectOption("Mine by effort");
    await dialog.getByLabel("Name of Mine by effort").fill("By effort");
    await dialog.getByRole("button", { name: "Rename" }).click();
    await expectAccessible(ben.page);
    await dialog.getByRole("button", { name: "Delete By effort" }).click();
    await expect(dialog.getByRole("button", { name: "Delete By effort" })).toHaveCount(0);
    await dialog.getByText("Deleted views").click();
    await dialog.getByRole("button", { name: "Bring By effort back" }).click();
    await expect(dialog.getByRole("button", { name: "Delete By effort" })).toBeVisible();
    await ben.page.keyboard.press("Escape");
    await expect(benTabs.getByRole("link", { name: "By effort" })).toBeVisible();
    await ben.page.goto(`${base}/portfolio`);
    await expect(benTabs.getByRole("link", { name: "By effort" })).toHaveAttribute("aria-current", "page");
  });

  await test.step("what is shown leaves as files", async () => {
    await page.goto(`${base}/portfolio`);
    const tab = tabs.getByRole("link", { name: /^Letters only/ });
    await tab.click();
    // Until then the page shows, and would give away, all projects.
    await expect(tab).toHaveAttribute("aria-current", "page");
    for (const [item, ending] of [
      [/^Excel/, "letters-only.xlsx"],
      [/^PDF/, "letters-only.pdf"],
      [/^Picture/, "letters-only.png"],
    ] as const) {
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Export" }).click();
      await page.getByRole("menuitem", { name: item }).click();
      expect((await download).suggestedFilename()).toBe(ending);
    }
  });

  const link = await test.step("a link is made, of which only members can make use at first", async () => {
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name: "Share link…" }).click();
    await expect(page.getByText("Only members can open it")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Make link" }).click();
    return await page.getByRole("textbox", { name: "Share link" }).inputValue();
  });

  await test.step("without an account it opens once the workspace allows that, and tells nothing beside its rows", async () => {
    const guest = await aPerson(browser);
    await guest.page.goto(link);
    await expect(guest.page.getByRole("heading", { level: 1 })).toHaveText("This link can't be used");
    await page.goto(`${base}/settings/sharing`);
    await page.getByLabel("Share links open without signing in").check();
    await expect(page.getByText("Whoever has a link sees its rows.")).toBeVisible();
    await expectAccessible(page);
    const response = await guest.page.goto(link);
    await expect(guest.page.getByRole("heading", { level: 1 })).toHaveText("Letters only");
    await expect(guest.page.getByRole("row", { name: /Letters of the ward/ })).toBeVisible();
    await expectAccessible(guest.page);
    const headers = response?.headers();
    expect(headers?.["x-robots-tag"]).toContain("noindex");
    expect(headers?.["referrer-policy"]).toBe("no-referrer");
    const html = await guest.page.content();
    const overview = { workspace: team.slug, filter: readFilter({}) };
    const { decideNext } = await ada.api.portfolio.overview.query(overview);
    const questions = decideNext.map(({ question }) => question);
    expect(questions.length).toBeGreaterThan(0);
    for (const hidden of ["Search in the archive", "SRC", "Ada Byron", team.slug, ...questions]) {
      expect(html).not.toContain(hidden);
    }
    await expect(guest.page.getByRole("link")).toHaveCount(0);
    await guest.page.setViewportSize({ width: 390, height: 800 });
    expect(await guest.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole("button", { name: "Withdraw Letters only" }).click();
    await expect(page.getByText("No link can be used now.")).toBeVisible();
    await guest.page.reload();
    await expect(guest.page.getByRole("heading", { level: 1 })).toHaveText("This link can't be used");
    guest.expectQuiet();
  });
});
