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
 * From the key that ends an edit in a cell to the frame that shows it, and until the plan with the server's new forecast is there; in
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
    // Saved, and the plan with its new forecast on its way.
    const settled = Promise.all(
      ["plans.editTask", "plans.plan"].map(async (procedure) => {
        const answer = await page.waitForResponse((one) => one.url().includes(procedure));
        await answer.finished();
      }),
    );
    const began = performance.now();
    shown.push(
      await worst.evaluate(async (input, at) => {
        const shown = () => document.querySelector(`[data-cell="${at}:3"]`)?.textContent?.includes("– 777");
        const began = performance.now();
        input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
        return await new Promise<number>((resolve) => {
          const look = () => (shown() ? resolve(performance.now() - began) : requestAnimationFrame(look));
          requestAnimationFrame(look);
        });
      }, place),
    );
    await settled;
    refined.push(performance.now() - began);
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
