import { expect } from "@playwright/test";
import { expectAccessible, test } from "./people";
import { aProject, aTeam } from "./teams";

// A portfolio that is longer than a screen: only what is in sight is drawn, and it stays true while others change plans.

const count = 60;

test("of a long portfolio what is in sight is drawn, by wheel and by keys, and follows what others change", async ({
  browser,
}) => {
  const team = await aTeam(browser);
  const { ada, ben, base } = team;
  const names = Array.from(
    { length: count },
    (_, place) => `Assistant ${String(place + 1).padStart(2, "0")}`,
  );
  for (const [place, name] of names.entries())
    await aProject(team, { key: `A${place + 1}`, name, template: "prompt-hosted-model" });
  const { page } = ada;
  await page.goto(`${base}/portfolio`);
  const grid = page.getByRole("grid", { name: "Projects" });
  const link = (name: string) => grid.getByRole("link", { name, exact: true });

  await test.step("to its end and back", async () => {
    await expect(page.getByRole("status").filter({ hasText: "60 projects" })).toBeVisible();
    await expect(grid).toHaveAttribute("aria-rowcount", "61");
    await expect(link("Assistant 60")).toHaveCount(0);
    // Scrolled as far as it goes, again and again: rows that come may be taller than they were thought.
    await expect(async () => {
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      await expect(link("Assistant 60")).toBeInViewport({ timeout: 1_000 });
    }).toPass();
    await expect(link("Assistant 01")).toHaveCount(0);
    await expectAccessible(page);
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(link("Assistant 01")).toBeVisible();
  });

  await test.step("by arrow keys", async () => {
    await link("Assistant 01").focus();
    for (const [place, name] of names.slice(0, 45).entries()) {
      await expect(link(name)).toBeFocused();
      // The next row may have to come first.
      if (place < 44) await expect(link(names[place + 1] ?? "")).toHaveCount(1);
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("End");
    await expect(grid.locator(":focus")).toContainText("€");
    await page.keyboard.press("Home");
    await expect(link("Assistant 46")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Assistant 46" })).toBeVisible();
  });

  await test.step("what another changes is summed at once", async () => {
    await page.goto(`${base}/portfolio?text=Assistant+60`);
    const scoping = page.getByRole("list", { name: "Effort by phase" }).getByRole("listitem").first();
    const before = await scoping.textContent();
    const { tasks, projectId } = await ben.api.plans.plan.query({ workspace: team.slug, projectKey: "A60" });
    const [task] = tasks;
    await ben.api.plans.editTask.mutate({
      mutationId: crypto.randomUUID(),
      workspace: team.slug,
      projectId,
      taskKey: task?.key ?? "",
      version: 0,
      effortPersonDays: { optimistic: 100, mostLikely: 100, pessimistic: 100 },
      durationWorkingDays: null,
      status: "planned",
      startedOn: null,
      finishedOn: null,
      actualEffortPersonDays: null,
      assigneeId: null,
    });
    await expect(scoping).not.toHaveText(before ?? "");
    await expect(scoping).toContainText(/\d{3}\spd/);
  });
  ada.expectQuiet();
});
