import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../../scripts/test/browser.mjs";
import { percentile } from "./page-requests";

/** Whoever a cookie says, in a browser of their own: 1440 × 900, without a graphics processor. */
export type SignedIn = (url: string, cookie: string) => Promise<BrowserContext>;

/** Runs `work` beside a headless Chromium, which ends with it. */
export async function withBrowser(work: (signedIn: SignedIn) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  try {
    await work(async (url, cookie) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      await context.addCookies(
        cookie.split("; ").map((pair) => {
          const at = pair.indexOf("=");
          return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
        }),
      );
      return context;
    });
  } finally {
    await browser.close();
  }
}

export type Scroll = {
  /** How long each frame took, in milliseconds, the shortest first. */
  readonly frames: readonly number[];
  /** In what was scrolled, at the end. */
  readonly elements: number;
};

/** Scrolls from one end to the other, so many pixels in each frame: what the selector finds, or the window. */
export async function scrollThrough(
  page: Page,
  by: { readonly top: number; readonly left: number },
  selector: string | null = null,
): Promise<Scroll> {
  const scrolled = await page.evaluate(
    async ({ step, of }) => {
      const frame = async () => await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const scroller = of === null ? document.scrollingElement : document.querySelector(of);
      if (scroller === null) throw new Error(`There is no ${of}.`);
      const frames: number[] = [];
      // What opening left to do is done.
      for (let waited = 0; waited < 30; waited += 1) await frame();
      let last = await frame();
      for (;;) {
        const { scrollTop, scrollLeft } = scroller;
        scroller.scrollBy({ ...step, behavior: "instant" });
        const now = await frame();
        if (scroller.scrollTop === scrollTop && scroller.scrollLeft === scrollLeft) break;
        frames.push(now - last);
        last = now;
      }
      return { frames, elements: scroller.querySelectorAll("*").length };
    },
    { step: by, of: selector },
  );
  return { ...scrolled, frames: scrolled.frames.sort((a, b) => a - b) };
}

/** "| name | frames | elements | p50 | p99 | longest | late |": a frame that is on time takes 16.7 ms. */
export function scrollRow(name: string, { frames, elements }: Scroll): string {
  const late = frames.filter((frame) => frame > 17.5).length;
  const times = [0.5, 0.99, 1].map((share) => `${percentile(frames, share).toFixed(1)} ms`);
  return `| ${[name, frames.length, elements, ...times, late].join(" | ")} |`;
}
