import { expect } from "@playwright/test";
import { aPerson, expectAccessible, registered, signIn, test } from "./people";

// Points 2 to 10 of what a team does with Phasewise, as two people in two browsers.

test("two people plan a project together, from an empty workspace to a merged brief", async ({ browser }) => {
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
    await expect(ada.page.getByText("No project yet")).toBeVisible();
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
    await expect(ben.page.getByRole("heading", { name: "Home", exact: true })).toBeVisible();
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
    await ada.page.getByLabel("Tasks", { exact: true }).fill("Drafting letters for the clinic");
    await ada.page.getByLabel("Tasks", { exact: true }).press("Control+Enter");
    await expect(ada.page.getByText("Brief saved")).toBeVisible();
    await expect(ben.page.getByLabel("Tasks", { exact: true })).toHaveValue(
      "Drafting letters for the clinic",
    );

    await ben.page.getByLabel("Objectives", { exact: true }).fill("Ben's objective");
    await ada.page.getByLabel("Objectives", { exact: true }).fill("Ada's objective");
    await ada.page.getByLabel("Objectives", { exact: true }).press("Control+Enter");
    // It is on the log: an answer may begin before the save has ended.
    await expect(
      ada.page.getByRole("button", { name: "Undo: your change of Objectives", exact: true }),
    ).toBeVisible();
    await ben.page.getByLabel("Objectives", { exact: true }).press("Control+Enter");
    await expect(ben.page.getByText("Somebody saved this brief while you were writing")).toBeVisible();
    await expectAccessible(ben.page);
    await expect(ben.page.getByText("Ada's objective")).toBeVisible();
    await ben.page.getByRole("button", { name: "Use these" }).click();
    await ben.page.getByRole("button", { name: "Save brief" }).click();
    await expect(ada.page.getByLabel("Objectives", { exact: true })).toHaveValue("Ben's objective");
  });
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
