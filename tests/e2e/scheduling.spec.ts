import { expect, type Page } from "@playwright/test";
import { disciplineIds } from "@/planning";
import { expectAccessible, expectAlive, signal, test } from "./people";
import { aProject, aTeam, type Team } from "./teams";

// The portfolio's schedule: a lead orders the projects by keys, levels them together, keeps what comes of it, applies it and takes it back.

const order = (page: Page) => page.getByRole("table", { name: "Projects in order, with their finishes" });
const names = async (page: Page) => await order(page).locator("tbody a").allInnerTexts();

test("a lead schedules the portfolio by keyboard", async ({ browser }) => {
  const team = await aTeam(browser, "lead");
  const { page } = team.ben;
  await knowsEverything(team);
  await aProject(team, { key: "ALP", name: "Alpha", template: "prompt-hosted-model" });
  await aProject(team, { key: "BET", name: "Beta", template: "prompt-hosted-model" });
  await aProject(team, { key: "GAM", name: "Gamma", template: "prompt-hosted-model" });
  await page.goto(`${team.base}/portfolio`);
  await page.getByRole("link", { name: "Schedule", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Schedule", level: 1 })).toBeVisible();
  const before = await names(page);

  await test.step("Alt and an arrow move a project, and the focus goes with it", async () => {
    const handle = page.getByRole("button", { name: new RegExp(`^Move ${before[1]}, `) });
    await expectAlive(handle);
    await handle.focus();
    const saved = page.waitForResponse(/schedule\.prioritise/);
    await page.keyboard.press("Alt+ArrowUp");
    await expect(
      page.getByRole("button", { name: `Move ${before[1]}, 1 of ${before.length}` }),
    ).toBeFocused();
    await expect.poll(() => names(page)).toEqual([before[1], before[0], ...before.slice(2)]);
    await saved;
    await page.reload();
    await expect.poll(() => names(page)).toEqual([before[1], before[0], ...before.slice(2)]);
  });

  await test.step("two moves right after each other both count, though the first is not saved yet", async () => {
    const last = before.at(-1) ?? "";
    const moved = page.getByRole("button", { name: new RegExp(`^Move ${last}, `) });
    await expectAlive(moved);
    const heard = signal();
    let answered = 0;
    await page.route(/schedule\.prioritise/, async (route) => {
      await heard.given;
      await route.fulfill({ response: await route.fetch() });
      answered += 1;
    });
    await moved.focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expect(page.getByRole("button", { name: `Move ${last}, 2 of 3` })).toBeFocused();
    await page.keyboard.press("Alt+ArrowUp");
    await expect(page.getByRole("button", { name: `Move ${last}, 1 of 3` })).toBeFocused();
    heard.give();
    await expect.poll(() => answered).toBe(2);
    await page.unroute(/schedule\.prioritise/);
    await page.reload();
    await expect.poll(() => names(page)).toEqual([last, before[1], before[0]]);
  });

  await test.step("one is fixed, and all are levelled: each has a finish, the fixed one its own", async () => {
    const fixed = page.getByRole("checkbox", { name: `Fixed dates of ${before[0]}` });
    await expectAlive(fixed);
    await fixed.press("Space");
    // At once: the run begins with what was ticked, saved or not.
    await expect(fixed).toBeChecked();
    await page.getByRole("button", { name: "Level all projects" }).press("Enter");
    await expect(page.getByText(/schedules tried|no better one exists/)).toBeVisible();
    const row = order(page).getByRole("row", { name: new RegExp(before[0] ?? "") });
    await expect(row).toContainText("fixed");
    const stop = page.getByRole("button", { name: "Stop" });
    if (await stop.isVisible()) await stop.press("Enter");
    await expect(page.getByText(/^Levelled\./)).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
  });

  await test.step("it is kept, and compared with today's plans", async () => {
    await page.getByRole("button", { name: "Keep…" }).press("Enter");
    await page.getByLabel("Name of the schedule").fill("Beta first");
    await page.keyboard.press("Enter");
    await page.getByRole("checkbox", { name: "Compare Beta first" }).press("Space");
    await expect(page.getByRole("table", { name: "Today's plans and kept schedules" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("applied with one confirmation, and taken back", async () => {
    await page.getByRole("button", { name: "Apply Beta first…" }).press("Enter");
    await page.getByRole("button", { name: "Apply to the plans" }).press("Enter");
    await expect(page.getByText("applied", { exact: true })).toBeVisible({ timeout: 20_000 });
    await page.getByRole("button", { name: "Take Beta first back" }).press("Enter");
    await expect(page.getByRole("button", { name: "Apply Beta first…" })).toBeVisible({
      timeout: 20_000,
    });
  });
  team.ben.expectQuiet();
});

/** Ada alone, so that the projects want the same person. */
async function knowsEverything({ ada, slug }: Team): Promise<void> {
  const workspace = { workspace: slug };
  const [me] = (await ada.api.workspaces.members.query(workspace)).filter(({ role }) => role === "owner");
  if (me === undefined) throw new Error("A workspace has an owner.");
  await ada.api.workspaces.editProfile.mutate({
    ...workspace,
    mutationId: crypto.randomUUID(),
    membershipId: me.id,
    version: me.version,
    capacityPersonDaysPerWeek: 5,
    expertise: disciplineIds.map((discipline) => ({ discipline, level: 4 })),
    absences: [],
    trainings: [],
  });
}
