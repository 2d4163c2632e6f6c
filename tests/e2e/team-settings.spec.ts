import { expect, type Page } from "@playwright/test";
import { expectAccessible, test } from "./people";
import { aProject, aTeam } from "./teams";

// Teams of a workspace: made by a lead by keys, given to a project, and told apart in the portfolio and in what was learned.

const row = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

test("a lead makes a team, gives it a project, and sees effort by team", async ({ browser }) => {
  const team = await aTeam(browser, "lead");
  const { ada, ben, base } = team;
  const { page } = ben;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  await aProject(team, { key: "OTH", name: "Other work" });

  await test.step("the settings say what a team is, and one is made by keyboard", async () => {
    await page.goto(`${base}/settings`);
    await page.getByRole("link", { name: "Teams", exact: true }).click();
    await expect(page.getByText("No teams yet")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "New team" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "New team" });
    await dialog.getByLabel("Name").press("Enter");
    await expect(dialog.getByRole("alert").first()).toBeVisible();
    await dialog.getByLabel("Name").fill("Language services");
    await dialog.getByRole("checkbox", { name: "Ben Trovato" }).press("Space");
    await expectAccessible(page);
    await dialog.getByLabel("Name").press("Enter");
    await expect(dialog).toHaveCount(0);
    await expect(row(page, "Language services")).toContainText("Ben Trovato");
    await expectAccessible(page);
  });

  await test.step("another of the same name is refused, and what was typed stays", async () => {
    await page.getByRole("button", { name: "New team" }).click();
    const dialog = page.getByRole("dialog", { name: "New team" });
    await dialog.getByLabel("Name").fill("language services");
    await dialog.getByRole("button", { name: "Make team" }).click();
    await expect(dialog.getByText("Another team has this name already.").first()).toBeVisible();
    await expect(dialog.getByLabel("Name")).toHaveValue("language services");
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  });

  await test.step("of two who edit it at once the later is told, and saves over it knowingly", async () => {
    await ada.page.goto(`${base}/settings/teams`);
    await ada.page.getByRole("button", { name: "Edit Language services" }).click();
    const hers = ada.page.getByRole("dialog");
    await hers.getByRole("checkbox", { name: "Ada Byron" }).check();
    await page.getByRole("button", { name: "Edit Language services" }).click();
    const his = page.getByRole("dialog", { name: "Edit Language services" });
    await his.getByLabel("Name").fill("Language");
    await his.getByRole("button", { name: "Save team" }).click();
    await expect(his).toHaveCount(0);
    await hers.getByRole("button", { name: "Save team" }).click();
    await expect(ada.page.getByText("it is “Language” now")).toBeVisible();
    await expectAccessible(ada.page);
    await hers.getByLabel("Name").fill("Language and search");
    await hers.getByRole("button", { name: "Keep mine and save over it" }).click();
    await hers.getByRole("button", { name: "Save team" }).click();
    await expect(hers).toHaveCount(0);
    await expect(row(page, "Language and search")).toContainText("Ada Byron, Ben Trovato");
  });

  await test.step("a project gets the team, and the portfolio sums by it", async () => {
    await page.goto(project);
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Edit project" });
    await dialog.getByLabel("Team").selectOption("Language and search");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText("· Language and search ·")).toBeVisible();
    await page.goto(`${base}/portfolio?by=team`);
    const bars = page.getByRole("list", { name: "Effort by team" });
    await expect(bars.getByRole("link", { name: /No team/ })).toBeVisible();
    await bars.getByRole("link", { name: /Language and search/ }).click();
    await expect(page.getByRole("heading", { name: "Projects of Language and search" })).toBeVisible();
    const list = page.getByRole("grid", { name: "Projects" });
    await expect(list.getByRole("link", { name: "Letters" })).toBeVisible();
    await expect(list.getByRole("link", { name: "Other work" })).toHaveCount(0);
    await expectAccessible(page);
    await page.goto(`${base}/learn?by=team`);
    await expect(page.getByRole("rowheader", { name: "Language and search" })).toBeVisible();
    await expect(page.getByRole("rowheader", { name: "No team" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the matrix of expertise is everybody's, or the team's", async () => {
    await ada.page.goto(`${base}/settings/teams`);
    await ada.page.getByRole("button", { name: "Edit Language and search" }).click();
    const dialog = ada.page.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: "Ada Byron" }).uncheck();
    await dialog.getByRole("button", { name: "Save team" }).click();
    await expect(dialog).toHaveCount(0);
    await page.goto(`${base}/expertise`);
    const matrix = page.getByRole("table", { name: "Expertise of the members" });
    await expect(matrix.getByRole("rowheader")).toHaveText(["Ada Byron", "Ben Trovato"]);
    await page
      .getByRole("navigation", { name: "Expertise of" })
      .getByRole("link", { name: "Language and search" })
      .press("Enter");
    await expect(matrix.getByRole("rowheader")).toHaveText(["Ben Trovato"]);
    await expectAccessible(page);
  });

  await test.step("a deleted one leaves its project without, until it is brought back", async () => {
    await page.goto(`${base}/settings/teams`);
    await expect(row(page, "Language and search").getByRole("link", { name: "1 project" })).toBeVisible();
    await page.getByRole("button", { name: "Delete Language and search" }).click();
    await expect(page.getByText("No teams yet")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Deleted teams" })).toBeVisible();
    await page.getByRole("button", { name: "Bring Language and search back" }).click();
    await expect(row(page, "Language and search").getByRole("link", { name: "1 project" })).toBeVisible();
    await page.goto(`${base}/activity`);
    await expect(page.getByText(/brought the team “Language and search” back/)).toBeVisible();
  });

  await test.step("a member reads who is in it, and is offered no change", async () => {
    await ada.page.goto(`${base}/settings/members`);
    await ada.page.getByRole("combobox", { name: "Role of Ben Trovato" }).selectOption("member");
    await page.goto(`${base}/settings/teams`);
    await expect(row(page, "Language and search")).toContainText("Ben Trovato");
    await expect(page.getByRole("button", { name: /team|Edit|Delete/ })).toHaveCount(0);
  });
  ada.expectQuiet();
  ben.expectQuiet();
});
