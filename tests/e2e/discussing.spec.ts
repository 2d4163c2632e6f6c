import { expect, type Page } from "@playwright/test";
import { open } from "./context-editor";
import { expectAccessible, test } from "./people";
import { aProject, aTeam } from "./teams";

// Two people discuss the options and the words of one decision.

async function aDiscussedDecision(team: Awaited<ReturnType<typeof aTeam>>) {
  const { ada, slug } = team;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  const which = { workspace: slug, projectKey: "LET", number: 1 };
  const decision = await ada.api.decisions.byNumber.query(which);
  await ada.api.decisions.edit.mutate({
    workspace: slug,
    mutationId: crypto.randomUUID(),
    decisionId: decision.id,
    version: decision.version,
    question: decision.question,
    context: "Letters are **long**. Nobody reads them.\n\nThey cost 12 minutes each.",
    ownerId: decision.owner.id,
    dueOn: null,
  });
  return { path: `${project}/decisions/1`, decision };
}

const field = (page: Page) => page.getByRole("textbox", { name: "Comment", exact: true });
const selectOf = (page: Page) => page.getByRole("combobox", { name: "About" });

test("words of the context are quoted, another wording is suggested and taken over", async ({ browser }) => {
  const team = await aTeam(browser);
  const { ada, ben } = team;
  const { path } = await aDiscussedDecision(team);
  await ada.page.goto(path);
  await ben.page.goto(path);
  await expect(ben.page.getByRole("list", { name: "Also here: Ada Byron" })).toBeVisible();

  await test.step("by selecting them", async () => {
    await expect(ben.page.getByRole("button", { name: "Comment on a sentence" })).toBeVisible();
    await ben.page.getByText("They cost 12 minutes each.").click({ clickCount: 3 });
    await ben.page.getByRole("button", { name: "Comment on this" }).click();
    await expect(field(ben.page)).toBeFocused();
    await field(ben.page).fill("Who measured that?");
    await field(ben.page).press("Control+Enter");
    await expect(ada.page.getByRole("blockquote")).toHaveText("They cost 12 minutes each.");
    const highlighted = () => [...(CSS.highlights.get("discussed") ?? [])].map(String);
    await expect
      .poll(async () => await ada.page.evaluate(highlighted))
      .toEqual(["They cost 12 minutes each."]);
  });

  await test.step("or by keyboard, from the list of sentences", async () => {
    await ben.page.getByRole("button", { name: "Comment on a sentence" }).press("Enter");
    await expectAccessible(ben.page);
    await ben.page.getByRole("button", { name: "Nobody reads them." }).press("Enter");
    await expect(field(ben.page)).toBeFocused();
    await ben.page.getByRole("button", { name: "Suggest another wording" }).press("Enter");
    await ben.page.getByRole("textbox", { name: "It should say" }).fill("Few read them.");
    await field(ben.page).fill("That is too hard.");
    await field(ben.page).press("Control+Enter");
    await expect(ada.page.getByText("Suggested wording")).toBeVisible();
    await expect(ada.page.getByRole("deletion")).toHaveText(["Nobody", "reads"]);
    await expect(ada.page.getByRole("insertion")).toHaveText(["Few", "read"]);
    await expectAccessible(ada.page);
  });

  await test.step("the owner takes it over with one click", async () => {
    await ada.page.getByRole("button", { name: "Take over" }).click();
    await expect(ben.page.locator("#context")).toContainText("Few read them.");
    await expect(ben.page.getByText("taken over by Ada Byron")).toBeVisible();
  });

  await test.step("a quote whose words are gone says so, with the old words", async () => {
    await open(ada.page);
    await ada.page.keyboard.press("Control+a");
    await ada.page.keyboard.type("Letters are long.");
    await ada.page.getByRole("button", { name: "Done" }).click();
    const gone = ben.page.getByRole("blockquote").filter({ hasText: "12 minutes" });
    await expect(gone).toHaveText("The text has changed. It said:They cost 12 minutes each.");
  });
  ada.expectQuiet();
  ben.expectQuiet();
});

test("options, mentions, reactions and the history of a comment, by keyboard", async ({ browser }) => {
  const team = await aTeam(browser);
  const { ada, ben } = team;
  const { path, decision } = await aDiscussedDecision(team);
  await ada.page.goto(path);
  await ben.page.goto(path);
  await expect(ben.page.getByRole("list", { name: "Also here: Ada Byron" })).toBeVisible();

  await test.step("an option is discussed, and its threads are looked at", async () => {
    await ben.page.getByRole("button", { name: "Discuss option A: 0 threads" }).press("Enter");
    await expect(field(ben.page)).toBeFocused();
    await field(ben.page).fill("Ask @ad");
    const offered = ben.page.getByRole("listbox", { name: "What can be mentioned" });
    await expect(offered.getByRole("option", { name: /@Ada Byron/ })).toHaveAttribute(
      "aria-selected",
      "true",
    );
    await expectAccessible(ben.page);
    await expect(ada.page.getByText("Ben Trovato is writing…")).toBeVisible();
    await ben.page.keyboard.press("Enter");
    await ben.page.keyboard.type("about D-");
    await expect(offered.getByRole("option").first()).toContainText("D-1");
    await ben.page.keyboard.press("Tab");
    await expect(field(ben.page)).toHaveValue("Ask @Ada Byron about D-1 ");
    await field(ben.page).press("Control+Enter");
    const chip = ada.page.getByRole("article", { name: "Comment by Ben Trovato" }).getByRole("link");
    await expect(chip.filter({ hasText: "D-1, open" })).toHaveAttribute("href", path);
    await expect(chip.filter({ hasText: "@Ada Byron" })).toBeVisible();
    await expect(ada.page.getByText("Ben Trovato is writing…")).toHaveCount(0);
    await ada.page.getByRole("button", { name: "Discuss option A: 1 thread" }).click();
    await expect(selectOf(ada.page)).toHaveValue(decision.options[0]?.id ?? "");
    await selectOf(ada.page).selectOption("The decision as a whole");
    await expect(ada.page.getByText("No thread is like that.")).toBeVisible();
    await selectOf(ada.page).selectOption("About anything");
    await ada.page.getByRole("radio", { name: "Mine" }).check();
    await expect(ada.page.getByText("No thread is like that.")).toBeVisible();
    await ada.page.getByRole("radio", { name: "All" }).check();
  });

  await test.step("a reaction shows with who reacted, and can be taken back", async () => {
    await ada.page.getByRole("button", { name: "React to the comment by Ben Trovato" }).press("Enter");
    await ada.page.getByRole("menuitem", { name: "Agree" }).press("Enter");
    await expect(ben.page.getByRole("button", { name: "Agree: Ada Byron" })).toHaveText("👍1");
    await ada.page.getByRole("button", { name: "Agree: Ada Byron" }).press("Enter");
    await expect(ben.page.getByRole("button", { name: "Agree: Ada Byron" })).toHaveCount(0);
  });

  await test.step("an edited comment tells what it said before", async () => {
    await ben.page.getByRole("button", { name: "More about the comment by Ben Trovato" }).press("Enter");
    await ben.page.getByRole("menuitem", { name: "Edit" }).press("Enter");
    const edit = ben.page.getByRole("textbox", { name: "Edit comment" });
    await expect(edit).toHaveValue("Ask @Ada Byron about D-1");
    await edit.fill("Never mind.");
    await edit.press("Control+Enter");
    await ada.page.getByRole("button", { name: "edited" }).press("Enter");
    await expect(ada.page.getByRole("dialog")).toContainText("Ask @Ada Byron about D-1");
    await expectAccessible(ada.page);
  });
  ada.expectQuiet();
  ben.expectQuiet();
});

test("what is being written survives a reload, and what is too long or hostile is told or shown safely", async ({
  browser,
}) => {
  const team = await aTeam(browser);
  const { ada } = team;
  const { path } = await aDiscussedDecision(team);
  await ada.page.goto(path);
  await ada.page.getByRole("button", { name: "Discuss option B: 0 threads" }).click();
  await field(ada.page).fill("Half a thought");
  await ada.page.reload();
  await expect(field(ada.page)).toHaveValue("Half a thought");
  await expect(ada.page.locator("form").filter({ has: field(ada.page) })).toContainText("About");

  const send = ada.page.getByRole("button", { name: "Comment", exact: true });
  for (const [text, words] of [
    ["x".repeat(1_048_576), "at most 10,000 characters, and this has 1,048,576"],
    [`safe \u202egnp.exe`, "invisible control characters"],
    [">".repeat(40), "nest quotes and lists less deeply"],
    ["[@Somebody](mention:member/0192f7a0-0000-7000-8000-000000000001)", "not in this workspace"],
  ] as const) {
    await field(ada.page).fill(text);
    await send.click();
    await expect(ada.page.getByRole("alert").filter({ hasText: words })).toBeVisible();
    await expect(field(ada.page)).toHaveValue(text);
  }
  await field(ada.page).fill(
    "[x](data:text/html,<script>alert(1)</script>) [y](mention:evil/1) <script>alert(2)</script>",
  );
  await send.click();
  const shown = ada.page.getByRole("article", { name: "Comment by Ada Byron" });
  await expect(shown).toContainText("<script>alert(2)</script>");
  await expect(shown.locator("a, script")).toHaveCount(0);
  ada.expectQuiet();
});

test("a link to a thread that is too old for the first look leads to it", async ({ browser }) => {
  const team = await aTeam(browser);
  const { ada, ben, slug } = team;
  const { path, decision } = await aDiscussedDecision(team);
  const say = async (body: string) =>
    await ada.api.comments.write.mutate({
      ...{
        workspace: slug,
        mutationId: crypto.randomUUID(),
        subjectType: "decision",
        subjectId: decision.id,
      },
      ...{ parentId: null, body },
    });
  const oldest = await say("The oldest of all.");
  for (let later = 1; later <= 40; later += 1) await say(`Said later: ${later}.`);
  await ben.page.goto(path);
  await expect(ben.page.getByRole("article").filter({ hasText: "Said later: 40." })).toBeVisible();
  await expect(ben.page.getByText("The oldest of all.")).toHaveCount(0);
  const linked = await ben.context.newPage();
  await linked.goto(`${path}#thread-${oldest.id}`);
  await expect(linked.getByRole("article").filter({ hasText: "The oldest of all." })).toBeInViewport();
  ben.expectQuiet();
});
