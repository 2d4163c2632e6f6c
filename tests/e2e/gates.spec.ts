import { expect, type Page } from "@playwright/test";
import { expectAccessible, forYou, test } from "./people";
import { aProject, aTeam } from "./teams";

// A gate as two people go through it, and the passes of alignment with what is asked after one.

const gateOf = (page: Page) => page.getByRole("group", { name: /^Gate: / });

test("a gate is prepared, asked for, sent back and passed with a condition, and a move without one shows", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const team = await aTeam(browser, "member");
  const { ada, ben } = team;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  await ben.page.goto(`${project}/phases/scoping`);

  await test.step("Ben judges a criterion, shows it, and asks Ada for her approval", async () => {
    await gateOf(ben.page)
      .getByRole("button", { name: /^Judge: The use case/ })
      .click();
    const judging = ben.page.getByRole("dialog", { name: "Judge the criterion" });
    await judging.getByLabel("Note").fill("Five users agree.");
    await expectAccessible(ben.page);
    await judging.getByRole("button", { name: "Save" }).click();
    await expect(gateOf(ben.page)).toContainText("Five users agree.");
    await gateOf(ben.page)
      .getByRole("button", { name: /^Add evidence: The use case/ })
      .click();
    const showing = ben.page.getByRole("dialog", { name: "Add evidence" });
    await showing.getByLabel("Kind").selectOption("note");
    await showing.getByLabel("Note").fill("Minutes of the second of March");
    await showing.getByRole("button", { name: "Add" }).click();
    await expect(gateOf(ben.page)).toContainText("Minutes of the second of March");
    await gateOf(ben.page)
      .getByRole("button", { name: "Undo: adding the evidence “Minutes of the second of March”" })
      .click();
    await expect(gateOf(ben.page)).not.toContainText("Minutes of the second of March");
    await ben.page.reload();
    await gateOf(ben.page)
      .getByRole("button", { name: "Redo: adding the evidence “Minutes of the second of March”" })
      .click();
    await expect(gateOf(ben.page)).toContainText("Minutes of the second of March");
    await expect(ben.page.getByRole("button", { name: "Pass or send back…" })).toHaveCount(0);
    await ben.page.getByRole("button", { name: "Ask for approval…" }).click();
    await ben.page.getByRole("dialog").getByRole("button", { name: "Ask", exact: true }).click();
    await expect(gateOf(ben.page)).toContainText("Ada Byron's approval is asked for");
    await expectAccessible(ben.page);
  });

  const say = async (verdict: string, fill: (dialog: ReturnType<Page["getByRole"]>) => Promise<void>) => {
    await ada.page.getByRole("button", { name: "Pass or send back…" }).click();
    const dialog = ada.page.getByRole("dialog");
    await dialog.getByRole("radio", { name: new RegExp(`^${verdict}`) }).check();
    await fill(dialog);
    await expectAccessible(ada.page);
    await dialog.getByRole("button", { name: verdict, exact: true }).click();
    await expect(dialog).toHaveCount(0);
  };

  await test.step("Ada finds it in her inbox, and sends it back with a reason", async () => {
    await ada.page.goto(`${team.base}/inbox`);
    await expect(ada.page.getByText("asks you to pass the gate of Scoping")).toBeVisible();
    await ada.page
      .getByRole("main")
      .getByRole("link", { name: /Letters/ })
      .click();
    await expect(gateOf(ada.page)).toContainText("Your approval is asked for");
    await say("Send back", async (dialog) => await dialog.getByLabel("Why").fill("No test set."));
    await expect(gateOf(ben.page)).toContainText("No test set.");
    await expect(forYou(ben.page)).toContainText("1");
  });

  await test.step("what changed while she looked is shown before it is passed with a condition", async () => {
    await ada.page.getByRole("button", { name: "Pass or send back…" }).click();
    const dialog = ada.page.getByRole("dialog");
    await dialog.getByLabel("What must be done").fill("Agree on the budget");
    await dialog.getByLabel("Who sees to it").selectOption({ label: "Ben Trovato" });
    await gateOf(ben.page)
      .getByRole("button", { name: /^Judge: Every success criterion/ })
      .click();
    await ben.page.getByRole("dialog").getByRole("radio", { name: "Not met" }).check();
    await ben.page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await expect(ben.page.getByRole("dialog")).toHaveCount(0);
    await dialog.getByRole("button", { name: "Pass with conditions", exact: true }).click();
    await expect(dialog.getByText("The gate changed while you were looking")).toBeVisible();
    await expectAccessible(ada.page);
    await dialog.getByRole("button", { name: "I have seen it" }).click();
    await dialog.getByRole("button", { name: "Pass with conditions", exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(gateOf(ben.page)).toContainText("Passed with conditions");
  });

  await test.step("the condition is open on the project's page and in the list until Ben closes it", async () => {
    await ada.page.goto(`${team.base}/projects`);
    await expect(ada.page.getByText("1 open condition")).toBeVisible();
    await ben.page.getByRole("button", { name: "Close: Agree on the budget" }).click();
    await ben.page.getByRole("dialog").getByRole("button", { name: "Close it" }).click();
    await expect(ada.page.getByText("1 open condition")).toHaveCount(0);
  });

  await test.step("through the gate without a reason; without the next one only with a reason that stays", async () => {
    await ada.page.goto(project);
    const move = async (reason: string) => {
      await ada.page.getByRole("button", { name: "Move on…" }).click();
      const dialog = ada.page.getByRole("dialog", { name: "Move the project" });
      if (reason !== "") {
        await expect(dialog.getByText("Gate of Model selection not passed")).toBeVisible();
        await dialog.getByLabel("Why").fill(reason);
      }
      await dialog.getByRole("button", { name: "Move", exact: true }).click();
      await expect(dialog).toHaveCount(0);
    };
    await move("");
    await move("The fair is in May.");
    await expect(ada.page.getByRole("group", { name: "Gates" })).toContainText("left without it");
    await ada.page.goto(`${team.base}/projects`);
    await expect(ada.page.getByText("no gate: Model selection")).toBeVisible();
    await expect(ada.page.getByText("The fair is in May.")).toBeVisible();
    await expectAccessible(ada.page);
    await ben.page.goto(`${project}/phases/model-alignment`);
    await expect(ben.page.getByText("Entered without the gate of Model selection")).toBeVisible();
  });

  const passes = ben.page.getByRole("group", { name: "Passes of adapting and evaluating" });

  await test.step("Ben records the pass and what it found", async () => {
    await passes.getByRole("button", { name: "Record pass 1" }).click();
    const recording = ben.page.getByRole("dialog", { name: "Record pass 1" });
    await recording.getByLabel("What was tried").fill("A checklist in the prompt.");
    await recording.getByLabel("Person-days so far").fill("4.5");
    await expectAccessible(ben.page);
    await recording.getByRole("button", { name: "Save" }).click();
    await expect(passes).toContainText("A checklist in the prompt.");
    await passes.getByRole("button", { name: "Add a result to pass 1" }).click();
    const result = ben.page.getByRole("dialog", { name: "A result of pass 1" });
    await result.getByLabel("Metric").fill("Supported");
    await result.getByLabel("Value").fill("96.5");
    await result.getByLabel("Unit").fill("%");
    await result.getByRole("button", { name: "Add" }).click();
    const measured = passes.getByRole("img", { name: "Supported: Pass 1 96.5 %" });
    await expect(measured).toBeVisible();
    // The keys take the latest step of the page, whichever card it belongs to.
    await expect(
      passes.getByRole("button", { name: "Undo: adding the result of “Supported”" }),
    ).toBeEnabled();
    await ben.page.keyboard.press("Control+z");
    await expect(measured).toHaveCount(0);
    await expect(
      passes.getByRole("button", { name: "Redo: adding the result of “Supported”" }),
    ).toBeEnabled();
    await ben.page.keyboard.press("Control+Shift+z");
    await expect(measured).toBeVisible();
    await expectAccessible(ben.page);
  });

  await test.step("one click asks whether to stop, go on or change technique", async () => {
    await passes.getByRole("button", { name: /^After pass 1: ask whether/ }).click();
    await expect(
      ben.page.getByRole("heading", { name: "After pass 1: stop, go on, or change technique?" }),
    ).toBeVisible();
    for (const option of ["Stop here", "Go on: another pass", /Change technique/])
      await expect(ben.page.getByText(option).first()).toBeVisible();
  });
  ada.expectQuiet();
  ben.expectQuiet();
});
