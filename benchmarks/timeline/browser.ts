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
 * From the key that ends an edit in a cell to the frame that shows it, and until the plan with the server's new forecast has arrived; in
 * milliseconds, the shortest first.
 */
export async function editTimes(context: BrowserContext, address: string, count: number) {
  const page = await opened(context, address);
  const shown: number[] = [];
  const refined: number[] = [];
  for (let place = 0; place < count; place += 1) {
    const cell = page.locator(`[data-cell="${place}:3"]`);
    await cell.focus();
    await page.keyboard.press("Enter");
    const worst = page.getByRole("textbox", { name: /at worst$/ });
    await worst.fill("777");
    const times = await worst.evaluate(async (input, at) => {
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
        return document.querySelector(`[data-cell="${at}:3"]`)?.textContent?.includes("– 777") === true;
      }, "The edit");
      await when(() => planArrived() !== undefined, "The plan after the edit");
      return { shown, refined: (planArrived() ?? began) - began };
    }, place);
    shown.push(times.shown);
    refined.push(times.refined);
  }
  await page.close();
  return { shown: shown.sort((a, b) => a - b), refined: refined.sort((a, b) => a - b) };
}

async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "load" });
  await page.getByRole("region", { name: "Tasks", exact: true }).waitFor();
  return page;
}
