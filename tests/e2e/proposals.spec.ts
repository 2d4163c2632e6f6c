import { expect } from "@playwright/test";
import { expectAccessible, expectAlive, forYou, test } from "./people";
import { aTeam } from "./teams";

// A level that a lead proposes for somebody's profile, and the person's answer.

test("a lead proposes a level, and the person takes it over from their inbox", async ({ browser }) => {
  const { ada, ben, base } = await aTeam(browser);
  const { page } = ada;
  await page.goto(`${base}/expertise`);
  const button = page.getByRole("button", { name: "Propose a level" });
  await expectAlive(button);
  await button.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Propose a level" });

  await test.step("without a person it is refused, and nothing typed is lost", async () => {
    await dialog.getByLabel("Discipline").selectOption({ label: "Serving" });
    await dialog.getByLabel("Level", { exact: true }).selectOption({ label: "3 · Medium-High" });
    await dialog.getByLabel("What you want to say").fill("Two deployments went well.");
    await dialog.getByRole("button", { name: "Propose" }).press("Enter");
    await expect(dialog.getByText("Please choose somebody.")).toBeVisible();
    await expect(dialog.getByLabel("What you want to say")).toHaveValue("Two deployments went well.");
    await expectAccessible(page);
  });

  await test.step("it is known to the two of them", async () => {
    await dialog.getByLabel("Whose profile").selectOption({ label: "Ben Trovato" });
    await expect(dialog.getByText("Ben Trovato is new to it.")).toBeVisible();
    await dialog.getByRole("button", { name: "Propose" }).press("Enter");
    await expect(dialog).toHaveCount(0);
    const made = page.getByRole("list", { name: "What you proposed" }).getByRole("listitem");
    await expect(made).toContainText("Serving: Medium-High");
    await expect(made).toContainText("not answered");
    await expectAccessible(page);
  });

  await test.step("the person finds it in the inbox, and takes it over", async () => {
    await ben.page.goto(base);
    await forYou(ben.page).click();
    await expect(ben.page.getByText("Ada Byron proposes a level for your profile")).toBeVisible();
    await ben.page.getByRole("link", { name: "Profile and expertise" }).click();
    const asked = ben.page.getByRole("list", { name: "Proposed for your profile" }).getByRole("listitem");
    await expect(asked).toContainText("Two deployments went well.");
    await expect(ben.page.getByRole("button", { name: "Propose a level" })).toHaveCount(0);
    await expectAccessible(ben.page);
    const take = asked.getByRole("button", { name: "Take over" });
    await expectAlive(take);
    await take.press("Enter");
    await expect(asked).toHaveCount(0);
    const row = ben.page.getByRole("table", { name: "Expertise of the members" }).getByRole("row", {
      name: /Ben Trovato/,
    });
    await expect(row.getByRole("img", { name: "Medium-High" })).toBeVisible();
  });

  await test.step("whoever proposed it sees what became of it", async () => {
    const made = page.getByRole("list", { name: "What you proposed" }).getByRole("listitem");
    await expect(made).toContainText("taken over");
    await forYou(page).click();
    await expect(page.getByText("Ben Trovato took over the level you proposed")).toBeVisible();
  });
  ada.expectQuiet();
  ben.expectQuiet();
});
