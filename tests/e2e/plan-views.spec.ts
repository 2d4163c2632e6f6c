import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible, expectAlive, test } from "./people";
import { aProject, aTeam } from "./teams";

// The tasks of a plan in their three views: edited in cells, moved on a board, looked at along time.

const view = (page: Page, name: "table" | "timeline" | "board") =>
  page.getByRole("navigation", { name: "View of the tasks" }).getByRole("link", { name });

test("cells are edited by keys, shown at once, and settled where two changed the same one", async ({
  browser,
}) => {
  const team = await aTeam(browser, "member");
  const { ada, ben } = team;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  await ada.page.goto(`${project}/plan`);
  await ben.page.goto(`${project}/plan`);
  const cell = (page: Page, row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`);
  const keys = ada.page.keyboard;
  const [needs, effort, state, who] = [1, 2, 6, 7];

  await test.step("arrows go from cell to cell, also into the next phase's table", async () => {
    await expectAlive(cell(ada.page, 0, 0));
    await cell(ada.page, 0, 0).focus();
    await keys.press("ArrowRight");
    await keys.press("ArrowRight");
    await expect(cell(ada.page, 0, effort)).toBeFocused();
    const first = await ada.page.getByRole("grid", { name: "Tasks of Scoping" }).getByRole("row").count();
    for (let down = 1; down < first; down += 1) await keys.press("ArrowDown");
    await expect(
      ada.page.getByRole("grid", { name: "Tasks of Model selection" }).locator(":focus"),
    ).toHaveCount(1);
    for (let up = 1; up < first; up += 1) await keys.press("ArrowUp");
    await expect(cell(ada.page, 0, effort)).toBeFocused();
  });

  await test.step("Enter edits, Escape leaves, what is out of order is said", async () => {
    const before = await cell(ada.page, 0, effort).textContent();
    await keys.press("Enter");
    const worst = ada.page.getByRole("textbox", { name: "Effort, person-days, at worst" });
    await expect(ada.page.getByRole("textbox", { name: "Effort, person-days, at best" })).toBeFocused();
    await worst.fill("0");
    await keys.press("Enter");
    await expect(ada.page.getByText("Order them")).toBeVisible();
    await expectAccessible(ada.page);
    await keys.press("Escape");
    await expect(cell(ada.page, 0, effort)).toBeFocused();
    await expect(cell(ada.page, 0, effort)).toHaveText(before ?? "");
  });

  await test.step("a state and a person are chosen where they stand, and the other sees it", async () => {
    await cell(ada.page, 0, state).focus();
    await keys.press("Enter");
    await ada.page.getByRole("combobox", { name: "State" }).selectOption("started");
    await expect(cell(ada.page, 0, state)).toBeFocused();
    await expect(cell(ben.page, 0, state)).toHaveText("started");
    await cell(ada.page, 0, needs).focus();
    await keys.press("Enter");
    await ada.page
      .getByRole("combobox", { name: "Needs" })
      .selectOption({ label: "Security and legal, High" });
    await expect(cell(ben.page, 0, needs)).toContainText("Security and legal");
    await expect(cell(ben.page, 0, needs)).toContainText("team's choice");
    await cell(ada.page, 0, who).dblclick();
    await ada.page.getByRole("combobox", { name: "Who" }).selectOption({ label: "Ben Trovato" });
    await expect(cell(ben.page, 0, who)).toHaveText("Ben Trovato");
  });

  await test.step("Ben types while Ada saves the same cell: both are shown, and he chooses", async () => {
    const fill = async (page: Page, worst: string) => {
      await page.getByRole("textbox", { name: "Effort, person-days, at worst" }).fill(worst);
    };
    await cell(ben.page, 0, effort).dblclick();
    await fill(ben.page, "91");
    await cell(ada.page, 0, effort).dblclick();
    await fill(ada.page, "92");
    await keys.press("Enter");
    await expect(cell(ada.page, 0, effort)).toContainText("– 92");
    await expect(ada.page.getByText("team's estimate")).toHaveCount(1);
    await expect(ben.page.getByText("team's estimate")).toHaveCount(1);
    await ben.page.keyboard.press("Enter");
    const note = cell(ben.page, 0, effort).getByRole("alert");
    await expect(note).toContainText(/Yours.*– 91.*Theirs.*– 92/s);
    await expectAccessible(ben.page);
    await note.getByRole("button", { name: "Keep mine" }).click();
    await expect(note).toHaveCount(0);
    await expect(cell(ada.page, 0, effort)).toContainText("– 91");
  });

  await test.step("a block from a spreadsheet is looked through, fills cells at once, and is undone as one", async () => {
    await ada.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const paste = async (block: string) => {
      await ada.page.evaluate(async (text) => await navigator.clipboard.writeText(text), block);
      await cell(ada.page, 1, effort).focus();
      await keys.press("Control+v");
    };
    const preview = ada.page.getByRole("dialog", { name: "Fill cells from the block" });
    const before = await cell(ben.page, 2, effort).textContent();
    await paste("11 – 12 – 13\t4\r\n21 – 22 – 23\tsoon\r\n");
    await expect(preview.getByText("1 cell needs attention")).toBeVisible();
    await expect(preview.getByRole("button", { name: "Fill" })).toBeDisabled();
    await expectAccessible(ada.page);
    await keys.press("Escape");
    await expect(preview).toHaveCount(0);
    await expect(cell(ada.page, 1, effort)).toBeFocused();
    await paste("11 – 12 – 13\t12\r\n21 – 22 – 23\t\r\n");
    await preview.getByRole("button", { name: "Fill 3 cells" }).click();
    await expect(cell(ben.page, 1, effort)).toContainText("11 – 12 – 13");
    await expect(cell(ben.page, 2, effort)).toContainText("21 – 22 – 23");
    await expect(preview).toHaveCount(0);
    await expect(cell(ada.page, 1, effort)).toBeFocused();
    await keys.press("Control+z");
    await expect(cell(ben.page, 2, effort)).toHaveText(before ?? "");
    await expect(cell(ben.page, 1, effort)).not.toContainText("11 – 12 – 13");
  });
  ada.expectQuiet();
  ben.expectQuiet();
});

test("the forecast below the tasks follows what is typed in a cell, and is what the server then stores", async ({
  browser,
}) => {
  const team = await aTeam(browser, "viewer");
  const { ada, ben } = team;
  const project = await aProject(team, { key: "LIN", name: "Line" });
  await ada.page.goto(`${project}/plan`);
  await ben.page.goto(`${project}/plan`);
  const line = ada.page.getByRole("region", { name: "Forecast of these tasks" });
  const [finish, effort] = [line.getByRole("definition").nth(0), line.getByRole("definition").nth(2)];
  const card = ada.page.getByRole("region", { name: "Forecast", exact: true });
  const duration = ada.page.locator('[data-cell="0:3"]');
  const worst = ada.page.getByRole("textbox", { name: "Duration, working days, at worst" });
  await expectAlive(duration);
  const before = (await finish.textContent()) ?? "";
  await expect(card.getByRole("row", { name: /^Finish/ })).toContainText(before);

  await test.step("typed, it says what would be; left by Escape, what is", async () => {
    await duration.focus();
    await ada.page.keyboard.press("Enter");
    await worst.fill("500");
    await expect(line).toContainText(/If saved: P50 \+\d+.working days, P80 \+\d+.working days/);
    await expect(finish).not.toHaveText(before);
    await expectAccessible(ada.page);
    await worst.fill("0");
    await expect(line).not.toContainText("If saved");
    await expect(finish).toHaveText(before);
    await worst.fill("400");
    await expect(line).toContainText("If saved");
    await ada.page.keyboard.press("Escape");
    await expect(line).not.toContainText("If saved");
    await expect(finish).toHaveText(before);
  });

  await test.step("kept, the figures stay and are those that the server stores", async () => {
    await ada.page.keyboard.press("Enter");
    await worst.fill("500");
    await expect(line).toContainText("If saved");
    const told = [await finish.textContent(), await effort.textContent()];
    await ada.page.keyboard.press("Enter");
    await expect(line).toContainText("Your last change: P50 +");
    await expect(card.getByRole("row", { name: /^Finish/ })).toContainText(told[0] ?? "");
    expect([await finish.textContent(), await effort.textContent()]).toEqual(told);
    await expect(line).toContainText("Your last change: P50 +");
  });

  await test.step("who may only read sees the same figures, without the change", async () => {
    const bens = ben.page.getByRole("region", { name: "Forecast of these tasks" });
    await expect(bens.getByRole("definition").first()).toHaveText((await finish.textContent()) ?? "");
    await expect(bens).not.toContainText("Your last change");
  });

  await test.step("undo pressed twice right after each other takes both edits back", async () => {
    const next = ada.page.locator('[data-cell="1:3"]');
    const stood = (await next.textContent()) ?? "";
    await next.dblclick();
    await worst.fill("444");
    await ada.page.keyboard.press("Enter");
    await expect(next).toContainText("– 444");
    await expect(ada.page.getByRole("button", { name: /^Undo: .+/ })).not.toHaveAccessibleName(
      /nothing of yours/,
    );
    await expect(ada.page.getByRole("status").filter({ hasText: "saving…" })).toHaveCount(0);
    await expect(card.getByRole("row", { name: /^Finish/ })).toContainText(
      (await finish.textContent()) ?? "",
    );
    await ada.page.keyboard.press("Control+z");
    await ada.page.keyboard.press("Control+z");
    await expect(next).toHaveText(stood);
    await expect(duration).not.toContainText("500");
    await expect(finish).toHaveText(before);
    await expect(line).not.toContainText("Your last change");
  });
});

test("the same tasks on a board and along time, narrowed alike, and kept as a picture", async ({
  browser,
}) => {
  const team = await aTeam(browser, "member");
  const { ada } = team;
  const { page } = ada;
  const project = await aProject(team, { key: "LET", name: "Letters" });
  await page.goto(`${project}/plan`);
  const column = (name: string) => page.getByRole("list", { name });

  await test.step("a filter narrows the table, and goes along to the board", async () => {
    await page.getByRole("combobox", { name: "Phase" }).selectOption({ label: "Scoping" });
    await expect(page.getByRole("grid")).toHaveCount(1);
    await view(page, "board").click();
    await expect(page).toHaveURL(/view=board&phase=scoping/);
    await expect(column("Planned")).toBeVisible();
    await expectAccessible(page);
  });

  const cards = column("Planned").getByRole("group");
  await test.step("a card is moved by keys, by its menu and by pointer", async () => {
    const total = await cards.count();
    const [first = "", second = "", third = ""] = await cards.evaluateAll((all) =>
      all.map((card) => card.getAttribute("aria-label")?.replace(", Planned", "") ?? ""),
    );
    const card = (name: string) => page.getByRole("group", { name: `${name},` });
    await card(first).focus();
    await page.keyboard.press("Shift+ArrowRight");
    await expect(column("Started").getByRole("group")).toHaveCount(1);
    await expect(card(first)).toBeFocused();
    await page.getByRole("button", { name: `Move or open ${second}` }).click();
    await page.getByRole("menuitemradio", { name: "Finished" }).click();
    await expect(column("Finished").getByRole("group", { name: `${second},` })).toBeVisible();
    await card(third).dragTo(column("Started"));
    await expect(column("Started").getByRole("group")).toHaveCount(2);
    await expect(cards).toHaveCount(total - 3);
    await expect(page.getByText("saving…")).toHaveCount(0);
    await page.reload();
    await expect(column("Started").getByRole("group")).toHaveCount(2);
  });

  const timeline = page.getByRole("treegrid", { name: "Tasks over time" });
  const rows = timeline.getByRole("row");
  await test.step("along time: phases over tasks, walked, folded and opened by keys", async () => {
    await page.getByRole("button", { name: "Show all" }).click();
    await view(page, "timeline").click();
    await expect(rows.filter({ hasText: "finished:" })).toHaveCount(1);
    await expectAccessible(page);
    const phase = timeline.getByRole("row", { name: /^Scoping/ });
    await phase.focus();
    // Only what is in sight is drawn: the grid says how many rows it has.
    const open = await timeline.getAttribute("aria-rowcount");
    await page.keyboard.press("ArrowLeft");
    await expect(phase).toHaveAttribute("aria-expanded", "false");
    await expect(timeline).not.toHaveAttribute("aria-rowcount", open ?? "");
    await page.keyboard.press("ArrowRight");
    await expect(timeline).toHaveAttribute("aria-rowcount", open ?? "");
    await page.keyboard.press("ArrowDown");
    const task = timeline.locator(":focus");
    await expect(task).toHaveAttribute("aria-level", "2");
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog");
    await expect(sheet.getByRole("button", { name: "Save task" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
    await expect(task).toHaveAttribute("aria-level", "2");
  });

  await test.step("a task is let wait for another by drawing from bar to bar, and by keys", async () => {
    const [first, second, third] = [1, 2, 3].map((place) =>
      timeline.getByRole("row").and(timeline.locator('[aria-level="2"]')).nth(place),
    );
    if (!first || !second || !third) throw new Error("A plan has several tasks.");
    const nameOf = async (row: Locator) => (await row.getByRole("rowheader").textContent()) ?? "";
    const [before, after, last] = [await nameOf(first), await nameOf(second), await nameOf(third)];
    await first.hover();
    const from = await first.locator("[data-link-from]").boundingBox();
    const to = await second.getByRole("rowheader").boundingBox();
    if (from === null || to === null) throw new Error("Both are in sight.");
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect(page.getByText(new RegExp(`“${after}” waits for “${before}”`))).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveCount(0);

    await second.focus();
    await page.keyboard.press("l");
    await expect(page.getByText(`Go to what is to wait for “${after}”`)).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByText(new RegExp(`“${last}” waits for “${after}”`))).toBeVisible();
    await expect(page.getByText("Go to what is to wait for")).toHaveCount(0);
  });

  await test.step("zoom by key and by wheel, and every dependency by a switch: all of it outlives a reload", async () => {
    await page.keyboard.press("+");
    await expect(page.getByRole("radio", { name: "week" })).toBeChecked();
    await timeline.hover();
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, 100);
    await page.mouse.wheel(0, 100);
    await page.keyboard.up("Control");
    await expect(page.getByRole("radio", { name: "quarter" })).toBeChecked();
    await page.getByRole("checkbox", { name: "All dependencies" }).check();
    await expect(timeline.locator("svg[data-links]")).toBeAttached();
    await page.reload();
    await expect(page.getByRole("radio", { name: "quarter" })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "All dependencies" })).toBeChecked();
  });

  await test.step("as SVG and as PNG", async () => {
    const picture = async (kind: string) => {
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name: "Picture" }).click();
      await page.getByRole("menuitem", { name: kind }).click();
      const download = await saved;
      return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
    };
    // The second picture is asked for while the menu of the first still fades out.
    await page.evaluate(() => {
      const slowly = new CSSStyleSheet();
      slowly.replaceSync('[role="menu"] { animation-duration: 3s !important }');
      document.adoptedStyleSheets.push(slowly);
    });
    const svg = await picture("SVG");
    expect(svg.name).toBe("LET-timeline.svg");
    expect(svg.content.toString("utf8")).toContain("Letters (LET): timeline");
    const png = await picture("PNG");
    expect(png.name).toBe("LET-timeline.png");
    expect(png.content.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(png.content.length).toBeGreaterThan(5_000);
  });
  ada.expectQuiet();
});
