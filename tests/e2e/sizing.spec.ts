import { expect } from "@playwright/test";
import { emptyBrief } from "@/features/projects/schema";
import { expectAccessible, test } from "./people";
import { aProject, aTeam } from "./teams";

// Sizing as a project owner does it, while a viewer looks on: the answer at once, kept by name, flagged when the brief changes.

test("a calculation begins with the brief, is kept, flagged, attached, deleted and brought back", async ({
  browser,
}) => {
  const team = await aTeam(browser, "viewer");
  const { ada, ben, slug } = team;
  const project = await aProject(team, { key: "SIZ", name: "Sizes" });
  const { projectId } = await ada.api.projects.brief.query({ workspace: slug, projectKey: "SIZ" });
  const says = async (version: number, requestsPerDay: number) =>
    await ada.api.projects.saveBrief.mutate({
      mutationId: crypto.randomUUID(),
      workspace: slug,
      projectId,
      version,
      content: { ...emptyBrief, requestsPerDay },
    });
  await says(1, 5000);
  await ada.page.goto(`${project}/sizing`);
  await ben.page.goto(`${project}/sizing?calculation=serving-fleet`);
  const result = ada.page.getByLabel("Result", { exact: true });
  const volume = ada.page.getByRole("spinbutton", { name: "Volume" });

  await test.step("it starts from the brief and the workspace's rate, and says so", async () => {
    await expect(ada.page.getByRole("radio", { name: "Serving it ourselves" })).toBeChecked();
    await expect(volume).toHaveValue("5000");
    await expect(volume).toHaveAccessibleDescription("from the brief");
    await expect(ada.page.getByRole("spinbutton", { name: "Rent" })).toHaveValue("2.5");
    await expect(result).toContainText("60 EUR a day");
    await expect(ada.page.getByText("1 · 1 · 2.5 EUR · 24 = 60 EUR a day")).toBeVisible();
    await expectAccessible(ada.page);
  });

  await test.step("what is typed or slid is answered at once, and a reload loses nothing", async () => {
    await ada.page.getByRole("slider", { name: "Volume, slider" }).focus();
    await ada.page.keyboard.press("End");
    await expect(volume).toHaveValue("10000000");
    await expect(result).not.toContainText(/(^|\D)60 EUR a day/);
    await ada.page.getByRole("button", { name: "back to the brief's" }).click();
    await expect(volume).toHaveValue("5000");
    await ada.page.getByRole("spinbutton", { name: "Prompt" }).fill("3000");
    await ada.page.getByLabel("Name", { exact: true }).fill("Serving at launch");
    await expect(ada.page).toHaveURL(/promptTokens=3000.*name=Serving/);
    await ada.page.reload();
    await expect(ada.page.getByRole("spinbutton", { name: "Prompt" })).toHaveValue("3000");
    // Drawn by the server first: the field is alive once its code has come.
    await expect(async () => {
      await ada.page.getByRole("spinbutton", { name: "Answer" }).fill("");
      await expect(ada.page.getByText("a field needs attention")).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(ada.page.getByRole("spinbutton", { name: "Answer" })).toHaveAttribute(
      "aria-invalid",
      "true",
    );
    await ada.page.getByRole("button", { name: "back to the default" }).last().click();
  });

  await test.step("it is kept under its name, for the viewer too, who may only calculate", async () => {
    await ada.page.getByRole("button", { name: "Save to the project" }).click();
    await expect(ben.page.getByRole("heading", { name: "Serving at launch" })).toBeVisible();
    await expect(ben.page.getByRole("button", { name: /^Save|^More about/ })).toHaveCount(0);
    await ben.page.getByRole("radio", { name: "Host or call" }).check();
    await expect(ben.page.getByLabel("Result", { exact: true })).toContainText("Calling it at OpenAI");
    await expectAccessible(ben.page);
  });

  await test.step("when the brief changes it is flagged, with both figures, until today's are kept", async () => {
    await says(2, 4_000_000);
    const item = ada.page.getByRole("listitem").filter({
      has: ada.page.getByRole("heading", { name: /Serving at launch/ }),
    });
    await expect(item).toContainText("the brief now says 4,000,000, it was 5,000");
    await expect(item.getByRole("row", { name: /^Rent/ }).getByRole("cell")).toHaveText([
      /^60\sEUR a day/,
      /^(?!60\s)[\d,]+\sEUR a day \([\d,]+ to [\d,]+\)/,
    ]);
    await expectAccessible(ada.page);
    await item.getByRole("button", { name: "Keep today's figures" }).click();
    await expect(item.getByText("Comes out otherwise today")).toHaveCount(0);
  });

  await test.step("it becomes evidence of an option of an open decision", async () => {
    await ada.page.getByRole("button", { name: "More about “Serving at launch”" }).click();
    await ada.page.getByRole("menuitem", { name: "Attach to an option" }).click();
    const dialog = ada.page.getByRole("dialog", { name: "Attach “Serving at launch” to an option" });
    await dialog.getByLabel("Open decision").selectOption({ index: 1 });
    await expect(dialog.getByLabel("Option", { exact: true })).toBeEnabled();
    await expectAccessible(ada.page);
    await dialog.getByRole("button", { name: "Attach" }).click();
    await expect(dialog).toHaveCount(0);
    await ben.page.goto(`${project}/decisions/2`);
    const evidence = ben.page.getByRole("list", { name: "Evidence on option A" });
    await expect(evidence).toContainText(
      "Serving it ourselves: llama-3-1-8b in bf16 on a100, 4,000,000 requests",
    );
  });

  await test.step("it is deleted, and brought back", async () => {
    await ada.page.getByRole("button", { name: "More about “Serving at launch”" }).click();
    await ada.page.getByRole("menuitem", { name: "Delete" }).click();
    await expect(ada.page.getByRole("list", { name: "Kept calculations" })).toHaveCount(0);
    await ada.page.getByText("Deleted (1)").click();
    await ada.page.getByRole("button", { name: "Bring “Serving at launch” back" }).click();
    await expect(ada.page.getByRole("heading", { name: /Serving at launch/ })).toBeVisible();
  });

  ada.expectQuiet();
  ben.expectQuiet();
});
