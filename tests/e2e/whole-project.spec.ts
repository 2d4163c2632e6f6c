import { expect, type Page } from "@playwright/test";
import { isoDate, mondayOf, phaseIds, phaseNames } from "@/planning";
import { expectAccessible, test } from "./people";
import { aProject, aTeam, type Team } from "./teams";

// One project from an empty brief to its last gate, by two people: brief, scenario, baseline, gates, passes, time, launch.

test("two people take a project from an empty brief to a passed integration gate", async ({ browser }) => {
  test.setTimeout(240_000);
  const team = await aTeam(browser, "lead");
  const { ada, ben, slug: workspace, base } = team;
  const template = "prompt-hosted-model";
  const project = await aProject(team, { key: "ALL", name: "Letters", template });
  const ofProject = { workspace, projectKey: "ALL" };
  const { projectId, tasks } = await ada.api.plans.plan.query(ofProject);
  const [task] = tasks;
  if (task === undefined) throw new Error("The template has tasks.");

  await test.step("Ada writes the brief from nothing: its criterion is what passes are held against", async () => {
    const { page } = ada;
    await page.goto(`${project}/brief`);
    await page.getByRole("button", { name: "Write the use case" }).click();
    await expect(page.getByRole("textbox", { name: "Use case" })).toBeFocused();
    await page.keyboard.type("Doctors get drafts of letters.");
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "Add a criterion" }).click();
    const criterion = page.getByRole("group", { name: "How good is good enough" }).getByRole("listitem");
    await criterion.getByLabel("What is measured").fill("Supported");
    await criterion.getByLabel("Target").fill("95");
    await criterion.getByLabel("Unit").fill("%");
    await criterion.getByLabel("On which data").fill("200 stays");
    await page.getByRole("button", { name: "Save brief" }).click();
    await expect(page.getByText("Brief saved")).toBeVisible();
    await ben.page.goto(`${project}/brief`);
    await expect(ben.page.getByText("Doctors get drafts of letters.")).toBeVisible();
  });

  await test.step("Ben fixes the plan, tries another one as a scenario, and Ada applies it", async () => {
    const { input } = await ben.api.plans.whatIfInput.query(ofProject);
    const [decision] = input.decisions;
    const option = decision?.options.at(-1);
    if (decision === undefined || option === undefined) throw new Error("The template has decisions.");
    await ben.page.goto(`${project}/forecast`);
    await ben.page.getByRole("button", { name: "Fix today's plan…" }).click();
    await ben.page.getByLabel("Name of the baseline").fill("As agreed");
    await ben.page.getByRole("button", { name: "Fix the plan" }).click();
    await expect(ben.page.getByRole("row", { name: /^As agreed reference/ })).toBeVisible();
    const panel = ben.page.getByRole("group", { name: "What if" });
    await panel.getByLabel(decision.question).selectOption({ label: option.title });
    await panel.getByRole("button", { name: "Keep as scenario…" }).click();
    await panel.getByLabel("Name of the scenario").fill("Otherwise");
    await panel.getByRole("button", { name: "Keep", exact: true }).click();
    await expect(panel.getByRole("button", { name: "Keep as scenario…" })).toBeVisible();
    await ada.page.goto(`${project}/scenarios`);
    await ada.page.getByRole("button", { name: "Apply Otherwise…" }).click();
    const dialog = ada.page.getByRole("dialog");
    await dialog.getByLabel(/^Rationale of D-/).fill("As the comparison shows.");
    await dialog.getByRole("button", { name: "Apply to the plan" }).click();
    await expect(ada.page.getByRole("group", { name: "Applied" })).toContainText("Otherwise");
    await ben.page.getByRole("button", { name: "Compare As agreed with now" }).click();
    const moved = ben.page.getByRole("region", { name: "What moved the plan since the baseline" });
    await expect(moved.getByRole("row").filter({ hasText: option.title })).toContainText("Ada Byron");
  });

  await test.step("Ben books time, and the task that it is for has begun", async () => {
    const workedOn = new Date().toISOString().slice(0, 10);
    await ben.api.time.book.mutate({
      workspace,
      mutationId: crypto.randomUUID(),
      projectId,
      taskKey: task.key,
      memberId: null,
      workedOn,
      hours: 4,
      note: "",
    });
    await ben.page.goto(`${base}/time?week=${mondayOf(isoDate(workedOn))}`);
    await expect(ben.page.getByRole("row", { name: /^All tasks/ })).toContainText("4 h");
    await ada.page.goto(`${project}/plan`);
    await expect(ada.page.getByRole("row", { name: new RegExp(`^${task.name}`) })).toContainText("0.5 pd");
  });

  for (const phase of phaseIds) {
    await test.step(`${phaseNames[phase]}: Ben prepares the gate, Ada passes it and moves on`, async () => {
      if (phase === "model-alignment") await recordAPass(ben.page, project);
      await passGate(team, project, phase);
      await ada.page.goto(project);
      await ada.page.getByRole("button", { name: "Move on…" }).click();
      const moving = ada.page.getByRole("dialog", { name: "Move the project" });
      await moving.getByRole("button", { name: "Move", exact: true }).click();
      await expect(moving).toHaveCount(0);
    });
  }

  await test.step("the project is launched, through every gate, and both see it", async () => {
    await ben.page.goto(project);
    for (const { page } of [ada, ben]) {
      const gates = page.getByRole("group", { name: "Gates" });
      await expect(gates.getByText("passed", { exact: false }).first()).toBeVisible();
      await expect(gates).not.toContainText("left without it");
    }
    expect((await ben.api.projects.byKey.query(ofProject)).launchedAt).not.toBeNull();
    await expectAccessible(ben.page);
  });
  ada.expectQuiet();
  ben.expectQuiet();
});

/** Judged by Ben, who asks; passed by Ada. */
async function passGate(
  { ada, ben, slug: workspace }: Team,
  project: string,
  phase: (typeof phaseIds)[number],
) {
  const gate = await ben.api.gates.gate.query({ workspace, projectKey: "ALL", phase });
  for (const { key, version } of gate.criteria)
    await ben.api.gates.judge.mutate({
      ...{ workspace, mutationId: crypto.randomUUID(), projectId: gate.projectId },
      ...{ phase, key, version, status: "met", note: "Seen by both." },
    });
  await ben.page.goto(`${project}/phases/${phase}`);
  await ben.page.getByRole("button", { name: "Ask for approval…" }).click();
  await ben.page.getByRole("dialog").getByRole("button", { name: "Ask", exact: true }).click();
  const gateCard = ben.page.getByRole("group", { name: /^Gate: / });
  await expect(gateCard).toContainText("Ada Byron's approval is asked for");
  await ada.page.goto(`${project}/phases/${phase}`);
  await ada.page.getByRole("button", { name: "Pass or send back…" }).click();
  const dialog = ada.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Pass", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(gateCard).toContainText("Passed");
}

/** Ben records the first pass with a result for the brief's criterion. */
async function recordAPass(page: Page, project: string): Promise<void> {
  await page.goto(`${project}/phases/model-alignment`);
  const passes = page.getByRole("group", { name: "Passes of adapting and evaluating" });
  await passes.getByRole("button", { name: "Record pass 1" }).click();
  const recording = page.getByRole("dialog", { name: "Record pass 1" });
  await recording.getByLabel("What was tried").fill("A checklist in the prompt.");
  await recording.getByLabel("Person-days so far").fill("2");
  await recording.getByRole("button", { name: "Save" }).click();
  await expect(passes).toContainText("A checklist in the prompt.");
  await passes.getByRole("button", { name: "Add a result to pass 1" }).click();
  const result = page.getByRole("dialog", { name: "A result of pass 1" });
  // The brief's criterion is asked for, with its unit and its data.
  await expect(result.getByLabel("Criterion")).toHaveValue(/.+/);
  await expect(result.getByText("The brief asks: at least 95 %")).toBeVisible();
  await result.getByLabel("Value").fill("96.5");
  await result.getByRole("button", { name: "Add" }).click();
  await expect(passes.getByRole("list", { name: "Results of pass 1" })).toContainText("96.5");
}
