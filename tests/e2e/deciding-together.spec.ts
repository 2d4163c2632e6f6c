import { expect, type Page } from "@playwright/test";
import { reach, skipToContent } from "./keys";
import { expectAccessible, test } from "./people";
import { aProject, aTeam, type Team } from "./teams";

// Two people settle questions by consent and by vote. Ada never touches her mouse, nor does Ben where he asks.

test("a suggestion is dismissed with a word, brought back, and asked with one key", async ({ browser }) => {
  const team = await aTeam(browser, "member");
  const { ada, ben, base } = team;
  const project = await aProject(team, { key: "SUG", name: "Suggestions", template: "prompt-hosted-model" });
  const bar = "How good is good enough to launch?";

  await test.step("the list of decisions has it under the project, the phase has it open", async () => {
    await ada.page.goto(`${base}/decisions`);
    await ada.page.getByText("Suggestions", { exact: true }).last().click();
    await expect(ada.page.getByText(bar)).toBeVisible();
    await expectAccessible(ada.page);
    await ben.page.goto(`${project}/phases/scoping`);
    await expect(ben.page.getByRole("group", { name: "Suggested decisions" })).toContainText(bar);
  });

  await test.step("Ben dismisses it, which needs a word, and Ada sees it go", async () => {
    await ben.page.getByRole("button", { name: `Dismiss “${bar}”` }).click();
    const dialog = ben.page.getByRole("dialog", { name: "Dismiss the suggestion" });
    await dialog.getByRole("button", { name: "Dismiss", exact: true }).click();
    await expect(dialog.getByText("Some fields need attention.")).toBeVisible();
    await dialog.getByLabel("Why it is not needed").fill("The contract has a bar.");
    await expectAccessible(ben.page);
    await dialog.getByRole("button", { name: "Dismiss", exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(ada.page.getByText(bar)).toHaveCount(0);
  });

  await test.step("it says by whom and why, and comes back", async () => {
    await ben.page.getByText("Dismissed: 1").click();
    await expect(ben.page.getByText("Ben Trovato: The contract has a bar.")).toBeVisible();
    await ben.page.getByRole("button", { name: `Bring back “${bar}”` }).click();
    await expect(ada.page.getByText(bar)).toBeVisible();
  });

  await test.step("one key makes it a decision with its options, and both see it", async () => {
    await skipToContent(ben.page);
    await reach(ben.page, ben.page.getByRole("button", { name: `Ask “${bar}”` }));
    await ben.page.keyboard.press("Enter");
    const asked = ben.page.getByRole("group", { name: "Decisions" }).getByRole("link", { name: bar });
    await expect(asked).toBeVisible();
    await expect(ben.page.getByRole("main")).toBeFocused();
    await expect(ada.page.getByRole("link", { name: bar })).toBeVisible();
    await asked.click();
    await expect(
      ben.page.getByRole("heading", { name: "B · The figure, and experts who read a sample" }),
    ).toBeVisible();
  });
  ada.expectQuiet();
  ben.expectQuiet();
});

test("by keyboard: ask from a task of the plan, for consent, and say who is asked", async ({ browser }) => {
  const team = await aTeam(browser, "member");
  const { ben } = team;
  const { page } = ben;
  const project = await aProject(team, { key: "ASK", name: "Asking", template: "prompt-hosted-model" });
  await page.goto(`${project}/plan`);
  const opener = page.getByRole("button", { name: /^Edit / }).first();
  const task = ((await opener.getAttribute("aria-label")) ?? "").replace("Edit ", "");
  await skipToContent(page);
  await reach(page, opener);
  await page.keyboard.press("Enter");
  await reach(page, page.getByRole("link", { name: "Ask a decision from this task" }));
  await page.keyboard.press("Enter");
  const asking = page.getByRole("textbox", { name: "Question" });
  await expect(asking).toHaveValue(`How do we go about “${task}”?`);
  await expect(page.getByText(`Asked from the task “${task}”`)).toBeVisible();
  await skipToContent(page);
  await reach(page, asking);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Who signs the brief?");
  await reach(page, page.getByRole("combobox", { name: "Who decides" }));
  await page.keyboard.type("Ada");
  await reach(page, page.getByRole("combobox", { name: "How it is decided" }));
  await page.keyboard.type("Consent");
  await expect(page.getByText(/It holds when no objection is unanswered/)).toBeVisible();
  await reach(page, page.getByRole("checkbox", { name: "Ada Byron" }));
  await page.keyboard.press("Space");
  for (const [option, title] of [
    ["Option A", "The sponsor"],
    ["Option B", "Everybody"],
  ] as const) {
    await reach(page, page.getByRole("group", { name: option }).getByRole("textbox", { name: "Title" }));
    await page.keyboard.type(title);
  }
  await expectAccessible(page);
  await reach(page, page.getByRole("button", { name: "Ask", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Who signs the brief?", level: 1 })).toBeVisible();
  await expect(page.getByText("Ada Byron asks for consent")).toBeVisible();
  await expect(page.getByText("Waiting for Ada Byron")).toBeVisible();
  await page.getByRole("link", { name: "a task of the plan" }).click();
  await expect(page.getByRole("row").filter({ hasText: task })).toBeInViewport();
  ben.expectQuiet();
});

test("by consent and by keyboard: object, answer, keep, decide", async ({ browser }) => {
  test.setTimeout(120_000);
  const team = await aTeam(browser, "member");
  const { ada, ben } = team;
  const project = await aProject(team, { key: "CON", name: "Consent", template: "prompt-hosted-model" });
  const { number } = await askForConsent(team, "CON");

  await test.step("Ben objects, Ada answers for herself, and both see who has", async () => {
    await ada.page.goto(`${project}/decisions/${number}`);
    await expect(ada.page.getByText("You are asked for your position.")).toBeVisible();
    await expect(ada.page.getByText("0 of 1 answered")).toBeVisible();
    await ben.page.goto(`${project}/decisions/${number}`);
    await skipToContent(ben.page);
    await reach(ben.page, ben.page.getByRole("button", { name: "Take a position" }));
    await ben.page.keyboard.press("Enter");
    await expect(ben.page.getByRole("radio", { name: "Agree" })).toBeFocused();
    await ben.page.keyboard.press("ArrowLeft");
    await expect(ben.page.getByRole("radio", { name: "Object" })).toBeChecked();
    await reach(ben.page, ben.page.getByRole("textbox", { name: "Why" }));
    await ben.page.keyboard.type("Nobody reads minutes.");
    await reach(ben.page, ben.page.getByRole("button", { name: "Save position" }));
    await ben.page.keyboard.press("Enter");
    await expect(ada.page.getByText("Nobody reads minutes.")).toBeVisible();

    await skipToContent(ada.page);
    await reach(ada.page, ada.page.getByRole("button", { name: "Take a position" }));
    await ada.page.keyboard.press("Enter");
    await reach(ada.page, ada.page.getByRole("button", { name: "Save position" }));
    await ada.page.keyboard.press("Enter");
    await expect(ben.page.getByText("1 of 1 answered")).toBeVisible();
    await expectAccessible(ada.page);
  });

  await test.step("Ada adds an option", async () => {
    const { page } = ada;
    await skipToContent(page);
    await reach(page, page.getByRole("button", { name: "Add an option" }));
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Add an option" });
    await reach(page, dialog.getByRole("textbox", { name: "Title" }));
    await page.keyboard.type("Both");
    await reach(page, dialog.getByRole("button", { name: "Add option" }));
    await page.keyboard.press("Enter");
    await expect(ben.page.getByRole("heading", { name: "C · Both" })).toBeVisible();
  });

  await test.step("consent waits for the answer, which Ada gives in its place", async () => {
    const { page } = ada;
    await skipToContent(page);
    await reach(page, page.getByRole("button", { name: "Decide…" }));
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Decide" });
    await expect(dialog.getByText("Consent waits for answers")).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Decide and re-plan" })).toBeDisabled();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await reach(page, page.getByRole("button", { name: "Answer the objection of Ben Trovato" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: "Answer to Ben Trovato" })).toBeFocused();
    await page.keyboard.type("They are one page, and you write them.");
    await expectAccessible(page);
    await reach(page, page.getByRole("button", { name: "Save answer" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Answer the objection of Ben Trovato" })).toBeFocused();
  });

  await test.step("Ben reads it as it comes, and keeps the objection", async () => {
    await expect(ben.page.getByText("They are one page, and you write them.")).toBeVisible();
    await expectAccessible(ben.page);
    await skipToContent(ben.page);
    await reach(ben.page, ben.page.getByRole("button", { name: "Keep it" }));
    await ben.page.keyboard.press("Enter");
    await expect(ada.page.getByText(/Kept after the answer/)).toBeVisible();
  });

  await test.step("Ada decides with a day to look again; the dissent is on the outcome", async () => {
    const { page } = ada;
    await skipToContent(page);
    await reach(page, page.getByRole("button", { name: "Decide…" }));
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Decide" });
    await reach(page, dialog.getByRole("radio").first());
    await page.keyboard.press("Space");
    await reach(page, dialog.getByRole("textbox", { name: "Rationale" }));
    await page.keyboard.type("One hour for all of us.");
    const day = dialog.getByLabel("Look again on");
    await reach(page, day);
    // Which part of a date comes first is the browser's choice; the day itself is not what is tested.
    await day.fill(new Date().toISOString().slice(0, 10));
    await reach(page, dialog.getByRole("button", { name: "Decide and re-plan" }));
    await page.keyboard.press("Enter");
    for (const { page: seen } of [ada, ben]) {
      const outcome = seen.getByRole("group", { name: "Decided: In one meeting" });
      await expect(outcome).toContainText("decided by consent");
      const dissent = outcome.getByRole("list", { name: "Dissent" });
      await expect(dissent).toContainText("Ben Trovato to “In one meeting”: Nobody reads minutes.");
      await expect(dissent).toContainText("Ada Byron answered: They are one page, and you write them.");
    }
    await expectAccessible(ben.page);
  });

  ada.expectQuiet();
  ben.expectQuiet();
});

test("what is due stands above the list, until somebody says by keyboard that it still holds", async ({
  browser,
}) => {
  const team = await aTeam(browser, "member");
  const { ada, ben, base, slug } = team;
  const project = await aProject(team, { key: "DUE", name: "Due", template: "prompt-hosted-model" });
  const { id: decisionId, number } = await askForConsent(team, "DUE");
  const shown = await ada.api.decisions.byNumber.query({ workspace: slug, projectKey: "DUE", number });
  await ada.api.decisions.decide.mutate({
    ...{ workspace: slug, mutationId: crypto.randomUUID(), decisionId, version: 1 },
    ...{ optionId: shown.options[0]?.id ?? "", rationale: "One hour.", objectionsAnswered: "" },
    reviewOn: new Date().toISOString().slice(0, 10),
  });
  await ben.page.goto(`${base}/decisions`);
  const due = ben.page.getByRole("group", { name: "To be looked at again" });
  await expect(due.getByRole("link", { name: question })).toBeVisible();
  await expectAccessible(ben.page);
  const { page } = ada;
  await page.goto(`${project}/decisions/${number}`);
  await expect(page.getByText(/^Due to be looked at again since/)).toBeVisible();
  await skipToContent(page);
  await reach(page, page.getByRole("button", { name: "Still holds…" }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Still holds" });
  await reach(page, dialog.getByRole("textbox", { name: "What you looked at" }));
  await page.keyboard.type("The minutes of three meetings.");
  await expectAccessible(page);
  await reach(page, dialog.getByRole("button", { name: "It still holds" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Looked at again" })).toContainText(
    "The minutes of three meetings.",
  );
  await expect(due).toHaveCount(0);
  ada.expectQuiet();
  ben.expectQuiet();
});

test("by vote: ask from a comment, see the tally, and say why not what most voted for", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const team = await aTeam(browser, "member");
  const { ada, ben } = team;
  const project = await aProject(team, { key: "VOT", name: "Vote", template: "prompt-hosted-model" });

  await test.step("Ben asks from Ada's comment, and the decision links back to it", async () => {
    await ada.page.goto(project);
    await ada.page
      .getByRole("textbox", { name: "Comment", exact: true })
      .fill("It is slow. Do we mask **names**?");
    await ada.page.getByRole("button", { name: "Comment", exact: true }).click();
    await ben.page.goto(project);
    await ben.page.getByRole("button", { name: "More about the comment by Ada Byron" }).click();
    await ben.page.getByRole("menuitem", { name: "Ask a decision from this" }).click();
    await expect(ben.page.getByLabel("Question")).toHaveValue("Do we mask names?");
    await expect(ben.page.getByLabel("Context")).toHaveValue(/^> It is slow\./);
    await ben.page.getByLabel("How it is decided").selectOption("Vote");
    await ben.page.getByLabel("Who decides").selectOption({ label: "Ada Byron" });
    for (const [option, title] of [
      ["Option A", "Mask them"],
      ["Option B", "Leave them"],
    ] as const)
      await ben.page.getByRole("group", { name: option }).getByLabel("Title").fill(title);
    await ben.page.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(ben.page.getByRole("link", { name: "a comment by Ada Byron" })).toHaveAttribute(
      "href",
      /\/projects\/VOT#comment-/,
    );
  });

  await test.step("each has one vote, and both see the tally", async () => {
    await ada.page.goto(new URL(ben.page.url()).pathname);
    await ben.page.getByRole("button", { name: "Take a position" }).click();
    await ben.page.getByLabel("For", { exact: true }).selectOption({ label: "B · Leave them" });
    await ben.page.getByRole("button", { name: "Save position" }).click();
    const tally = ada.page.getByRole("list", { name: "Votes" });
    await expect(tally.getByRole("listitem")).toHaveText([/Mask them\s*0 votes/, /Leave them\s*1 vote/]);
    await expect(ada.page.getByRole("region", { name: "Positions" })).toContainText("votes B");
    await expectAccessible(ada.page);
  });

  await test.step("against most it needs a word, which stays with the outcome", async () => {
    await decideFor(ada.page, /^A · Mask them/);
    const dialog = ada.page.getByRole("dialog", { name: "Decide" });
    await expect(dialog.getByLabel("Why not what most voted for")).toHaveAccessibleDescription(
      /Please say why you decide otherwise/,
    );
    await expectAccessible(ada.page);
    await dialog.getByLabel("Why not what most voted for").fill("The law says so.");
    await dialog.getByRole("button", { name: "Decide and re-plan" }).click();
    const outcome = ben.page.getByRole("group", { name: "Decided: Mask them" });
    await expect(outcome).toContainText("Not what most voted for, because: The law says so.");
    await outcome.getByText("1 position as they stood").click();
    await expect(outcome).toContainText("Ben Trovato voted for “Leave them”");
    await expectAccessible(ben.page);
  });
  ada.expectQuiet();
  ben.expectQuiet();
});

async function decideFor(page: Page, option: RegExp): Promise<void> {
  await page.getByRole("button", { name: "Decide…" }).click();
  const dialog = page.getByRole("dialog", { name: "Decide" });
  await dialog.getByRole("radio", { name: option }).check();
  await dialog.getByLabel("Rationale").fill("We may not keep them.");
  await dialog.getByRole("button", { name: "Decide and re-plan" }).click();
}

const question = "How do we agree on the brief?";

/** Ben asks Ada, who decides, by consent. */
async function askForConsent({ ada, ben, slug }: Team, projectKey: string) {
  const { membershipId } = await ada.api.workspaces.frame.query({ workspace: slug });
  const { id: projectId } = await ada.api.projects.byKey.query({ workspace: slug, projectKey });
  return await ben.api.decisions.ask.mutate({
    ...{ workspace: slug, mutationId: crypto.randomUUID(), projectId, phase: "scoping", question },
    ...{ context: "", dueOn: null, dependsOn: [], process: "consent" },
    ownerId: membershipId,
    consulted: [membershipId],
    options: ["In one meeting", "In writing"].map((title) => ({ title, description: "", effects: [] })),
  });
}
