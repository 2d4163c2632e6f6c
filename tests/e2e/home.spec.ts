import { expect } from "@playwright/test";
import { expectAccessible, expectAlive, test } from "./people";
import { another, aProject, aTeam } from "./teams";

// Where a person begins: what is next for a member, a lead and a viewer.

test("home shows a member, a lead and a viewer what is next for them", async ({ browser }) => {
  const team = await aTeam(browser);
  const { ada, ben, base, slug: workspace } = team;
  const lea = await another(browser, team, "Lea Lead", "lead");
  const vera = await another(browser, team, "Vera Viewer", "viewer");

  await test.step("before there is a project it says how to begin", async () => {
    await ada.page.goto(base);
    await expect(ada.page.getByRole("link", { name: "Make the first project" })).toBeVisible();
    await expect(ada.page.getByRole("list", { name: "The workspace needs" })).toContainText(
      "Set your standards",
    );
    await ben.page.goto(base);
    await expect(ben.page.getByText("Leads, admins and owners make projects.")).toBeVisible();
    await expect(ben.page.getByText("No task is assigned to you.")).toBeVisible();
  });

  await aProject(team, { key: "LET", name: "Letters of the ward" });
  const { projectId, tasks } = await ada.api.plans.plan.query({ workspace, projectKey: "LET" });
  const [task] = tasks;
  if (task === undefined) throw new Error("A plan has tasks.");
  const me = await ben.api.workspaces.frame.query({ workspace });
  await ada.api.plans.editTask.mutate({
    mutationId: crypto.randomUUID(),
    workspace,
    projectId,
    taskKey: task.key,
    version: 0,
    effortPersonDays: null,
    durationWorkingDays: null,
    status: "planned",
    startedOn: null,
    finishedOn: null,
    actualEffortPersonDays: null,
    assigneeId: me.membershipId,
  });

  await test.step("the member sees the task at once, and starts and stops the timer on it", async () => {
    const { page } = ben;
    const mine = page.getByRole("list", { name: "Your tasks this week" });
    await expect(mine.getByRole("link", { name: task.name })).toBeVisible();
    await expect(page.getByRole("list", { name: "Your projects" })).toContainText("Letters of the ward");
    await expectAccessible(page);
    await expectAlive(mine.getByRole("button", { name: `Start timer on ${task.name}` }));
    await mine.getByRole("button", { name: `Start timer on ${task.name}` }).click();
    await expect(page.getByRole("region", { name: "Timer" })).toContainText(task.name);
    await mine.getByRole("button", { name: `Stop timer on ${task.name}` }).click();
    await expect(page.getByRole("region", { name: "Timer" })).toHaveCount(0);
    await expect(page.getByRole("list", { name: "Decide next" })).toHaveCount(0);
  });

  await test.step("the lead sees what to decide and which expertise is short, and goes on to their first view", async () => {
    const { page } = lea;
    const view = await lea.api.views.make.mutate({
      mutationId: crypto.randomUUID(),
      workspace,
      name: "By effort",
      query: "sort=effort",
      scope: "personal",
    });
    await lea.api.views.setDefault.mutate({ mutationId: crypto.randomUUID(), workspace, viewId: view.id });
    await page.goto(base);
    await expect(page.getByRole("group", { name: "Decide next" }).getByRole("listitem")).not.toHaveCount(0);
    await expect(page.getByRole("list", { name: "Expertise that is short" })).toContainText("short");
    await expect(page.getByText("No project misses its target")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Portfolio: By effort" }).click();
    await expect(page.getByRole("link", { name: "By effort", exact: true })).toHaveAttribute(
      "aria-current",
      "page",
    );
    await page.getByRole("navigation", { name: "Workspace" }).getByRole("link", { name: "Home" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Home");
  });

  await test.step("the viewer sees what changed, and nothing to work on", async () => {
    const { page } = vera;
    await page.goto(base);
    await expect(page.getByRole("list", { name: "Changed lately" })).toContainText("Letters of the ward");
    await expect(page.getByText("Nothing is decided yet.")).toBeVisible();
    await expect(page.getByText("Your tasks this week")).toHaveCount(0);
    await expectAccessible(page);
  });
  for (const person of [ada, ben, lea, vera]) person.expectQuiet();
});
