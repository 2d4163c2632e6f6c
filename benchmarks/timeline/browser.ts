import type { BrowserContext, Page } from "@playwright/test";
import { type Scroll, scrollThrough } from "../support/browser";

/** Scrolls a timeline from one end to the other, so many pixels in each frame. */
export async function scrollTimeline(
  context: BrowserContext,
  address: string,
  by: { readonly top: number; readonly left: number },
): Promise<Scroll> {
  const page = await opened(context, address);
  const scrolled = await scrollThrough(page, by, '[role="treegrid"]');
  await page.close();
  return scrolled;
}

/**
 * From the key that is typed in a cell until the forecast below the tasks says what would be, from the first runs and from all of them;
 * from the key that ends the edit to the frame that shows it, and until the plan with the forecast that the server stored has arrived. In
 * milliseconds, the shortest first.
 */
export async function editTimes(context: BrowserContext, address: string, count: number) {
  const page = await opened(context, address);
  const all: { rough: number; refined: number; shown: number; stored: number }[] = [];
  await page.locator('[data-cell="0:3"]').focus();
  await page.waitForFunction(() =>
    performance
      .getEntriesByType("resource")
      .some(({ name, duration }) => name.includes("plans.taskPreviewInput") && duration > 0),
  );
  for (let place = 0; place < count; place += 1) {
    // A person takes a moment to get to the next cell; what was fetched anew after the edit before is prepared in it.
    await page.waitForTimeout(1_000);
    await page.locator(`[data-cell="${place}:3"]`).focus();
    await page.keyboard.press("Enter");
    const worst = page.getByRole("textbox", { name: /at worst$/ });
    const typed = await worst.evaluate(typedAndTold);
    const ended = await worst.evaluate(endedAndStored, place);
    all.push({ ...typed, ...ended });
  }
  await page.close();
  const sorted = (of: (times: (typeof all)[number]) => number) => all.map(of).sort((a, b) => a - b);
  return {
    rough: sorted(({ rough }) => rough),
    refined: sorted(({ refined }) => refined),
    shown: sorted(({ shown }) => shown),
    stored: sorted(({ stored }) => stored),
  };
}

async function typedAndTold(input: Element) {
  const line = document.querySelector("[data-runs]");
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  if (line === null || write === undefined) throw new Error("There is no forecast below the tasks.");
  const began = performance.now();
  return await new Promise<{ rough: number; refined: number }>((resolve, reject) => {
    const told: { time: number; runs: number }[] = [];
    const observer = new MutationObserver(() => {
      told.push({ time: performance.now() - began, runs: Number(line.getAttribute("data-runs")) });
      const [rough, refined] = told;
      if (rough === undefined || refined === undefined) return;
      observer.disconnect();
      if (rough.runs < refined.runs) resolve({ rough: rough.time, refined: refined.time });
      else reject(new Error(`The forecast was told from ${rough.runs}, then from ${refined.runs} runs.`));
    });
    observer.observe(line, { attributes: true, attributeFilter: ["data-runs"] });
    setTimeout(() => reject(new Error("The forecast from all runs was not told in 20 seconds.")), 20_000);
    write.call(input, "777");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

async function endedAndStored(input: Element, row: number) {
  performance.clearResourceTimings();
  const began = performance.now();
  /** When something is so, looked at frame by frame. */
  const when = async (isSo: () => boolean, what: string) =>
    await new Promise<number>((resolve, reject) => {
      const look = () => {
        const waited = performance.now() - began;
        if (isSo()) resolve(waited);
        else if (waited > 20_000) reject(new Error(`${what} was not seen in 20 seconds.`));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  const arrived = (procedure: string, after: number) =>
    performance
      .getEntriesByType("resource")
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .find(({ name, startTime, responseEnd }) => {
        return name.includes(procedure) && startTime >= after && responseEnd > 0;
      })?.responseEnd;
  const planArrived = () => {
    const saved = arrived("plans.editTask", began);
    return saved === undefined ? undefined : arrived("plans.plan", saved);
  };
  input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  const shown = await when(() => {
    return document.querySelector(`[data-cell="${row}:3"]`)?.textContent?.includes("– 777") === true;
  }, "The edit");
  await when(() => planArrived() !== undefined, "The plan after the edit");
  return { shown, stored: (planArrived() ?? began) - began };
}

async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "load" });
  await page.getByRole("region", { name: "Tasks", exact: true }).waitFor();
  return page;
}
