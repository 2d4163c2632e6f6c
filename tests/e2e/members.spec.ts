import { expect } from "@playwright/test";
import { aPerson, expectAccessible, test } from "./people";
import { aProject, aTeam } from "./teams";

// Who is in, what they may do, and which workspace they look at: changed by one, felt by the other at once.

test("a changed role changes what is offered, and a removed member is out, both at once", async ({
  browser,
}) => {
  const team = await aTeam(browser, "member");
  const { ada, ben, base } = team;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  await ada.page.goto(`${base}/settings/members`);
  await ben.page.goto(project);
  const role = ada.page.getByRole("combobox", { name: "Role of Ben Trovato" });

  await test.step("a member is offered what members may do", async () => {
    await expect(ben.page.getByRole("button", { name: "Edit", exact: true })).toBeVisible();
    await expect(ben.page.getByRole("link", { name: "New decision" })).toBeVisible();
    await expect(ben.page.getByRole("button", { name: "More" })).toHaveCount(0);
  });

  await test.step("a lead may delete the project, without a reload", async () => {
    await role.selectOption("lead");
    await expect(ben.page.getByRole("button", { name: "More" })).toBeVisible();
  });

  await test.step("a viewer is offered no change, without a reload, and refused one that was begun", async () => {
    await ben.page.getByRole("button", { name: "Move on…" }).click();
    await role.selectOption("viewer");
    await expect(ben.page.getByRole("button", { name: "Edit", exact: true })).toHaveCount(0);
    await expect(ben.page.getByRole("link", { name: "New decision" })).toHaveCount(0);
    await ben.page.goto(`${project}/brief`);
    await expect(ben.page.getByLabel("Objectives")).toBeDisabled();
    await expect(ben.page.getByRole("button", { name: "Save brief" })).toHaveCount(0);
    await expect(ben.page.getByRole("button", { name: "Write the use case" })).toHaveCount(0);
    await expectAccessible(ben.page);
  });

  await test.step("removed, he is out of the page he looks at and of every other", async () => {
    const row = ada.page.getByRole("row", { name: /Ben Trovato/ });
    await row.getByRole("button", { name: "Remove" }).click();
    await expectAccessible(ada.page);
    await ada.page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
    await expect(row).toHaveCount(0);
    await expect(ben.page.getByLabel("Objectives")).toHaveCount(0);
    await ben.page.goto(project);
    await expect(ben.page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
    await expectAccessible(ben.page);
  });

  await test.step("the activity tells it all", async () => {
    await ada.page.goto(`${base}/activity`);
    for (const told of [
      "created the project Letters",
      "joined as member",
      "made Ben Trovato lead",
      "made Ben Trovato viewer",
      "removed Ben Trovato",
    ]) {
      await expect(ada.page.getByText(told)).toBeVisible();
    }
    await ada.page.getByRole("link", { name: "created the project Letters" }).click();
    await expect(ada.page.getByRole("heading", { name: "Letters", level: 1 })).toBeVisible();
  });
  ada.expectQuiet();
});

test("an invitation can be withdrawn, and is told to whoever follows it", async ({ browser }) => {
  const { ada, base } = await aTeam(browser);
  await ada.page.goto(`${base}/settings/members`);
  await ada.page.getByLabel("For whom").fill("the auditor");
  await ada.page.getByRole("combobox", { name: "Role", exact: true }).selectOption("viewer");
  await ada.page.getByRole("button", { name: "Create link" }).click();
  const link = await ada.page.getByLabel("Invitation link").inputValue();
  const open = ada.page.getByRole("list", { name: "Open invitations" });
  await expect(open.getByRole("listitem")).toHaveText(/viewer · the auditor · by Ada Byron/);
  await open.getByRole("button", { name: "Withdraw" }).click();
  await expect(open).toHaveCount(0);
  const stranger = await aPerson(browser);
  await stranger.page.goto(link);
  await expect(stranger.page.getByText("can't be used")).toBeVisible();
});

test("a person belongs to several workspaces, and switches", async ({ browser }) => {
  const team = await aTeam(browser);
  const { ada, base, name } = team;
  await aProject(team, { key: "LET", name: "Letters" });
  await ada.page.goto(`${base}/portfolio`);
  await expect(
    ada.page
      .getByRole("rowheader")
      .or(ada.page.getByRole("link", { name: "Letters" }))
      .first(),
  ).toBeVisible();

  await ada.page.getByRole("button", { name: /Switch workspace/ }).click();
  await expect(ada.page.getByRole("menuitem", { name: "New workspace" })).toBeVisible();
  await expectAccessible(ada.page);
  await ada.page.getByRole("menuitem", { name: "New workspace" }).click();
  const second = `Second ${crypto.randomUUID().slice(0, 8)}`;
  await ada.page.getByLabel("Name").fill(second);
  await ada.page.getByRole("button", { name: "Create workspace" }).click();
  await expect(ada.page.getByText("No project yet")).toBeVisible();
  await expect(ada.page.getByRole("link", { name: "Letters" })).toHaveCount(0);

  await ada.page.getByRole("button", { name: /Switch workspace/ }).click();
  await expect(ada.page.getByRole("menuitem", { name: second })).toHaveAttribute("aria-current", "true");
  await ada.page.getByRole("menuitem", { name: `${name} owner` }).click();
  await expect(ada.page.getByRole("navigation").getByRole("link", { name: "Letters" })).toBeVisible();
  await expect(ada.page.getByRole("button", { name: new RegExp(name) })).toBeVisible();
  ada.expectQuiet();
});
