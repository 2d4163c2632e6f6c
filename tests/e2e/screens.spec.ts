import { expect, type Page } from "@playwright/test";
import { aPerson, expectAccessible, sampleCookies, test } from "./people";
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

test("what anybody sees", async ({ browser }) => {
  const somebody = await aPerson(browser);
  for (const screen of publicScreens) await expectSound(somebody.page, screen);
  somebody.expectQuiet();
});

for (const screen of sampleScreens) {
  test(`the sample workspace at ${screen.path}`, async ({ browser }) => {
    const storageState = await sampleCookies(browser, "Mara Okafor");
    const mara = await aPerson(browser, { storageState });
    await expectSound(mara.page, screen);
    mara.expectQuiet();
  });
}

test("the screens of an empty workspace", async ({ browser }) => {
  const { ada, base } = await aTeam(browser);
  for (const [path, heading] of emptyScreens)
    await expectSound(ada.page, { path: `${base}${path}`, heading });
  ada.expectQuiet();
});

/** Loaded once on a desk in the dark; light and the phone are the same page, changed as a person's system changes it. */
async function expectSound(page: Page, { path, heading }: { path: string; heading: string }) {
  await test.step(path, async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 1440, height: 900 });
    expect((await page.goto(path))?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    // In the dark only the colours differ, and they are the same at both widths.
    await expectAccessible(page, "colours");
    await page.emulateMedia({ colorScheme: "light" });
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      await expectNothingCutOff(page, width);
      await expectAccessible(page);
    }
  });
}

async function expectNothingCutOff(page: Page, width: number) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond, `too wide for ${width} px`).toBeLessThanOrEqual(0);
}
