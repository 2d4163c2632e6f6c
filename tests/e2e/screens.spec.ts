import { expect, test } from "@playwright/test";
import { aPerson, expectAccessible, signInAsSample } from "./people";

// Every screen of the sample workspace: there, accessible, quiet in the console, and no wider than a phone.

const screens = [
  ["portfolio", "Portfolio"],
  ["portfolio?by=technique&show=technique:fine-tuning", "Portfolio"],
  ["portfolio?show=gap:evaluation:2", "Portfolio"],
  ["projects", "Projects"],
  ["projects/CLN", "Clinical summaries"],
  ["projects/FIN", "Finance model"],
  ["projects/SUP/brief", "Support assistant"],
  ["projects/EDG/brief", "Edge translator"],
  ["projects/NER/phases/scoping", "Entity extraction"],
  ["projects/FIN/phases/model-selection", "Finance model"],
  ["projects/COD/phases/model-alignment", "Code assistant"],
  ["projects/SUP/phases/application-integration", "Support assistant"],
  ["projects/CLN/plan", "Clinical summaries"],
  ["projects/CLN/decisions/5", "How do we get to clinical quality?"],
  ["projects/FIN/decisions/2", "How large a model, on how many tokens?"],
  ["projects/CLN/decisions/new", "Clinical summaries"],
  ["projects/new", "New project"],
  ["decisions", "Decisions"],
  ["decisions?state=superseded", "Decisions"],
  ["expertise", "Expertise"],
  ["cheat-sheet", "Time and effort cheat sheet"],
  ["activity", "Activity"],
  ["settings", "Settings"],
  ["settings/members", "Settings"],
] as const;

for (const theme of ["light", "dark"] as const) {
  test(`every screen on a phone and on a desk, ${theme}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const mara = await aPerson(browser);
    await mara.page.emulateMedia({ colorScheme: theme });
    await mara.page.goto("/sign-in");
    await expectAccessible(mara.page);
    await signInAsSample(mara.page, "Mara Okafor");
    for (const [path, heading] of screens) {
      for (const width of [1440, 390]) {
        await mara.page.setViewportSize({ width, height: 900 });
        const answer = await mara.page.goto(`/w/northwind-ai/${path}`);
        expect(answer?.status(), path).toBe(200);
        await expect(mara.page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
        const beyond = await mara.page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(beyond, `${path} at ${width} px is too wide`).toBeLessThanOrEqual(0);
        if (width === 1440 || theme === "light") await expectAccessible(mara.page);
      }
    }
    mara.expectQuiet();
  });
}

test("a viewer reads and comments, and is offered nothing else", async ({ browser }) => {
  const oliver = await aPerson(browser);
  await signInAsSample(oliver.page, "Oliver Grant");
  await oliver.page.goto("/w/northwind-ai/projects/CLN/decisions/5");
  await expect(oliver.page.getByRole("textbox", { name: "Comment" })).toBeVisible();
  for (const name of ["Decide…", "Edit", "Add an option", "Take a position"]) {
    await expect(oliver.page.getByRole("button", { name, exact: true })).toHaveCount(0);
  }
  await oliver.page.goto("/w/northwind-ai/projects");
  await expect(oliver.page.getByRole("link", { name: "New project" })).toHaveCount(0);
});

test("the portfolio's figures open what they are made of", async ({ browser }) => {
  const { page } = await aPerson(browser);
  await signInAsSample(page, "Mara Okafor");
  await page.goto("/w/northwind-ai/portfolio");
  await page.getByRole("link", { name: "Model alignment" }).first().click();
  const parts = page.getByRole("list", { name: "Effort of Model alignment" });
  await expect(parts).toBeVisible();
  await expect(parts.getByRole("listitem").first()).toContainText("pd");
  await page.getByRole("link", { name: "Close" }).click();
  await expect(parts).toHaveCount(0);
});
