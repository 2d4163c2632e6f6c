import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { pdfPages } from "../support/exported";
import { expectAccessible, expectAlive, test } from "./people";
import { aProject, aTeam } from "./teams";

// A brief from nothing to a page that a sponsor signs: criteria as rows, a risk class, decisions it raises; its words by two at once.

test("two people settle a brief, which says how narrow it is, what is vague and what to decide", async ({
  browser,
}) => {
  const team = await aTeam(browser);
  const { ada, ben } = team;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  await ada.page.goto(`${project}/brief`);
  await ben.page.goto(`${project}/brief`);
  const criterion = (place: number) =>
    ada.page.getByRole("group", { name: "How good is good enough" }).getByRole("listitem").nth(place);

  await test.step("words are written by two at once, while one of them has typed in the form", async () => {
    await ben.page.getByLabel("Languages", { exact: true }).fill("German");
    await ada.page.getByRole("button", { name: "Write the use case" }).click();
    await expect(ada.page.getByRole("textbox", { name: "Use case" })).toBeFocused();
    await ada.page.keyboard.type("Doctors get drafts of letters.");
    await expect(ada.page.getByText("Saved", { exact: true })).toBeVisible();
    await ben.page.getByRole("button", { name: "Write the use case" }).click();
    await expect(ben.page.getByRole("textbox", { name: "Use case" })).toContainText("Doctors get drafts");
    await expect(ada.page.getByRole("list", { name: "Also writing" })).toBeVisible();
    await expectAccessible(ada.page);
    await ada.page.keyboard.press("Control+Enter");
    await expect(ada.page.getByRole("button", { name: "Edit the use case" })).toBeFocused();
    await ben.page.keyboard.press("Escape");
    await expect(ben.page.getByLabel("Languages", { exact: true })).toHaveValue("German");
    await ben.page.getByRole("button", { name: "Save brief" }).click();
    await expect(ben.page.getByText("Brief saved")).toBeVisible();
    await expect(ada.page.getByLabel("Languages", { exact: true })).toHaveValue("German");
  });

  await test.step("a row that was just added stays when the other settles words", async () => {
    await ada.page.getByRole("button", { name: "Add a criterion" }).click();
    await ben.page.getByRole("button", { name: "Edit the use case" }).click();
    await expect(ben.page.getByRole("textbox", { name: "Use case" })).toBeFocused();
    await ben.page.keyboard.press("Control+End");
    await ben.page.keyboard.type(" Nurses read them.");
    await expect(ben.page.getByText("Saved", { exact: true })).toBeVisible();
    await ben.page.keyboard.press("Control+Enter");
    await expect(ada.page.getByText("Nurses read them.")).toBeVisible();
    await expect(ada.page.getByText(/^Last saved by Ben/)).toBeVisible();
    await criterion(0)
      .getByRole("button", { name: /^Remove/ })
      .click();
  });

  await test.step("criteria are rows that are added, put in order and removed by keyboard", async () => {
    const add = ada.page.getByRole("button", { name: "Add a criterion" });
    await add.press("Enter");
    await expect(criterion(0).getByLabel("What is measured")).toBeFocused();
    await ada.page.keyboard.type("Supported statements");
    await add.press("Enter");
    await expect(criterion(1).getByLabel("What is measured")).toBeFocused();
    await ada.page.keyboard.type("Letters signed");
    await ada.page.keyboard.press("Alt+ArrowUp");
    await expect(criterion(0).getByLabel("What is measured")).toHaveValue("Letters signed");
    await expect(criterion(0).getByLabel("What is measured")).toBeFocused();
    await ada.page.getByRole("button", { name: "Remove Letters signed" }).press("Enter");
    await expect(criterion(0).getByLabel("What is measured")).toBeFocused();
    await criterion(0).getByLabel("Target").fill("99");
    await criterion(0).getByLabel("Unit").fill("%");
    await expect(ada.page.getByText("“Supported statements” has no data set")).toBeVisible();
    await criterion(0).getByLabel("On which data").fill("200 stays");
    await expect(ada.page.getByText("“Supported statements” has no data set")).toHaveCount(0);
  });

  await test.step("the risk class follows the answers, and says what is open", async () => {
    const risk = ada.page.getByRole("group", { name: "Risk class" });
    await risk.getByText("Does the Act apply?").click();
    await risk.getByRole("radiogroup", { name: "use in the EU" }).getByRole("radio", { name: "Yes" }).check();
    await risk.getByText("High-risk areas", { exact: true }).click();
    await risk.getByRole("radiogroup", { name: "employment" }).getByRole("radio", { name: "Yes" }).check();
    await expect(risk.getByText("High risk", { exact: true })).toBeVisible();
    await expect(risk.getByText("it could be “Prohibited”")).toBeVisible();
    await expectAccessible(ada.page);
  });

  await test.step("a decision that it raises is asked with one click", async () => {
    const raised = ada.page.getByRole("group", { name: "Decisions it raises" });
    const question = "What may it do without a person?";
    await expect(raised.getByText("High-risk systems need oversight by people")).toBeVisible();
    await raised.getByRole("button", { name: `Ask “${question}”` }).click();
    await expect(raised.getByText(question)).toHaveCount(0);
  });

  await test.step("saved, the other sees it, and the page to sign has it", async () => {
    await ada.page.getByRole("button", { name: "Save brief" }).click();
    await expect(ada.page.getByText("Brief saved")).toBeVisible();
    await expect(ben.page.getByLabel("What is measured")).toHaveValue("Supported statements");
    const download = ben.page.waitForEvent("download");
    await ben.page.getByRole("button", { name: "One-page PDF" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("let-brief.pdf");
    const pages = await pdfPages(new Uint8Array(await readFile(await file.path())));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain("Supported statements: at least 99 % · 200 stays");
    expect(pages[0]).toContain("Doctors get drafts of letters. Nurses read them.");
  });

  await test.step("what was saved is undone, and done again by a key after a reload", async () => {
    await ada.page.getByRole("button", { name: "Undo: your change of Success criteria, Risk class" }).click();
    await expect(ben.page.getByLabel("What is measured")).toHaveCount(0);
    await expect(ben.page.getByLabel("Languages", { exact: true })).toHaveValue("German");
    await ada.page.reload();
    const redo = ada.page.getByRole("button", { name: "Redo: your change of Success criteria, Risk class" });
    await expectAlive(redo);
    await redo.focus();
    await ada.page.keyboard.press("Control+Shift+Z");
    await expect(ben.page.getByLabel("What is measured")).toHaveValue("Supported statements");
    await expectAccessible(ada.page);
  });
  ada.expectQuiet();
  ben.expectQuiet();
});
