import { expect, type Page } from "@playwright/test";
import { expectAccessible, test } from "./people";
import { aProject, aTeam } from "./teams";

// A question from the moment it is asked to the decision that takes its place, as two people see it at once.

test("two people ask, argue, decide, reopen and supersede, and the plan follows in both browsers", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const team = await aTeam(browser, "member");
  const { ada, ben, base } = team;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  let question = "";

  await test.step("Ben asks with two options, and Ada's list shows it as it comes", async () => {
    await ada.page.goto(`${base}/decisions`);
    await expect(ada.page.getByRole("link", { name: "Who signs the letters?" })).toHaveCount(0);
    await ben.page.goto(`${project}/decisions/new`);
    await ben.page.getByLabel("Question").fill("Who signs the letters?");
    await ben.page.getByLabel("Context").fill("The clinic asks for a **name** under each letter.");
    await ben.page.getByLabel("Who decides").selectOption({ label: "Ada Byron" });
    const first = ben.page.getByRole("group", { name: "Option A" });
    await first.getByLabel("Title").fill("The doctor, after reading");
    await first.getByRole("button", { name: "Add an effect" }).click();
    await first.getByLabel("Effect 1", { exact: true }).selectOption({ label: "Multiplies effort and time" });
    await first.getByLabel("Factor of effect 1").fill("1.5");
    await ben.page.getByRole("group", { name: "Option B" }).getByLabel("Title").fill("Nobody");
    await expectAccessible(ben.page);
    await ben.page.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(ben.page.getByRole("heading", { name: "Who signs the letters?", level: 1 })).toBeVisible();
    question = new URL(ben.page.url()).pathname;
    await ada.page.getByRole("link", { name: "Who signs the letters?" }).click();
    await expect(ada.page.getByRole("heading", { name: "Who signs the letters?", level: 1 })).toBeVisible();
    await expect(ada.page.getByRole("strong")).toHaveText("name");
  });

  await test.step("an option is added with a preview of the plan, and shows for the other", async () => {
    await ben.page.getByRole("button", { name: "Add an option" }).click();
    const dialog = ben.page.getByRole("dialog", { name: "Add an option" });
    await dialog.getByLabel("Title").fill("A machine with a log");
    await dialog.getByRole("button", { name: "Add an effect" }).click();
    await dialog.getByLabel("Technique of effect 1").selectOption({ label: "Guardrails" });
    const preview = dialog.getByRole("table", { name: "Preview of the plan" });
    await expect(preview.getByRole("row", { name: /^Effort/ })).toContainText(/\+\d/);
    await expectAccessible(ben.page);
    await dialog.getByRole("button", { name: "Add option" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(ada.page.getByRole("heading", { name: "C · A machine with a log" })).toBeVisible();
  });

  await test.step("both take a position; an objection needs a reason", async () => {
    await ada.page.getByRole("button", { name: "Take a position" }).click();
    await ada.page.getByRole("button", { name: "Save position" }).click();
    await expect(ben.page.getByRole("region", { name: "Positions" })).toContainText("Ada Byronagree A");

    await ben.page.getByRole("button", { name: "Take a position" }).click();
    await ben.page.getByRole("radio", { name: "Object" }).check();
    await ben.page.getByRole("button", { name: "Save position" }).click();
    await expect(ben.page.getByLabel("Why")).toHaveAccessibleDescription(/Please say why/);
    await ben.page.getByLabel("Why").fill("Doctors have no time on weekends.");
    await expectAccessible(ben.page);
    await ben.page.getByRole("button", { name: "Save position" }).click();
    await expect(ada.page.getByRole("region", { name: "Positions" })).toContainText("Ben Trovatoobject A");
    await expect(ada.page.getByText("1 object", { exact: true })).toBeVisible();
  });

  await test.step("deciding needs a rationale and an answer to the objection, and shows the price before", async () => {
    await ada.page.getByRole("button", { name: "Decide…" }).click();
    const dialog = ada.page.getByRole("dialog", { name: "Decide" });
    await dialog.getByRole("radio", { name: /^A · The doctor/ }).check();
    await expect(dialog.getByRole("table", { name: "Plan before and after" })).toContainText("Finish (P80)");
    await dialog.getByRole("button", { name: "Decide and re-plan" }).click();
    await expect(dialog.getByText("Some fields need attention.")).toBeVisible();
    await dialog.getByLabel("Rationale").fill("A name means **somebody** read it.");
    await dialog.getByLabel("Answer to the objections").fill("Weekends go to the doctor on call.");
    await expectAccessible(ada.page);
    await dialog.getByRole("button", { name: "Decide and re-plan" }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step("both see the outcome with before and after, and the same figures", async () => {
    const [adas, bens] = await Promise.all([outcomeRows(ada.page), outcomeRows(ben.page)]);
    expect(adas).toEqual(bens);
    expect(adas.join("\n")).toMatch(/Effort\s.*\+\d/);
    await expect(ben.page.getByText("Objections answered:")).toBeVisible();
    await expectAccessible(ben.page);
  });

  await test.step("reopening needs a reason, ends the outcome on record and re-plans", async () => {
    await ben.page.goto(`${project}/plan`);
    const effort = ben.page.getByRole("row", { name: /^Effort, person-days/ });
    const decided = await effort.textContent();
    await ada.page.getByRole("button", { name: "Reopen…" }).click();
    const dialog = ada.page.getByRole("dialog", { name: "Reopen" });
    await dialog.getByRole("button", { name: "Reopen and re-plan" }).click();
    await expect(dialog.getByText("Some fields need attention.")).toBeVisible();
    await dialog.getByLabel("Why").fill("The doctors' council objects.");
    await dialog.getByRole("button", { name: "Reopen and re-plan" }).click();
    await expect(ada.page.getByRole("group", { name: "Was: The doctor, after reading" })).toContainText(
      "The doctors' council objects.",
    );
    await expect(effort).not.toHaveText(decided ?? "");
  });

  await test.step("superseding puts a new question in its place and re-plans", async () => {
    await ben.page.goto(question);
    await decide(ada.page, /^B · Nobody/, "Until the council agrees.");
    await expect(ben.page.getByRole("group", { name: "Decided: Nobody" })).toBeVisible();
    await ada.page.getByRole("button", { name: "Supersede…" }).click();
    const dialog = ada.page.getByRole("dialog", { name: "Supersede" });
    await dialog.getByLabel("The new question").fill("Who signs, now that the council agrees?");
    await dialog.getByLabel("What changed").fill("The council agreed.");
    await expectAccessible(ada.page);
    await dialog.getByRole("button", { name: "Supersede and re-plan" }).click();
    await expect(
      ada.page.getByRole("heading", { name: "Who signs, now that the council agrees?", level: 1 }),
    ).toBeVisible();
    await expect(ada.page.getByText("Supersedes D-")).toBeVisible();
    await expect(ben.page.getByText("This decision was superseded")).toBeVisible();
    await ben.page.getByRole("link", { name: /Who signs, now that the council agrees/ }).click();
    await expect(ben.page.getByRole("heading", { name: "A · The doctor, after reading" })).toBeVisible();
  });

  ada.expectQuiet();
  ben.expectQuiet();
});

async function decide(page: Page, option: RegExp, rationale: string) {
  await page.getByRole("button", { name: "Decide…" }).click();
  const dialog = page.getByRole("dialog", { name: "Decide" });
  await dialog.getByRole("radio", { name: option }).check();
  await dialog.getByLabel("Rationale").fill(rationale);
  const answer = dialog.getByLabel("Answer to the objections");
  if (await answer.isVisible()) await answer.fill("The council will say.");
  await dialog.getByRole("button", { name: "Decide and re-plan" }).click();
  await expect(dialog).toHaveCount(0);
}

/** What the outcome says that it did to the plan, row by row. */
async function outcomeRows(page: Page): Promise<string[]> {
  const outcome = page.getByRole("group", { name: /^Decided: The doctor/ });
  await expect(outcome).toBeVisible();
  return await outcome.getByRole("row").allInnerTexts();
}
