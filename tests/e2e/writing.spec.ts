import { expect } from "@playwright/test";
import { editor, open, spoken } from "./context-editor";
import { expectAccessible, test } from "./people";
import { aProject, aTeam } from "./teams";

// Two people write the context of one decision at once: neither loses a word, also not while one has no connection.

test("two people write one text at once, one of them without a connection for a while", async ({
  browser,
}) => {
  const team = await aTeam(browser);
  const { ada, ben } = team;
  const question = `${await aProject(team, { key: "LET", name: "Letters" })}/decisions/1`;
  await ada.page.goto(question);
  await ben.page.goto(question);

  await test.step("each sees the other's words and that the other is writing", async () => {
    await open(ada.page);
    await ada.page.keyboard.press("Control+a");
    await ada.page.keyboard.type("Letters come in three languages.");
    await expect(ada.page.getByText("Saved", { exact: true })).toBeVisible();
    await open(ben.page);
    await expect(editor(ben.page)).toHaveText(spoken("Letters come in three languages."));
    await expect(ada.page.getByRole("list", { name: "Also writing" }).getByRole("img")).toHaveAccessibleName(
      "Ben Trovato",
    );
    await ben.page.keyboard.press("Control+End");
    await ben.page.keyboard.type(" Most are short.");
    await expect(editor(ada.page)).toHaveText(spoken("Letters come in three languages. Most are short."));
    await expectAccessible(ada.page);
  });

  await test.step("what both write meanwhile is joined when the connection is back", async () => {
    await ben.context.setOffline(true);
    await ben.page.keyboard.type(" Some are long.");
    await expect(ben.page.getByText("No connection: what you write is kept here")).toBeVisible();
    await ada.page.keyboard.press("Control+Home");
    await ada.page.keyboard.type("Note: ");
    await expect(ada.page.getByText("Saved", { exact: true })).toBeVisible();
    await ben.context.setOffline(false);
    const words = "Note: Letters come in three languages. Most are short. Some are long.";
    await expect(editor(ada.page)).toHaveText(spoken(words));
    await expect(editor(ben.page)).toHaveText(spoken(words));
    await expect(ben.page.getByText("Saved", { exact: true })).toBeVisible();
  });

  await test.step("undo takes back one's own words only", async () => {
    await ada.page.keyboard.press("Control+z");
    await expect(editor(ben.page)).toHaveText(
      spoken("Letters come in three languages. Most are short. Some are long."),
    );
  });

  await test.step("done, the decision has the words, and the log one entry", async () => {
    await ada.page.keyboard.press("Escape");
    const shown = ada.page.getByRole("region", { name: "Context" });
    await expect(shown.getByText("Some are long.")).toBeVisible();
    await expect(ada.page.getByRole("button", { name: "Edit the context" })).toBeFocused();
    await ben.page.getByRole("button", { name: "Done" }).click();
    await expect(ben.page.getByRole("button", { name: "Edit the context" })).toBeFocused();
    await ben.page.reload();
    await expect(ben.page.getByRole("region", { name: "Context" })).toContainText("Most are short.");
  });

  await test.step("a window that is closed leaves its words", async () => {
    await open(ben.page);
    await ben.page.keyboard.press("Control+End");
    await ben.page.keyboard.type(" The end.");
    await expect(ben.page.getByText("Saved", { exact: true })).toBeVisible();
    await ben.page.close();
    await expect(ada.page.getByRole("region", { name: "Context" })).toContainText("The end.");
  });
  ada.expectQuiet();
});

test("the rationale is written together, and who decides finds it in the form", async ({ browser }) => {
  const team = await aTeam(browser);
  const { ada, ben } = team;
  const question = `${await aProject(team, { key: "LET", name: "Letters" })}/decisions/1`;
  await ada.page.goto(question);
  await ben.page.goto(question);
  const writeRationale = async (words: string) => {
    await ben.page.getByRole("button", { name: /^(Begin|Edit) the rationale$/ }).click();
    await expect(ben.page.getByRole("textbox", { name: "Rationale" })).toBeFocused();
    await ben.page.keyboard.type(words);
    await ben.page.keyboard.press("Control+Enter");
    await expect(ben.page.getByRole("button", { name: "Edit the rationale" })).toBeFocused();
  };
  await writeRationale("It is cheap.");
  await expect(ada.page.getByRole("region", { name: "Rationale so far" })).toContainText("It is cheap.");
  await expectAccessible(ada.page);
  await ada.page.getByRole("button", { name: "Decide…" }).click();
  const dialog = ada.page.getByRole("dialog", { name: "Decide" });
  const field = dialog.getByRole("textbox", { name: "Rationale" });
  await expect(field).toHaveValue("It is cheap.");
  await writeRationale(" And quick.");
  await expect(field).toHaveValue("It is cheap. And quick.");
  await field.fill("It is cheap, I say.");
  await writeRationale(" And safe.");
  await expect(dialog.getByText("It is cheap. And quick. And safe.")).toBeVisible();
  await expectAccessible(ada.page);
  await dialog.getByRole("button", { name: "Put it after mine" }).click();
  await dialog.getByRole("radio", { name: /^A · / }).check();
  await dialog.getByRole("button", { name: "Decide and re-plan" }).click();
  const outcome = ben.page.getByRole("group", { name: /^Decided: / });
  await expect(outcome).toContainText("It is cheap, I say.");
  await expect(outcome).toContainText("And safe.");
  await expect(ben.page.getByRole("region", { name: "Rationale so far" })).toHaveCount(0);
  ada.expectQuiet();
  ben.expectQuiet();
});

test("a text that is too long is refused with a reason, and stays to be shortened", async ({ browser }) => {
  const team = await aTeam(browser);
  const { ada } = team;
  await ada.page.goto(`${await aProject(team, { key: "LET", name: "Letters" })}/decisions/1`);
  await open(ada.page);
  await ada.page.keyboard.press("Control+a");
  await ada.page.keyboard.insertText("word ".repeat(4_100));
  await expect(ada.page.getByText("Please keep this within 20000 characters.")).toBeVisible();
  await ada.page.getByRole("button", { name: "Done" }).click();
  await expect(ada.page.getByRole("button", { name: "Close without saving" })).toBeVisible();
  await editor(ada.page).click();
  await ada.page.keyboard.press("Control+a");
  await ada.page.keyboard.insertText("Short again.");
  await expect(ada.page.getByText("Saved", { exact: true })).toBeVisible();
  await ada.page.keyboard.press("Control+Enter");
  await expect(ada.page.getByRole("region", { name: "Context" })).toHaveText(/^Short again\./);
});
