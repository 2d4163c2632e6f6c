import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { reach, skipToContent } from "./keys";
import { expectAccessible, test } from "./people";
import { aProject, aTeam } from "./teams";

// How decisions are found again: as a list, along time, by how they hang together, and as files.

test("what comes first is said, and the log shows it as list, timeline and graph, and goes into a PDF", async ({
  browser,
}) => {
  const team = await aTeam(browser, "viewer");
  const { ada, ben, slug, base } = team;
  const project = await aProject(team, { key: "REM", name: "Remembered" });
  const ofFirst = await ada.api.decisions.byNumber.query({ workspace: slug, projectKey: "REM", number: 1 });
  const ofSecond = await ada.api.decisions.byNumber.query({ workspace: slug, projectKey: "REM", number: 2 });

  await test.step("Ada says what comes first, Ben sees it at once and can't change it", async () => {
    await ben.page.goto(`${project}/decisions/2`);
    await ada.page.goto(`${project}/decisions/2`);
    const dialog = await whatComesFirst(ada.page);
    await dialog.getByRole("checkbox", { name: /^D-1 / }).check();
    await expectAccessible(ada.page);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(ben.page.getByText("Other decisions should come first")).toBeVisible();
    await expect(ben.page.getByRole("button", { name: "What comes first" })).toHaveCount(0);
  });

  await test.step("a circle is refused by name", async () => {
    await ada.page.goto(`${project}/decisions/1`);
    const dialog = await whatComesFirst(ada.page);
    await dialog.getByRole("checkbox", { name: /^D-2 / }).check();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog.getByText(/would wait for each other: D-\d → D-\d → D-\d/).first()).toBeVisible();
    await ada.page.keyboard.press("Escape");
  });

  await test.step("the first is decided, until a day in a far year", async () => {
    await ada.api.decisions.decide.mutate({
      mutationId: crypto.randomUUID(),
      workspace: slug,
      decisionId: ofFirst.id,
      version: ofFirst.version,
      optionId: ofFirst.options[0]?.id ?? "",
      rationale: "It is what we can hold.",
      objectionsAnswered: "",
      reviewOn: "2090-05-01",
    });
  });

  await test.step("the list leads to the timeline, which words narrow like the list", async () => {
    await ben.page.goto(`${base}/decisions`);
    await ben.page.getByRole("navigation", { name: "View" }).getByRole("link", { name: "timeline" }).click();
    const timeline = ben.page.getByRole("region", { name: "Timeline" });
    const ahead = timeline.getByRole("listitem").filter({ hasText: "To be looked at again" });
    await expect(ahead).toContainText(ofFirst.question);
    await timeline.getByRole("link", { name: "Down to today" }).click();
    await expect(timeline.getByText("Today,")).toBeInViewport();
    await expect(timeline.getByRole("listitem").filter({ hasText: "Decided" })).toContainText(
      ofFirst.question,
    );
    await expect(timeline.getByRole("link", { name: ofSecond.question }).first()).toBeVisible();
    await ben.page.getByRole("searchbox", { name: "Search decisions" }).fill("what we can hold");
    await expect(timeline.getByRole("link", { name: ofSecond.question })).toHaveCount(0);
    await expect(ahead).toContainText(ofFirst.question);
    await expect(ben.page).toHaveURL(/view=timeline.*q=what/);
  });

  await test.step("the graph shows the found one with what waits for it, by keyboard and as a table", async () => {
    await ben.page.getByRole("navigation", { name: "View" }).getByRole("link", { name: "graph" }).click();
    const drawing = ben.page.getByRole("region", { name: "Remembered, from D-1", exact: true });
    await expect(drawing.getByRole("link")).toHaveCount(2);
    await expect(drawing.getByRole("link", { name: /Waits for D-1\./ })).toContainText("D-2 · open");
    await ben.page.getByText("Show as table").click();
    const row = ben.page.getByRole("row").filter({ hasText: "came before" });
    await expect(row).toContainText(ofSecond.question);
    await expectAccessible(ben.page);
    await skipToContent(ben.page);
    await reach(ben.page, drawing.getByRole("link", { name: /^D-2 / }));
    await ben.page.keyboard.press("Enter");
    await expect(ben.page.getByRole("heading", { level: 1 })).toHaveText(ofSecond.question);
    await expect(ben.page.getByText("Came after")).toBeVisible();
    await ben.page.goBack();
  });

  await test.step("what is shown is taken away as a PDF, also by who may only read", async () => {
    await ben.page.getByRole("button", { name: "Export these decisions" }).click();
    const saving = ben.page.waitForEvent("download");
    await ben.page.getByRole("menuitem", { name: "PDF" }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe(`${slug}-decisions.pdf`);
    expect((await readFile(await saved.path())).subarray(0, 5).toString()).toBe("%PDF-");
  });
  ada.expectQuiet();
  ben.expectQuiet();
});

async function whatComesFirst(page: Page) {
  await page.getByRole("button", { name: "What comes first" }).click();
  return page.getByRole("dialog", { name: "What comes first" });
}
