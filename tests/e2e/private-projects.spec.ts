import { expect } from "@playwright/test";
import { expectAccessible, test } from "./people";
import { another, aProject, aTeam } from "./teams";

// A project that one person makes private while another looks at it, shares and opens again; nobody reloads.

test("a project made private is gone from other people's pages at once, and back when it is shared", async ({
  browser,
}) => {
  const team = await aTeam(browser, "lead");
  const { ada, ben, base } = team;
  const cleo = await another(browser, team, "Cleo Ray", "admin");
  const project = await aProject(team, { key: "LET", name: "Letters" });
  await ada.page.goto(project);
  await ben.page.goto(project);
  await cleo.page.goto(`${base}/projects`);
  await expect(cleo.page.getByRole("link", { name: "Letters" }).first()).toBeVisible();

  await test.step("by keyboard, in a dialog that says who sees it", async () => {
    await ada.page.getByRole("button", { name: "Share…" }).press("Enter");
    await expect(ada.page.getByRole("radio", { name: /The workspace/ })).toBeChecked();
    await expectAccessible(ada.page);
    await ada.page.getByRole("radio", { name: /The workspace/ }).press("ArrowDown");
    await expect(ada.page.getByRole("radio", { name: /Private/ })).toBeChecked();
    await expect(ada.page.getByRole("region", { name: "Seen by" })).toContainText("Ada Byron");
  });

  await test.step("who looks at it sees it no more, in no list and at no address", async () => {
    await expect(ben.page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
    await expect(cleo.page.getByRole("link", { name: "Letters" })).toHaveCount(0);
    await ben.page.goto(`${base}/portfolio`);
    await expect(ben.page.getByText("Letters")).toHaveCount(0);
    await ben.page.goto(`${project}/plan`);
    await expect(ben.page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
  });

  await test.step("shared with somebody, it is on their page without a reload, and marked", async () => {
    await ben.page.goto(`${base}/projects`);
    await ada.page.getByLabel("Share with").selectOption("Ben Trovato");
    await ada.page.getByRole("button", { name: "Share", exact: true }).press("Enter");
    await expect(ada.page.getByRole("region", { name: "Seen by" })).toContainText("Ben Trovato shared with");
    await expect(ben.page.getByRole("main").getByRole("link", { name: "Letters" })).toBeVisible();
    await expect(ben.page.getByRole("main").getByRole("img", { name: "Private" })).toBeVisible();
    await expect(cleo.page.getByRole("link", { name: "Letters" })).toHaveCount(0);
    await expectAccessible(ben.page);
  });

  await test.step("he may see who sees it, and change nothing of it; on a small screen as well", async () => {
    await ben.page.setViewportSize({ width: 390, height: 780 });
    await ben.page.goto(project);
    await ben.page.getByRole("button", { name: "Share…" }).click();
    await expect(ben.page.getByRole("region", { name: "Seen by" })).toContainText("Ben Trovato");
    await expect(ben.page.getByRole("radio")).toHaveCount(0);
    await expectAccessible(ben.page);
  });

  await test.step("visible to the workspace again, it is there for everybody", async () => {
    await ada.page.getByRole("radio", { name: /The workspace/ }).check();
    await expect(cleo.page.getByRole("main").getByRole("link", { name: "Letters" })).toBeVisible();
    await expect(cleo.page.getByRole("img", { name: "Private" })).toHaveCount(0);
  });
});
