import { type Browser, type BrowserContextOptions, expect, type Page, test } from "@playwright/test";
import { aPerson, expectAccessible, sampleCookies } from "./people";
import { developmentRoutes, emptyScreens, pageRoutes, publicScreens, sampleScreens } from "./routes";
import { aTeam } from "./teams";

// Every screen on a phone and on a desk, light and dark: there, accessible, quiet in the console, no wider than the window.

test("every page has a row in the tables of screens", () => {
  const told = new Set([...publicScreens, ...sampleScreens].map((screen) => screen.route));
  expect([...told, ...developmentRoutes].sort()).toEqual(pageRoutes());
});

test("pages for who builds Phasewise are not served", async ({ request }) => {
  for (const route of developmentRoutes) expect((await request.get(`/${route}`)).status()).toBe(404);
});

for (const theme of ["light", "dark"] as const) {
  test(`what anybody sees, ${theme}`, async ({ browser }) => {
    const somebody = await aPersonWith(browser, theme);
    for (const screen of publicScreens) await expectSound(somebody.page, screen, theme);
    somebody.expectQuiet();
  });

  for (const screen of sampleScreens) {
    test(`the sample workspace at ${screen.path}, ${theme}`, async ({ browser }) => {
      const storageState = await sampleCookies(browser, "Mara Okafor");
      const mara = await aPersonWith(browser, theme, { storageState });
      await expectSound(mara.page, screen, theme);
      mara.expectQuiet();
      await mara.context.close();
    });
  }

  test(`the screens of an empty workspace, ${theme}`, async ({ browser }) => {
    const { ada, base } = await aTeam(browser);
    await ada.page.emulateMedia({ colorScheme: theme });
    for (const [path, heading] of emptyScreens) {
      await expectSound(ada.page, { path: `${base}${path}`, heading }, theme);
    }
    ada.expectQuiet();
  });
}

async function aPersonWith(browser: Browser, colorScheme: "light" | "dark", options?: BrowserContextOptions) {
  return await aPerson(browser, { ...options, colorScheme });
}

async function expectSound(
  page: Page,
  { path, heading }: { path: string; heading: string },
  theme: "light" | "dark",
) {
  await test.step(path, async () => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      // On a desk it is loaded; the phone is the same page, made narrow.
      if (width === 1440) expect((await page.goto(path))?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      await expectNothingCutOff(page, width);
      // Colours are the same at both widths.
      if (width === 1440 || theme === "light") await expectAccessible(page);
    }
  });
}

async function expectNothingCutOff(page: Page, width: number) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond, `too wide for ${width} px`).toBeLessThanOrEqual(0);
}
