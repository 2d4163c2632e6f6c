import { expect } from "@playwright/test";
import { reach, skipToContent } from "./keys";
import { aPerson, test } from "./people";

// The main path by keyboard alone: nothing here clicks, and nothing but the page itself moves the focus.

test("from signing in to a decision and a task, without a mouse", async ({ browser }) => {
  test.setTimeout(120_000);
  const priya = await aPerson(browser);
  const { page } = priya;
  const keys = page.keyboard;
  await page.goto("/sign-in");

  await test.step("signs in as a sample person", async () => {
    await reach(page, page.getByRole("button", { name: /Priya Nair/ }));
    await keys.press("Enter");
    await expect(page.getByRole("heading", { name: "Home", level: 1 })).toBeVisible();
  });

  await test.step("switches menus by arrows, and Escape gives the focus back", async () => {
    const switcher = page.getByRole("button", { name: /Switch workspace/ });
    await reach(page, switcher);
    await keys.press("Enter");
    await expect(page.getByRole("menuitem", { name: /Northwind AI/ })).toBeFocused();
    await keys.press("ArrowDown");
    await expect(page.getByRole("menuitem", { name: "New workspace" })).toBeFocused();
    await keys.press("Escape");
    await expect(switcher).toBeFocused();
  });

  await test.step("goes to a project, past the navigation, and opens a decision", async () => {
    await reach(page, page.getByRole("navigation").getByRole("link", { name: "Edge translator" }));
    await keys.press("Enter");
    await expect(page.getByRole("heading", { name: "Edge translator", level: 1 })).toBeVisible();
    await skipToContent(page);
    await reach(page, page.getByRole("main").getByRole("link", { name: "Which size do we tune?" }).first());
    await keys.press("Enter");
    await expect(page.getByRole("heading", { name: "Which size do we tune?", level: 1 })).toBeVisible();
  });

  await test.step("takes a position, and is left where the form was opened", async () => {
    await skipToContent(page);
    await reach(page, page.getByRole("button", { name: "Take a position" }));
    await keys.press("Enter");
    await expect(page.getByRole("radio", { name: "Agree" })).toBeFocused();
    await keys.press("ArrowRight");
    await expect(page.getByRole("radio", { name: "Abstain" })).toBeChecked();
    await reach(page, page.getByRole("textbox", { name: "Why" }));
    await keys.type("The device decides.");
    await reach(page, page.getByRole("button", { name: "Save position" }));
    await keys.press("Enter");
    await expect(page.getByRole("button", { name: "Change my position" })).toBeFocused();
  });

  await test.step("comments, edits the comment from its menu, and thinks twice about deleting it", async () => {
    await reach(page, page.getByRole("textbox", { name: "Comment", exact: true }));
    await keys.type("Four bits, measured tomorrow");
    await keys.press("Control+Enter");
    const mine = page.getByRole("article").filter({ hasText: "measured tomorrow" });
    await expect(mine).toBeVisible();
    const more = mine.getByRole("button", { name: /^More about/ });
    await reach(page, more, "backwards");
    await keys.press("Enter");
    await expect(page.getByRole("menuitem", { name: "Edit" })).toBeFocused();
    await keys.press("Enter");
    const editor = page.getByRole("textbox", { name: "Edit comment" });
    await expect(editor).toBeFocused();
    await keys.press("End");
    await keys.type(", and on two devices");
    await reach(page, page.getByRole("button", { name: "Save", exact: true }));
    await keys.press("Enter");
    await expect(page.getByText("measured tomorrow, and on two devices")).toBeVisible();
    await expect(more).toBeFocused();

    await keys.press("Enter");
    await expect(page.getByRole("menuitem", { name: "Edit" })).toBeFocused();
    await keys.press("ArrowDown");
    await expect(page.getByRole("menuitem", { name: "Delete" })).toBeFocused();
    await keys.press("Enter");
    await expect(page.getByRole("alertdialog").getByRole("button", { name: "Cancel" })).toBeFocused();
    await keys.press("Enter");
    await expect(page.getByRole("alertdialog")).toHaveCount(0);
    await expect(more).toBeFocused();
  });

  await test.step("opens the dialog to decide, leaves it by Escape, and decides", async () => {
    await skipToContent(page);
    const opener = page.getByRole("button", { name: "Decide…" });
    await reach(page, opener);
    await keys.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Decide" });
    await expect(dialog).toBeVisible();
    await keys.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();

    await keys.press("Enter");
    await reach(page, dialog.getByRole("radio").first());
    await keys.press("Space");
    await expect(dialog.getByRole("radio").first()).toBeChecked();
    await reach(page, dialog.getByRole("textbox", { name: "Rationale" }));
    await keys.type("It fits the memory of the device.");
    const answer = dialog.getByRole("textbox", { name: "Answer to the objections" });
    if (await answer.isVisible()) {
      await reach(page, answer);
      await keys.type("Measured on both.");
    }
    await reach(page, dialog.getByRole("button", { name: "Decide and re-plan" }));
    await keys.press("Enter");
    await expect(page.getByRole("group", { name: /^Decided:/ })).toBeVisible();
    // What opened the dialog is gone: the focus stands at the content, not at the top of the page.
    await expect(page.getByRole("main")).toBeFocused();
  });

  await test.step("edits a task, and is left at the task", async () => {
    await reach(page, page.getByRole("main").getByRole("link", { name: "Edge translator" }));
    await keys.press("Enter");
    await expect(page.getByRole("heading", { name: "Edge translator", level: 1 })).toBeVisible();
    await skipToContent(page);
    await reach(page, page.getByRole("link", { name: "Plan", exact: true }));
    await keys.press("Enter");
    const opener = page.getByRole("button", { name: /^Edit .*(handheld|device|model|data)/i }).first();
    await expect(opener).toBeVisible();
    const name = (await opener.getAttribute("aria-label")) ?? "";
    // One stop for the grid: from there arrows lead to every task, and End to the last cell of its row.
    await reach(page, page.getByRole("gridcell").first());
    const cells = await page
      .getByRole("row")
      .filter({ has: page.getByRole("button", { name: /^Edit / }) })
      .count();
    const row = page.getByRole("row").filter({ has: page.getByRole("button", { name, exact: true }) });
    for (let stops = 0; stops < cells; stops++) {
      if (await row.evaluate((element) => element.contains(document.activeElement))) break;
      await keys.press("ArrowDown");
    }
    await keys.press("End");
    await expect(opener).toBeFocused();
    await keys.press("Enter");
    const sheet = page.getByRole("dialog", { name: name.replace("Edit ", "") });
    await reach(page, sheet.getByRole("group", { name: "Effort, person-days" }).getByLabel("At worst"));
    await keys.press("Control+A");
    await keys.type("77");
    await reach(page, sheet.getByRole("button", { name: "Save task" }));
    await keys.press("Enter");
    await expect(sheet).toHaveCount(0);
    await expect(page.getByRole("button", { name, exact: true })).toBeFocused();
    await expect(
      page.getByRole("row").filter({ has: page.getByRole("button", { name, exact: true }) }),
    ).toContainText("– 77");
  });
  priya.expectQuiet();
});
