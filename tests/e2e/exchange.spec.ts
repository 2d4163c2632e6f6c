import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { expectAccessible, test } from "./people";
import { aProject, aTeam } from "./teams";

// Tasks come from a file: nothing before all its rows are in order, then all of it, and as one it is undone.

test("a file of tasks is looked through, mended, brought in, taken away again, and undone", async ({
  browser,
}) => {
  const team = await aTeam(browser);
  const { page } = team.ada;
  await page.goto(
    `${await aProject(team, { key: "IMP", name: "Import", template: "prompt-hosted-model" })}/plan`,
  );
  const row = page.getByRole("row").filter({ hasText: "Ask the nurses" });
  const dialog = page.getByRole("dialog", { name: "Import tasks" });
  const choose = async (text: string, name = "tasks.csv") =>
    await dialog
      .getByLabel("File of tasks")
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

  await page.getByRole("button", { name: "Import", exact: true }).click();
  await choose('<!DOCTYPE x [<!ENTITY a "b">]><Project/>', "bomb.xml");
  await expect(dialog.getByText(/declares a document type/)).toBeVisible();

  const csv = "Task,Technique,Effort,Waits for\nAsk the nurses,Use-case scoping,2,use-case-scoping/brief\n";
  await choose(`${csv}Conjure,Sorcery,1,\n`);
  await expect(dialog.getByRole("row").filter({ hasText: "Conjure" })).toContainText(
    "no technique “Sorcery”",
  );
  await expect(dialog.getByRole("status")).toContainText("1 error, 1 new");
  await expect(dialog.getByRole("button", { name: "Import", exact: true })).toBeDisabled();
  await expectAccessible(page);

  await choose(csv);
  await dialog.getByRole("button", { name: "Import 1 task" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row).toHaveCount(1);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("menuitem", { name: "CSV, for any spreadsheet" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("imp-tasks.csv");
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain("Ask the nurses,Scoping,Use-case scoping");

  await page.getByRole("button", { name: "Import", exact: true }).click();
  await choose(text);
  await expect(dialog.getByRole("status")).toContainText(/^\d+ rows: \d+ as it is\.$/);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Undo: the import of “tasks.csv”" }).click();
  await expect(row).toHaveCount(0);
});
