import { expect } from "@playwright/test";
import { lettersTo } from "./letters";
import { aPerson, expectAccessible, expectAlive, test } from "./people";
import { aProject, aTeam } from "./teams";

// A view that comes by e-mail: scheduled, changed, paused and ended, to oneself and to others.

test("a view is sent by e-mail to a lead and a member, and each can stop theirs", async ({
  browser,
  baseURL,
}) => {
  const team = await aTeam(browser);
  const { ada, ben, base, slug } = team;
  await aProject(team, { key: "LET", name: "Letters of the ward" });
  await aProject(team, { key: "SRC", name: "Search in the archive" });
  await ada.api.views.make.mutate({
    mutationId: crypto.randomUUID(),
    workspace: slug,
    name: "Letters only",
    query: "text=letters",
    scope: "shared",
  });
  const { page } = ada;
  const dialog = page.getByRole("dialog", { name: "Send by e-mail" });
  const open = async () => {
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name: "Send by e-mail…" }).click();
  };

  await test.step("the lead schedules it from the portfolio", async () => {
    await page.goto(`${base}/portfolio?text=letters`);
    await expectAlive(page.getByRole("button", { name: "Export" }));
    await open();
    await expect(dialog.getByLabel("View")).toHaveValue(/./);
    await dialog.getByLabel("How often").selectOption("Every month");
    await dialog.getByLabel("On day").selectOption("28");
    await dialog.getByLabel("At", { exact: true }).selectOption("07:00");
    await expect(dialog.getByLabel("Time zone")).toHaveValue(/^Asia\/Kat/);
    await dialog.getByRole("checkbox", { name: "Ben Trovato" }).check();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Send it" }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step("it can be looked at in a letter at once", async () => {
    await open();
    await expect(dialog.getByText(/^The next one: .* 28 .*, 07:00\.$/)).toBeVisible();
    await dialog.getByRole("button", { name: "Send me one now" }).click();
    await expect.poll(() => lettersTo(ada.email).length).toBe(1);
    const letter = unwrapped(lettersTo(ada.email)[0]);
    expect(letter).toMatch(/^Subject: Letters only: 1 project/m);
    expect(letter).toContain("Letters of the ward (LET)");
    expect(letter).not.toContain("Search in the archive");
    expect(letter).toContain(`${baseURL}/account?workspace=${slug}#notifications`);
    await page.keyboard.press("Escape");
  });

  await test.step("whoever gets it finds it in their settings, has one sent and stops it by its link", async () => {
    await ben.page.goto(`/account?workspace=${slug}#notifications`);
    const mine = ben.page.getByRole("list", { name: "Views by e-mail" }).getByRole("listitem");
    await expect(mine).toContainText("Ada Byron has it sent to you");
    await expect(mine).toContainText("On day 28 of every month at 07:00");
    await expectAccessible(ben.page);
    const [letter] = (await ben.api.letters.mine.query({ workspace: slug })).letters;
    await ben.api.letters.sendNow.mutate({
      mutationId: crypto.randomUUID(),
      workspace: slug,
      letterId: letter?.id ?? "",
    });
    await expect.poll(() => lettersTo(ben.email).length).toBe(1);
    const raw = lettersTo(ben.email)[0] ?? "";
    expect(unwrapped(raw)).toContain("because Ada Byron scheduled it for you");
    const link = /^List-Unsubscribe:\s*<([^>]+)>/m.exec(raw.replaceAll(/\r\n[ \t]+/g, " "))?.[1] ?? "";
    const anybody = await aPerson(browser);
    await anybody.page.goto(link);
    await expect(anybody.page.getByText("You will get no more letters of this view.")).toBeVisible();
    await anybody.page.getByRole("button", { name: "Stop this mail" }).click();
    await expect(anybody.page.getByRole("heading", { level: 1 })).toHaveText("No more mail");
    anybody.expectQuiet();
    await ben.page.reload();
    await expect(ben.page.getByText("None yet.")).toBeVisible();
    await expect(ben.page.getByRole("radio", { name: /At once/ })).toBeChecked();
  });

  await test.step("the lead changes it, pauses it and ends it in the settings", async () => {
    await page.goto(`/account?workspace=${slug}#notifications`);
    const mine = page.getByRole("list", { name: "Views by e-mail" }).getByRole("listitem");
    await expectAlive(mine.getByRole("button", { name: /^Change/ }));
    await mine.getByRole("button", { name: /^Change/ }).click();
    await dialog.getByLabel("How often").selectOption("Every day");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(mine).toContainText("Every day at 07:00");
    await mine.getByRole("button", { name: /^Pause/ }).click();
    await expect(mine).toContainText("paused");
    await mine.getByRole("button", { name: /^Go on/ }).click();
    await expect(mine).not.toContainText("paused");
    await mine.getByRole("button", { name: /^End/ }).click();
    await expect(mine).toHaveCount(0);
  });
  ada.expectQuiet();
  ben.expectQuiet();
});

/** Lines as they were before they were folded and encoded for the way. */
function unwrapped(letter = ""): string {
  return letter
    .replaceAll("=\r\n", "")
    .replaceAll("=3D", "=")
    .replaceAll(/\r\n[ \t]+/g, " ");
}
