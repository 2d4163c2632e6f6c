import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { editor, open, spoken } from "./context-editor";
import { lettersTo } from "./letters";
import { expectAccessible, forYou, test } from "./people";
import { another, aProject, aTeam } from "./teams";

// One decision from what the lifecycle suggests to what takes its place: Ada owns it, Ben and Cleo work on it, Vic may look on and
// comment. Ben has no connection for a while.

const question = "What if the provider changes or withdraws the model?";
const options = [
  "Pin a version, and measure again when it ends",
  "Keep the runner-up ready",
  "Hold the weights ourselves",
  "Llama 3.1 8B",
] as const;
const secret = "nobody else has run it at night";

test("four people take a decision from its suggestion to its successor", async ({ browser }) => {
  test.setTimeout(240_000);
  const team = await aTeam(browser);
  const { ada, ben, base } = team;
  const cleo = await another(browser, team, "Cleo Patt", "lead");
  const vic = await another(browser, team, "Vic Torious", "viewer");
  const everybody = [ada, ben, cleo, vic];
  const project = await aProject(team, { key: "MOD", name: "Models", template: "prompt-hosted-model" });
  let address = "";

  await test.step("Ada asks what the lifecycle suggests; the others find it", async () => {
    await vic.page.goto(`${project}/phases/model-selection`);
    await expect(vic.page.getByRole("button", { name: `Ask “${question}”` })).toHaveCount(0);
    await ada.page.goto(`${project}/phases/model-selection`);
    await ada.page.getByRole("button", { name: `Ask “${question}”` }).click();
    for (const { page } of [ada, vic])
      await page.getByRole("group", { name: "Decisions" }).getByRole("link", { name: question }).click();
    await expect(ada.page.getByRole("heading", { name: question, level: 1 })).toBeVisible();
    address = new URL(ada.page.url()).pathname;
    for (const { page } of [ben, cleo]) await page.goto(address);
    await expect(ada.page.getByRole("list", { name: /^Also here: / }).getByRole("listitem")).toHaveCount(3);
  });

  await test.step("Ben gathers a model from the catalogue, Cleo evidence; the viewer sees both and may add neither", async () => {
    await ben.page.getByRole("button", { name: "Add a model" }).click();
    const model = ben.page.getByRole("dialog", { name: "Add a model" });
    await model.getByLabel("Search the catalogue").fill("meta llama 3.1 8b");
    await model.getByRole("button", { name: /^Llama 3\.1 8B/ }).click();
    await model.getByRole("button", { name: "Add option" }).click();
    await expect(vic.page.getByRole("heading", { name: "D · Llama 3.1 8B" })).toBeVisible();
    await cleo.page.getByRole("button", { name: "Add evidence on option C" }).click();
    const evidence = cleo.page.getByRole("dialog", { name: "Add evidence on option C" });
    await evidence.getByRole("radio", { name: "Link" }).check();
    await evidence.getByLabel("Address").fill("https://example.org/serving");
    await evidence.getByLabel("Title").fill("What serving takes");
    await evidence.getByRole("button", { name: "Add evidence" }).click();
    await expect(vic.page.getByRole("link", { name: "What serving takes" })).toBeVisible();
    for (const name of ["Add a model", "Add an option", "Add evidence on option C", "Decide…"])
      await expect(vic.page.getByRole("button", { name })).toHaveCount(0);
  });

  await test.step("the context is written by two, one of them without a connection for a while", async () => {
    await open(ada.page);
    await ada.page.keyboard.press("Control+a");
    await ada.page.keyboard.type("The contract ends in March.");
    await expect(ada.page.getByText("Saved", { exact: true })).toBeVisible();
    await open(ben.page);
    await expect(editor(ben.page)).toHaveText(spoken("The contract ends in March."));
    await ben.context.setOffline(true);
    await ben.page.keyboard.press("Control+End");
    await ben.page.keyboard.type(" Notice is three months.");
    await expect(ben.page.getByText("No connection: what you write is kept here")).toBeVisible();
    await ada.page.keyboard.press("Control+Home");
    await ada.page.keyboard.type("Mind: ");
    await expect(ada.page.getByText("Saved", { exact: true })).toBeVisible();
    await ben.context.setOffline(false);
    await expect(editor(ada.page)).toHaveText(
      spoken("Mind: The contract ends in March. Notice is three months."),
    );
    await expect(ben.page.getByText("Saved", { exact: true })).toBeVisible();
    for (const { page } of [ada, ben]) await page.getByRole("button", { name: "Done" }).click();
    await expect(vic.page.getByRole("region", { name: "Context" })).toContainText(
      "Mind: The contract ends in March. Notice is three months.",
    );
  });

  await test.step("three score blind by two criteria; who only looks on learns nothing before the reveal", async () => {
    await ada.page.goto(`${address}/scoring`);
    for (const name of ["Licence", "Data protection"]) {
      await ada.page.getByRole("button", { name: "Add a criterion" }).click();
      await ada.page.getByRole("button", { name }).click();
      await ada.page.getByRole("button", { name: "Add criterion" }).click();
      await expect(ada.page.getByRole("slider", { name: `Weight of ${name}` })).toBeVisible();
    }
    for (const { page } of [ben, cleo, vic]) await page.goto(`${address}/scoring`);
    await score(ben.page, ["2", "3", "3", "4", "5", "4", "4", "3"], secret);
    await score(cleo.page, ["1", "3", "3", "3", "5", "5", "4", "2"]);
    await expect(ada.page.getByText("Scored by Ben Trovato, Cleo Patt.")).toBeVisible();
    await expect(vic.page.getByRole("textbox", { name: /^Licence of / })).toHaveCount(0);
    for (const { page } of [ada, vic]) expect(await page.content()).not.toContain(secret);
    await score(ada.page, ["2", "2", "3", "4", "4", "5", "4", "3"]);
    await ada.page.getByRole("button", { name: "Reveal the scores…" }).click();
    await ada.page.getByRole("alertdialog").getByRole("button", { name: "Reveal" }).click();
    const matrix = vic.page.getByRole("table", { name: "Scores by option and criterion" });
    await expect(matrix.getByRole("rowheader", { name: options[2] })).toBeVisible();
    await expect(vic.page.getByRole("heading", { name: "Ranking" })).toBeVisible();
    await expectAccessible(vic.page);
  });

  await test.step("a comment on an option names Cleo: her badge, her inbox and her mail tell of it", async () => {
    for (const { page } of everybody) await page.goto(address);
    await ben.page.getByRole("button", { name: "Discuss option C: 0 threads" }).click();
    const field = ben.page.getByRole("textbox", { name: "Comment", exact: true });
    await expect(field).toBeFocused();
    await ben.page.keyboard.type("Who would serve it, @cleo");
    await expect(ben.page.getByRole("listbox", { name: "What can be mentioned" })).toBeVisible();
    await ben.page.keyboard.press("Enter");
    await ben.page.keyboard.type("?");
    await field.press("Control+Enter");
    await expect(vic.page.getByText("Who would serve it,")).toBeVisible();
    await expect(forYou(cleo.page)).toContainText("waiting");
    await expect.poll(() => lettersTo(cleo.email).join("\n")).toContain("Ben Trovato mentioned you");
    await vic.page.getByRole("button", { name: "Answer", exact: true }).click();
    await vic.page.getByRole("textbox", { name: "Answer Ben Trovato" }).fill("We have done it since May.");
    await vic.page.getByRole("button", { name: "Answer", exact: true }).click();
    await expect(cleo.page.getByText("We have done it since May.")).toBeVisible();
  });

  await test.step("Ada decides; the plan, the log and everybody's page follow", async () => {
    await cleo.page.goto(`${project}/plan`);
    const effort = cleo.page.getByRole("row", { name: /^Effort, person-days/ });
    const before = await effort.textContent();
    await ada.page.getByRole("button", { name: "Decide…" }).click();
    const dialog = ada.page.getByRole("dialog", { name: "Decide" });
    await dialog.getByRole("radio", { name: /^C · Hold the weights/ }).check();
    await dialog.getByLabel("Rationale").fill("Three of us would sleep better.");
    await dialog.getByLabel("Look again on").fill("2031-03-01");
    await dialog.getByRole("button", { name: "Decide and re-plan" }).click();
    for (const { page } of [ada, ben, vic])
      await expect(page.getByRole("group", { name: "Decided: Hold the weights ourselves" })).toContainText(
        "Three of us would sleep better.",
      );
    await expect(effort).not.toHaveText(before ?? "");
  });

  await test.step("the viewer finds it in the log and takes the record away", async () => {
    await vic.page.goto(`${base}/decisions?state=decided&text=sleep`);
    await expect(vic.page.getByRole("link", { name: question })).toBeVisible();
    await vic.page.getByRole("link", { name: question }).click();
    await vic.page.getByRole("button", { name: "Export this decision" }).click();
    const [file] = await Promise.all([
      vic.page.waitForEvent("download"),
      vic.page.getByRole("menuitem", { name: "Markdown (MADR)" }).click(),
    ]);
    const record = readFileSync(await file.path(), "utf8");
    for (const words of [`# ${question}`, ...options, "Three of us would sleep better.", "three months"])
      expect(record).toContain(words);
  });

  await test.step("its successor takes its place, and who took part hears of it", async () => {
    await ada.page.getByRole("button", { name: "Supersede…" }).click();
    const dialog = ada.page.getByRole("dialog", { name: "Supersede" });
    await dialog.getByLabel("The new question").fill("Who serves the weights?");
    await dialog.getByLabel("What changed").fill("The contract was signed.");
    await dialog.getByRole("button", { name: "Supersede and re-plan" }).click();
    await expect(ada.page.getByRole("heading", { name: "Who serves the weights?", level: 1 })).toBeVisible();
    for (const { page } of [ben, vic])
      await expect(page.getByText("This decision was superseded")).toBeVisible();
    await ben.page.goto(`${base}/inbox`);
    await expect(ben.page.getByRole("list", { name: "Inbox" })).toContainText("superseded this");
    await expect.poll(() => lettersTo(ben.email).join("\n")).toContain("Ada Byron superseded this");
    await vic.page.goto(`${base}/activity`);
    await expect(vic.page.getByRole("main")).toContainText(question);
    await expectAccessible(vic.page);
  });

  for (const person of everybody) person.expectQuiet(/Failed to fetch|TypeError|EventSource/);
});

/** Scores the options one after the other by both criteria, and hands that in. */
async function score(page: Page, scores: readonly string[], note?: string): Promise<void> {
  await page
    .getByRole("textbox", { name: new RegExp(`of ${options[0]}`) })
    .first()
    .focus();
  for (const [place, given] of scores.entries()) {
    await page.keyboard.type(given);
    if (place < scores.length - 1) await page.keyboard.press("Enter");
  }
  if (note !== undefined) {
    await page.keyboard.press("n");
    await page.keyboard.type(note);
    await page.keyboard.press("Enter");
  }
  await page.getByRole("button", { name: "Hand in my scores" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByRole("heading", { name: "Ranking" })).toBeVisible();
}
