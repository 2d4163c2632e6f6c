import { expect, type Page } from "@playwright/test";
import { aPerson, expectAccessible, registered, test } from "./people";
import { aProject, aTeam } from "./teams";

// What speaks for an option, gathered by one person and read by another; and what must not get in.

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

async function addEvidence(page: Page, about: string, kind: string) {
  await page.getByRole("button", { name: `Add evidence on ${about}` }).click();
  const dialog = page.getByRole("dialog", { name: `Add evidence on ${about}` });
  await dialog.getByRole("radio", { name: kind }).check();
  return dialog;
}

test("a person gathers evidence, a viewer reads and saves it, a stranger finds nothing", async ({
  browser,
  baseURL,
}) => {
  const team = await aTeam(browser, "viewer");
  const { ada, ben, slug } = team;
  const project = await aProject(team, { key: "EVI", name: "Evidence" });
  const question = `${project}/decisions/2`;
  await ada.page.goto(question);
  await ben.page.goto(question);

  await test.step("a model comes from the catalogue, with its figures", async () => {
    await ada.page.getByRole("button", { name: "Add a model" }).click();
    const dialog = ada.page.getByRole("dialog", { name: "Add a model" });
    await dialog.getByLabel("Search the catalogue").fill("meta llama 3.1 8b");
    await dialog.getByRole("radio", { name: "Open weights" }).check();
    await expectAccessible(ada.page);
    await dialog.getByRole("button", { name: /^Llama 3\.1 8B/ }).click();
    await expect(dialog.getByLabel("Title")).toHaveValue("Llama 3.1 8B");
    await expect(dialog.getByText("Memory to serve")).toBeVisible();
    await dialog.getByLabel("What speaks for it").fill("Runs on what we have\nMany know it");
    await dialog.getByLabel("What speaks against it").fill("Licence with conditions");
    await dialog.getByLabel("Cost of change", { exact: true }).selectOption({ label: "Medium" });
    await dialog.getByLabel("What it would take to go back").fill("Tuning once more.");
    await expectAccessible(ada.page);
    await dialog.getByRole("button", { name: "Add option" }).click();
    await expect(dialog).toHaveCount(0);
    const card = ben.page.getByRole("listitem").filter({
      has: ben.page.getByRole("heading", { name: /· Llama 3\.1 8B$/ }),
    });
    await expect(card).toContainText("Runs on what we have");
    await expect(card).toContainText("Cost of change: Medium. Tuning once more.");
    await expect(card).toContainText("Evidence (1)");
    await expect(card).toContainText("from the catalogue, as of");
    await expect(card).toContainText("131,072 tokens");
  });

  await test.step("a link must be one of the web", async () => {
    const dialog = await addEvidence(ada.page, "option A", "Link");
    await dialog.getByLabel("Address").fill("javascript:alert(1)");
    await dialog.getByLabel("Title").fill("What others found");
    await dialog.getByRole("button", { name: "Add evidence" }).click();
    await expect(dialog.getByLabel("Address")).toHaveAccessibleDescription(/https:\/\//);
    await dialog.getByLabel("Address").fill("https://example.org/found");
    await dialog.getByRole("button", { name: "Add evidence" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(ben.page.getByRole("link", { name: "What others found" })).toHaveAttribute(
      "href",
      "https://example.org/found",
    );
  });

  await test.step("results of two options stand side by side", async () => {
    for (const [option, value] of [
      ["option A", "0.81"],
      ["option B", "0.92"],
    ] as const) {
      const dialog = await addEvidence(ada.page, option, "Evaluation result");
      await dialog.getByLabel("Title").fill(`Trial of ${option}`);
      await dialog.getByLabel("Metric").fill("F1");
      await dialog.getByLabel("Value").fill(value);
      await dialog.getByLabel("Data set").fill("200 tickets");
      await dialog.getByLabel("Measured on").fill("2026-03-02");
      await dialog.getByLabel("Measured by").fill("Ada Byron");
      await expectAccessible(ada.page);
      await dialog.getByRole("button", { name: "Add evidence" }).click();
      await expect(dialog).toHaveCount(0);
    }
    const row = ben.page.getByRole("table", { name: "Evaluation results of the options" }).getByRole("row", {
      name: /F1/,
    });
    await expect(row.getByRole("cell")).toHaveText(["0.81", "0.92 best"]);
  });

  await test.step("a calculation is kept with what it started from", async () => {
    const dialog = await addEvidence(ada.page, "option B", "Sizing");
    await dialog.getByLabel("Title").fill("Memory it takes");
    await dialog.getByLabel("Model").fill("llama-3-8b");
    await expect(dialog.getByLabel("Result", { exact: true })).toContainText("17.13 GB");
    await expectAccessible(ada.page);
    await dialog.getByRole("button", { name: "Add evidence" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(ben.page.getByText("Memory to serve: llama-3-8b in bf16, 1 × 8,192 tokens")).toBeVisible();
  });

  await test.step("a page under a picture's name is refused, a picture is shown and can be saved", async () => {
    const dialog = await addEvidence(ada.page, "the decision", "File");
    await expect(dialog.getByText(/^Up to 20\.0\sMB/)).toBeVisible();
    const file = dialog.getByLabel("File to upload");
    await file.setInputFiles({
      name: "chart.png",
      mimeType: "image/png",
      buffer: Buffer.from("<svg onload='x'/>"),
    });
    await dialog.getByRole("button", { name: "Add evidence" }).click();
    await expect(file).toHaveAccessibleDescription(/not that of a png file/);
    await file.setInputFiles({
      name: "<img src=x onerror=alert(1)>.png",
      mimeType: "image/png",
      buffer: png,
    });
    await dialog.getByLabel("Title").fill("The chart");
    await expectAccessible(ada.page);
    await dialog.getByRole("button", { name: "Add evidence" }).click();
    await expect(dialog).toHaveCount(0);
    const chart = ben.page.getByRole("img", { name: "The chart" });
    await chart.scrollIntoViewIfNeeded();
    await expect(chart).toHaveJSProperty("naturalWidth", 1);
    const saving = ben.page.waitForEvent("download");
    await ben.page.getByRole("link", { name: "The chart" }).click();
    expect((await saving).suggestedFilename()).toBe("_img src=x onerror=alert(1)_.png");
  });

  await test.step("removing can be undone", async () => {
    await ada.page.getByRole("button", { name: "More about the evidence “What others found”" }).click();
    await ada.page.getByRole("menuitem", { name: "Remove" }).click();
    await expect(ben.page.getByRole("link", { name: "What others found" })).toHaveCount(0);
    await ada.page.getByRole("button", { name: "Undo" }).click();
    await expect(ben.page.getByRole("link", { name: "What others found" })).toBeVisible();
  });

  await test.step("two who edit at once choose", async () => {
    const { evidence } = await ada.api.evidence.ofDecision.query({
      workspace: slug,
      decisionId: (await ada.api.decisions.byNumber.query({ workspace: slug, projectKey: "EVI", number: 2 }))
        .id,
    });
    const link = evidence.find((item) => item.title === "What others found");
    await ada.page.getByRole("button", { name: "More about the evidence “What others found”" }).click();
    await ada.page.getByRole("menuitem", { name: "Edit" }).click();
    const dialog = ada.page.getByRole("dialog", { name: "Edit the evidence" });
    await dialog.getByLabel("What it shows").fill("Mine");
    await ada.api.evidence.edit.mutate({
      mutationId: crypto.randomUUID(),
      workspace: slug,
      evidenceId: link?.id ?? "",
      version: link?.version ?? 0,
      title: "What they found",
      note: "Theirs",
      content: { kind: "link", url: "https://example.org/found" },
    });
    await expect(ben.page.getByRole("link", { name: "What they found" })).toBeVisible();
    await dialog.getByRole("button", { name: "Save evidence" }).click();
    await expect(dialog.getByText("It now reads “What they found”.")).toBeVisible();
    await dialog.getByRole("button", { name: "Keep mine and save over it" }).click();
    await dialog.getByRole("button", { name: "Save evidence" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(ben.page.getByText("Mine", { exact: true })).toBeVisible();
  });

  await test.step("a viewer has nothing to add with; a stranger finds nothing", async () => {
    await expect(ben.page.getByRole("button", { name: /Add evidence|Add a model/ })).toHaveCount(0);
    await expectAccessible(ben.page);
    const address = await ben.page.getByRole("link", { name: "The chart" }).getAttribute("href");
    const stranger = await aPerson(browser);
    await registered(stranger.page, { name: "Sam", email: `sam-${slug}@example.org` });
    expect((await stranger.page.request.get(`${baseURL}${address}`)).status()).toBe(404);
    expect((await ben.page.request.get(`${baseURL}${address}`)).status()).toBe(200);
    await stranger.context.close();
  });

  ada.expectQuiet(/415/);
  ben.expectQuiet();
});
