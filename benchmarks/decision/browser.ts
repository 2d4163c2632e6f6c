import type { BrowserContext } from "@playwright/test";

/** How long after the navigation a page first showed something, and its largest part; milliseconds, for each opening. */
export async function openings(context: BrowserContext, address: string, count: number) {
  const opened: { firstPaint: number; largestPaint: number }[] = [];
  for (let opening = 0; opening < count; opening += 1) {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
    await page.goto(address, { waitUntil: "load" });
    await page.getByRole("heading", { level: 1 }).waitFor();
    opened.push(
      await page.evaluate(async () => {
        const entries = async (type: string) =>
          await new Promise<PerformanceEntry[]>((resolve) => {
            new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
          });
        const paints = await entries("paint");
        const largest = await entries("largest-contentful-paint");
        return {
          firstPaint: paints.find(({ name }) => name === "first-contentful-paint")?.startTime ?? Number.NaN,
          largestPaint: largest.at(-1)?.startTime ?? Number.NaN,
        };
      }),
    );
    await page.close();
  }
  return opened;
}

/** Scrolls a page from the top to its end, and tells how long each frame took. What is loaded on the way is scrolled through, too. */
export async function scrolling(context: BrowserContext, address: string) {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "load" });
  const scrolled = await page.evaluate(async () => {
    const frame = async () => await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const scroller = document.scrollingElement ?? document.documentElement;
    const frames: number[] = [];
    let last = await frame();
    while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1 && frames.length < 5_000) {
      scroller.scrollBy({ top: 120, behavior: "instant" });
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
    const elements = document.querySelectorAll("*").length;
    return { frames, elements, height: scroller.scrollHeight };
  });
  await page.close();
  return { ...scrolled, frames: scrolled.frames.sort((a, b) => a - b) };
}
