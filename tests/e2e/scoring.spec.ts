import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectAlive, test } from "./people";
import { another, aProject, aTeam, type Team } from "./teams";

// Three people score a decision: none sees the others' scores before giving theirs, one of them not before the reveal.

const secret = "cheaper than anybody here believes";

async function aQuestion({ ada, slug }: Team) {
  const { membershipId } = await ada.api.workspaces.frame.query({ workspace: slug });
  const { id: projectId } = await ada.api.projects.byKey.query({ workspace: slug, projectKey: "SCO" });
  return await ada.api.decisions.ask.mutate({
    mutationId: crypto.randomUUID(),
    workspace: slug,
    projectId,
    phase: "model-selection",
    question: "Which model do we take?",
    context: "",
    ownerId: membershipId,
    dueOn: null,
    options: ["Hosted model", "Open model"].map((title) => ({ title, description: "", effects: [] })),
    dependsOn: [],
  });
}

/** Scores two options by two criteria, with nothing but keys. */
async function scoreByKeyboard(page: Page, scores: readonly [string, string, string, string]) {
  const first = page.getByRole("textbox", { name: /of Hosted model/ }).first();
  await expectAlive(first);
  await first.focus();
  for (const [place, score] of scores.entries()) {
    await page.keyboard.type(score);
    if (place < scores.length - 1) await page.keyboard.press("Enter");
  }
}

/** Where threads are begun. */
const said = (page: Page) => page.getByRole("textbox", { name: "Comment", exact: true });

async function handIn(page: Page) {
  const button = page.getByRole("button", { name: "Hand in my scores" });
  await button.focus();
  await page.keyboard.press("Enter");
  const question = page.getByRole("alertdialog");
  await expectAccessible(page);
  await question.getByRole("button", { name: "Hand in" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Ranking" })).toBeVisible();
}

test("three people score blind, compare, reveal, and score once more", async ({ browser }) => {
  const team = await aTeam(browser);
  const { ada, ben } = team;
  const base = await aProject(team, { key: "SCO", name: "Scored" });
  const { number } = await aQuestion(team);
  const cleo = await another(browser, team, "Cleo Patt");
  const address = `${base}/decisions/${number}/scoring`;

  await test.step("Ada takes a typical criterion and adds one of her own", async () => {
    await ada.page.goto(`${base}/decisions/${number}`);
    await ada.page.getByRole("link", { name: "Scoring" }).click();
    await expect(ada.page.getByText("No criteria yet")).toBeVisible();
    await expectAccessible(ada.page);
    await ada.page.getByRole("button", { name: "Add a criterion" }).click();
    await ada.page.getByRole("button", { name: "Licence" }).click();
    await expect(ada.page.getByRole("textbox", { name: "Name" })).toHaveValue("Licence");
    await expectAccessible(ada.page);
    await ada.page.getByRole("button", { name: "Add criterion" }).click();
    await expect(ada.page.getByRole("slider", { name: "Weight of Licence" })).toBeVisible();
    await ada.page.getByRole("button", { name: "Add a criterion" }).click();
    await ada.page.getByRole("textbox", { name: "Name" }).fill("Price");
    await ada.page.getByRole("radio", { name: "A figure in a unit" }).check();
    await ada.page.getByLabel("Worst", { exact: true }).fill("1000");
    await ada.page.getByLabel("Best", { exact: true }).fill("0");
    await ada.page.getByLabel("Unit", { exact: true }).fill("€");
    await ada.page.getByRole("button", { name: "Add criterion" }).click();
    await expect(ada.page.getByText("0 to 1,000 €, lower is better").first()).toBeVisible();
    await expectAccessible(ada.page);
  });

  await test.step("Ben scores by keyboard with a note; his draft survives a reload and shows to nobody", async () => {
    await ben.page.goto(address);
    await cleo.page.goto(address);
    await scoreByKeyboard(ben.page, ["5", "800", "2", "x"]);
    await expect(ben.page.getByText("Everything is scored.")).toBeVisible();
    await ben.page.keyboard.press("n");
    await ben.page.keyboard.type(secret);
    await ben.page.keyboard.press("Enter");
    await expect(ben.page.getByRole("textbox", { name: "Price of Open model, with a note" })).toBeFocused();
    await expect(ben.page.getByText("Your draft is kept.")).toBeVisible();
    await ben.page.reload();
    await expect(ben.page.getByRole("textbox", { name: "Licence of Hosted model" })).toHaveValue("5");
    await expect(cleo.page.getByText("Nobody has handed in scores.")).toBeVisible();
    await expect(cleo.page.getByText("0 of 3 members")).toBeVisible();
    await handIn(ben.page);
    await expectAccessible(ben.page);
  });

  await test.step("Cleo asks about a criterion and a cell by keyboard, and sees nobody's scores for it", async () => {
    const { page } = cleo;
    await page.getByRole("button", { name: "Discuss Licence: 0 threads" }).press("Enter");
    await expect(said(page)).toBeFocused();
    await said(page).fill("May we change it?");
    await said(page).press("Control+Enter");
    await expect(page.getByRole("button", { name: "Discuss Licence: 1 thread" })).toBeVisible();
    await page.getByRole("textbox", { name: "Price of Open model" }).press("d");
    await expect(said(page)).toBeFocused();
    await expect(page.getByText("About B · Open model, Price")).toBeVisible();
    await expectAccessible(page);
    await said(page).fill("With whose machines?");
    await said(page).press("Control+Enter");
    await expect(page.getByRole("button", { name: "Discuss Price of Open model: 1 thread" })).toBeVisible();
    await page.getByRole("combobox", { name: "About" }).selectOption("Licence");
    await expect(page.getByText("On Licence", { exact: true })).toBeVisible();
    await expect(page.getByText("With whose machines?")).toHaveCount(0);
    await expect(page.getByText("Nobody has handed in scores.")).toHaveCount(0);
    expect(await page.content()).not.toContain(secret);
  });

  await test.step("Ada sees who has finished and nothing else, until she has scored", async () => {
    await ada.page.reload();
    await expect(ada.page.getByText("Scored by Ben Trovato.")).toBeVisible();
    await expect(ada.page.getByRole("heading", { name: "Ranking" })).toHaveCount(0);
    expect(await ada.page.content()).not.toContain(secret);
    await scoreByKeyboard(ada.page, ["1", "900", "4", "100"]);
    await handIn(ada.page);
    await ada.page.getByRole("button", { name: /^Open model, Price: / }).click();
    await expect(ada.page.getByRole("dialog").getByText(secret)).toBeVisible();
    await expectAccessible(ada.page);
  });

  await test.step("Ada answers from the matrix, and a link leads to the thread", async () => {
    const { page } = ada;
    const cell = page
      .getByRole("dialog")
      .getByRole("button", { name: "Discuss Price of Open model: 1 thread" });
    await cell.press("Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(said(page)).toBeFocused();
    await expect(page.getByRole("combobox", { name: "About" }).locator("option:checked")).toHaveText(
      "B · Open model, Price",
    );
    await expect(page.getByText("May we change it?")).toHaveCount(0);
    await page.getByRole("button", { name: "Answer", exact: true }).press("Enter");
    await page.getByRole("textbox", { name: "Answer Cleo Patt" }).fill("With ours.");
    await page.getByRole("textbox", { name: "Answer Cleo Patt" }).press("Control+Enter");
    await expect(cleo.page.getByText("With ours.")).toHaveCount(0);
    await cleo.page.getByRole("combobox", { name: "About" }).selectOption("About anything");
    await expect(cleo.page.getByText("With ours.")).toBeVisible();
    await cleo.page.goto(`/w/${team.slug}/inbox`);
    await cleo.page.getByRole("listitem").filter({ hasText: "With ours." }).getByRole("link").click();
    await expect(cleo.page.getByText("On B · Open model, Price")).toBeInViewport();
    await cleo.page.goto(address);
  });

  await test.step("Cleo stays blind until Ada reveals, and then sees everything without a reload", async () => {
    await expect(cleo.page.getByText("Scored by Ada Byron, Ben Trovato.")).toBeVisible();
    await expect(cleo.page.getByRole("heading", { name: "The matrix" })).toHaveCount(0);
    const answer = await cleo.api.scoring.matrix.query({
      workspace: team.slug,
      projectKey: "SCO",
      number,
      round: 1,
    });
    expect(answer).toEqual({ sealed: true });
    expect(await cleo.page.content()).not.toContain(secret);
    await expect(cleo.page.getByRole("button", { name: "Reveal the scores…" })).toHaveCount(0);
    await ada.page.getByRole("button", { name: "Reveal the scores…" }).click();
    await ada.page.getByRole("alertdialog").getByRole("button", { name: "Reveal" }).click();
    const matrix = cleo.page.getByRole("table", { name: "Scores by option and criterion" });
    await expect(matrix.getByRole("columnheader", { name: /Licence/ })).toBeVisible();
    await expect(matrix.getByRole("rowheader", { name: /Open model/ })).toBeVisible();
    await expect(matrix.getByRole("button", { name: /^Hosted model, Licence: .*from 1 to 5/ })).toBeVisible();
    await expectAccessible(cleo.page);
  });

  await test.step("weights are tried out by who likes, and saved by Ada for all", async () => {
    await cleo.page.getByRole("slider", { name: "Weight of Price" }).focus();
    await cleo.page.keyboard.press("Home");
    await expect(cleo.page.getByText("with the weights you are trying out")).toBeVisible();
    await cleo.page.getByRole("button", { name: "Back to the saved weights" }).click();
    await expect(cleo.page.getByText("by the saved weights")).toBeVisible();
    const slider = ada.page.getByRole("slider", { name: "Weight of Licence" });
    await slider.focus();
    for (const key of ["PageDown", "PageDown", "PageDown", "PageDown", "PageDown"])
      await ada.page.keyboard.press(key);
    await ada.page.getByRole("button", { name: "Save weights" }).click();
    await expect(ada.page.getByText("Weights saved")).toBeVisible();
    await expect(cleo.page.getByRole("slider", { name: "Weight of Licence" })).toHaveValue("50");
  });

  await test.step("a second round begins with one's own scores and stands beside the first", async () => {
    await ada.page.getByRole("button", { name: "Open another round…" }).click();
    await ada.page.getByLabel("What was learned since").fill("The price list came.");
    await ada.page.getByRole("button", { name: "Open the round" }).click();
    await expect(ben.page.getByRole("textbox", { name: "Licence of Hosted model" })).toHaveValue("5");
    await ben.page.getByRole("textbox", { name: "Licence of Hosted model" }).fill("1");
    await handIn(ben.page);
    await expect(ben.page.getByRole("heading", { name: "Round 2 beside round 1" })).toBeVisible();
    await expect(ben.page.getByText("3 → 1")).toBeVisible();
    await expectAccessible(ben.page);
    await ben.page.getByRole("radio", { name: "Round 1" }).check();
    await expect(ben.page.getByText("revealed by Ada Byron")).toBeVisible();
  });

  for (const person of [ada, ben, cleo]) person.expectQuiet();
});
