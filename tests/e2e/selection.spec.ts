import { expect } from "@playwright/test";
import { emptyBrief } from "@/features/projects/schema";
import { expectAccessible, test } from "./people";
import { aProject, aTeam } from "./teams";

// From a brief to an option of the model decision: Ada shortlists by keyboard, a viewer looks on and may try limits, not add.

test("models are shortlisted by the brief, compared, and one becomes an option with its numbers", async ({
  browser,
}) => {
  const team = await aTeam(browser, "viewer");
  const { ada, ben, slug } = team;
  const project = await aProject(team, { key: "SEL", name: "Selecting" });
  const { projectId } = await ada.api.projects.brief.query({ workspace: slug, projectKey: "SEL" });
  await ada.api.projects.saveBrief.mutate({
    mutationId: crypto.randomUUID(),
    workspace: slug,
    projectId,
    version: 1,
    content: {
      ...emptyBrief,
      requestsPerDay: 20_000,
      tokensInPerRequest: 3_000,
      tokensOutPerRequest: 400,
      licence: "commercial",
    },
  });
  const { page } = ada;
  const row = page.getByRole("row", { name: /^Llama 3\.1 8B / });
  const status = page.getByText(/models in the catalogue: \d+ on the shortlist, \d+ fell out\./);

  await test.step("the phase leads to the shortlist, which says what the brief asks", async () => {
    await page.goto(`${project}/phases/model-selection`);
    await page.getByRole("link", { name: "Which models fit the brief" }).click();
    await expect(page.getByRole("spinbutton", { name: "Volume" })).toHaveValue("20000");
    await expect(status).toBeVisible();
    await expect(page.getByRole("link", { name: "Brief on Volume" })).toHaveAttribute(
      "href",
      `${project}/brief#brief-use`,
    );
    await page.getByText("The context is too short").click();
    await expect(
      page.getByText("A request takes 3,400 tokens in and out; the model holds 2,048"),
    ).not.toHaveCount(0);
  });

  await test.step("another limit is tried by keyboard, kept in the address, and the brief stays", async () => {
    await page.getByRole("combobox", { name: "Where it may run" }).focus();
    await page.keyboard.type("On prem");
    await page.keyboard.press("Enter");
    await expect(page.getByText("1 tried out, the brief stays as it is")).toBeVisible();
    await expect(page.getByText("It can't be used where it has to run")).toBeVisible();
    await expect(page).toHaveURL(/hosting=on-premises/);
    await page.reload();
    await expect(page.getByRole("combobox", { name: "Where it may run" })).toHaveValue("on-premises");
    await page.getByRole("button", { name: "All as the brief says" }).click();
    await expect(page.getByText("It can't be used where it has to run")).toHaveCount(0);
  });

  await test.step("what counts is weighed anew; two are looked at side by side", async () => {
    await page.getByRole("combobox", { name: "In the order of" }).selectOption("mmlu-pro");
    await expect(page.getByRole("row").nth(1)).toContainText("DeepSeek-R1");
    await page.getByRole("combobox", { name: "In the order of" }).selectOption("name");
    await page.getByRole("button", { name: /^Show all \d+$/ }).click();
    await row.getByRole("checkbox", { name: "Compare Llama 3.1 8B" }).press("Space");
    await page.getByRole("checkbox", { name: "Compare GPT-4o", exact: true }).check();
    const beside = page.getByRole("table", { name: "Models side by side" });
    await expect(beside.getByRole("row", { name: /^Published benchmarks/ })).toContainText("MMLU-Pro 48.3 %");
    await expect(beside.getByRole("columnheader", { name: "GPT-4o" })).toBeVisible();
  });

  await test.step("one becomes an option of the open decision, once", async () => {
    await row.getByRole("button", { name: "Make Llama 3.1 8B an option" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Make Llama 3.1 8B an option" });
    await expect(dialog.getByRole("combobox", { name: "Open decision" })).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Add option" }).press("Enter");
    await expect(dialog).toHaveCount(0);
    await row.getByRole("button", { name: "Make Llama 3.1 8B an option" }).click();
    await expect(dialog.getByText(/is an option of D-\d+ already/)).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Add option" })).toBeDisabled();
    await page.keyboard.press("Escape");
  });

  await test.step("the viewer finds it with its evidence, and may look and try, not add", async () => {
    await ben.page.goto(`${project}/phases/model-selection`);
    await ben.page
      .getByRole("group", { name: "Decisions" })
      .getByRole("link", { name: "Use an existing model, or train our own?" })
      .click();
    await ben.page.getByText("Evidence (4) on option D").click();
    const evidence = ben.page.getByRole("list", { name: "Evidence on option D" });
    await expect(evidence).toContainText("Serving Llama 3.1 8B ourselves");
    await expect(evidence).toContainText("Calling Llama 3.1 8B at");
    await ben.page.goto(`${project}/models?licence=permissive`);
    await expect(ben.page.getByText("1 tried out, the brief stays as it is")).toBeVisible();
    await expect(ben.page.getByRole("button", { name: /^Make .* an option$/ })).toHaveCount(0);
  });

  ada.expectQuiet();
  ben.expectQuiet();
});
