import { expect, test } from "@playwright/test";
import { aPerson, expectAccessible, registered, signIn } from "./people";

// Points 2 to 10 of what a team does with Phasewise, as two people in two browsers.

test("two people plan a project together, from an empty workspace to a decided plan", async ({ browser }) => {
  test.setTimeout(240_000);
  const ada = await aPerson(browser);
  const ben = await aPerson(browser);
  const tag = Date.now().toString(36);

  await test.step("Ada registers and creates a workspace", async () => {
    await registered(ada.page, { name: "Ada Byron", email: `ada-${tag}@example.org` });
    await expect(ada.page.getByRole("heading", { name: "Create a workspace" })).toBeVisible();
    await expectAccessible(ada.page);
    await ada.page.getByLabel("Name").fill(`Analytical ${tag}`);
    await ada.page.getByRole("button", { name: "Create workspace" }).click();
    await expect(ada.page.getByText("Nothing to see yet")).toBeVisible();
    await expectAccessible(ada.page);
  });
  const base = `/w/analytical-${tag}`;

  await test.step("she invites Ben by a link, who registers and joins", async () => {
    await ada.page.goto(`${base}/settings/members`);
    await ada.page.getByRole("button", { name: "Create link" }).click();
    const link = await ada.page.getByLabel("Invitation link").inputValue();
    await expectAccessible(ada.page);
    await ben.page.goto(link);
    await expect(ben.page.getByText("Ada Byron invites you")).toBeVisible();
    await expectAccessible(ben.page);
    await ben.page.getByRole("link", { name: "Register and join" }).click();
    await fillRegistration(ben.page, { name: "Ben Trovato", email: `ben-${tag}@example.org` });
    await ben.page.getByRole("button", { name: "Join as Ben Trovato" }).click();
    await expect(ben.page.getByRole("heading", { name: "Portfolio" })).toBeVisible();
    // The link works once.
    await ada.page.goto(link);
    await expect(ada.page.getByText("can't be used")).toBeVisible();
  });

  await test.step("Ada creates a project from a template and sees its lifecycle map", async () => {
    await ada.page.goto(`${base}/projects/new`);
    await expectAccessible(ada.page);
    await ada.page.getByRole("radio", { name: /fine-tune/i }).check();
    await ada.page.getByLabel("Name").fill("Letters");
    await ada.page.getByRole("button", { name: "Create project" }).click();
    await expect(ada.page.getByRole("heading", { name: "Letters", level: 1 })).toBeVisible();
    await expect(
      ada.page.getByText("chance to finish").or(ada.page.getByText("What drives the spread")).first(),
    ).toBeVisible();
    await expectAccessible(ada.page);
  });
  const project = `${base}/projects/LET`;

  await test.step("the brief that one saves shows for the other, and two at once are merged", async () => {
    await ada.page.goto(`${project}/brief`);
    await ben.page.goto(`${project}/brief`);
    await expectAccessible(ada.page);
    await ada.page.getByLabel("Use case").fill("Drafts of letters for the clinic");
    await ada.page.getByLabel("Use case").press("Control+Enter");
    await expect(ada.page.getByText("Brief saved")).toBeVisible();
    await expect(ben.page.getByLabel("Use case")).toHaveValue("Drafts of letters for the clinic");

    await ben.page.getByLabel("Goals").fill("Ben's goals");
    await ada.page.getByLabel("Goals").fill("Ada's goals");
    await ada.page.getByLabel("Goals").press("Control+Enter");
    await expect(ben.page.getByText("Last saved by Ada Byron")).toBeVisible();
    await ben.page.getByLabel("Goals").press("Control+Enter");
    await expect(ben.page.getByText("Somebody saved this brief while you were writing")).toBeVisible();
    await expectAccessible(ben.page);
    await expect(ben.page.getByText("Ada's goals")).toBeVisible();
    await ben.page.getByRole("button", { name: "Use these" }).click();
    await ben.page.getByRole("button", { name: "Save brief" }).click();
    await expect(ada.page.getByLabel("Goals")).toHaveValue("Ben's goals");
  });

  await test.step("they see each other, comment and take positions on a decision, live", async () => {
    await ada.page.goto(`${project}/decisions/2`);
    await ben.page.goto(`${project}/decisions/2`);
    await expect(ada.page.getByRole("list", { name: /Also here: Ben Trovato/ }).first()).toBeVisible();
    await expectAccessible(ada.page);
    await ben.page
      .getByRole("textbox", { name: "Comment" })
      .fill("An open model **must** do, the data stays here.");
    await ben.page.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(ada.page.getByText("the data stays here")).toBeVisible({ timeout: 5_000 });
    await ada.page.getByRole("button", { name: "Answer" }).click();
    await ada.page.getByRole("textbox", { name: "Answer Ben Trovato" }).fill("Agreed.");
    await ada.page.getByRole("textbox", { name: "Answer Ben Trovato" }).press("Control+Enter");
    await expect(ben.page.getByText("Agreed.")).toBeVisible({ timeout: 5_000 });
    await ben.page.getByRole("button", { name: "Take a position" }).click();
    await ben.page.getByRole("radio", { name: "Object" }).check();
    await ben.page.getByRole("textbox", { name: "Why" }).fill("A hosted model would send data away.");
    await ben.page.getByRole("button", { name: "Save position" }).click();
    await expect(ada.page.getByText("A hosted model would send data away.")).toBeVisible({ timeout: 5_000 });
  });

  await test.step("what happens while the connection is lost is not missed", async () => {
    await ben.context.setOffline(true);
    await ada.page.getByRole("textbox", { name: "Comment" }).fill("Written while Ben was away.");
    await ada.page.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(ada.page.getByText("Written while Ben was away.")).toBeVisible();
    await ben.context.setOffline(false);
    await expect(ben.page.getByText("Written while Ben was away.")).toBeVisible({ timeout: 30_000 });
  });

  await test.step("deciding re-plans and shows before and after; reopening re-plans again", async () => {
    await ada.page.getByRole("button", { name: "Decide…" }).click();
    await ada.page.getByRole("radio", { name: /Existing open model/ }).check();
    await expect(ada.page.getByRole("region", { name: "Plan before and after" })).toBeVisible();
    await expectAccessible(ada.page);
    await ada.page.getByRole("button", { name: "Decide and re-plan" }).click();
    await expect(
      ada.page
        .getByText("Somebody objects. Please answer before deciding.")
        .or(ada.page.getByText("Please fill this in."))
        .first(),
    ).toBeVisible();
    await ada.page.getByLabel("Rationale").fill("The data stays on premises.");
    await ada.page.getByLabel("Answer to the objections").fill("The hosted option is not taken.");
    await ada.page.getByRole("button", { name: "Decide and re-plan" }).click();
    await expect(ben.page.getByText("Decided: Existing open model")).toBeVisible({ timeout: 5_000 });
    await expect(ada.page.getByText("What it did to the plan")).toBeVisible();
    await expectAccessible(ada.page);
    await ada.page.getByRole("button", { name: "Reopen…" }).click();
    await ada.page.getByLabel("Why").fill("A new model came out.");
    await ada.page.getByRole("button", { name: "Reopen and re-plan" }).click();
    await expect(ben.page.getByText("Was: Existing open model")).toBeVisible({ timeout: 5_000 });
    await expect(ben.page.getByText("A new model came out.")).toBeVisible();
  });

  await test.step("a task edited in the plan shows for the other", async () => {
    await ada.page.goto(`${project}/plan`);
    await ben.page.goto(`${project}/plan`);
    await expectAccessible(ada.page);
    const task = ada.page.getByRole("button", { name: /^Edit Frame/ });
    await task.focus();
    await ada.page.keyboard.press("Enter");
    await ada.page.getByLabel("State").selectOption("started");
    await ada.page.getByRole("button", { name: "Save task" }).click();
    await expect(ada.page.getByText("Please say when the task was started.")).toBeVisible();
    await ada.page.getByLabel("Started").fill("2026-11-02");
    await ada.page.getByRole("button", { name: "Save task" }).click();
    await expect(ben.page.getByRole("row", { name: /Frame/ }).getByText("started")).toBeVisible({
      timeout: 5_000,
    });
  });

  await test.step("a removed member loses access at once", async () => {
    await ada.page.goto(`${base}/settings/members`);
    await ada.page
      .getByRole("row", { name: /Ben Trovato/ })
      .getByRole("button", { name: "Remove" })
      .click();
    await ada.page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
    await expect(ada.page.getByRole("row", { name: /Ben Trovato/ })).toHaveCount(0);
    await ben.page.goto(`${project}/plan`);
    await expect(ben.page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  });

  ada.expectQuiet();
  ben.expectQuiet(/404/);
});

test("signing out everywhere ends the other browser's session at once", async ({ browser }) => {
  const here = await aPerson(browser);
  const there = await aPerson(browser);
  const email = `everywhere-${Date.now().toString(36)}@example.org`;
  await registered(here.page, { name: "Eve Rywhere", email });
  await signIn(there.page, email);
  await there.page.goto("/account");
  await expect(there.page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await here.page.goto("/account");
  await expectAccessible(here.page);
  await here.page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(here.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await there.page.reload();
  await expect(there.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

async function fillRegistration(
  page: import("@playwright/test").Page,
  person: { name: string; email: string },
) {
  await page.getByLabel("Name").fill(person.name);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Register" }).click();
}
