import { AxeBuilder } from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";

export const password = "correct horse battery";

/** Whoever took part in a test leaves with it: pages that stay open go on listening and drawing beside all later tests. */
export const test = base.extend<{ everybodyLeaves: undefined }>({
  everybodyLeaves: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});

/** Somebody with a browser of their own, whose console is listened to. */
export async function aPerson(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const noise: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") noise.push(message.text());
  });
  page.on("pageerror", (error) => noise.push(error.message));
  return {
    context,
    page,
    /** No error and no warning in the console, but those a test made on purpose. */
    expectQuiet: (allowed = /(?!)/) =>
      expect(
        noise.filter(
          (line) =>
            !/ERR_INTERNET_DISCONNECTED|400 \(Bad Request\)|409 \(Conflict\)/.test(line) &&
            !allowed.test(line),
        ),
      ).toEqual([]),
  };
}

/** From now on the browser is signed in as whoever got these cookies. */
export async function takeCookies(context: BrowserContext, cookie: string, url: string): Promise<void> {
  await context.addCookies(
    cookie.split("; ").map((pair) => {
      const split = pair.indexOf("=");
      return { name: pair.slice(0, split), value: pair.slice(split + 1), url };
    }),
  );
}

export async function registered(page: Page, person: { name: string; email: string }): Promise<void> {
  await page.goto("/register");
  await expectAccessible(page);
  await page.getByLabel("Name").fill(person.name);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Register" }).click();
  await page.waitForURL(/workspaces\/new|\/w\//);
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Signs in as one of the sample people offered on the sign-in page. */
export async function signInAsSample(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await page.waitForURL(/\/w\//);
}

/** The cookies of a sample person who signed in, made once by each process that runs tests. */
export async function sampleCookies(browser: Browser, name: string) {
  const known = cookiesOf.get(name);
  if (known) return known;
  const { context, page } = await aPerson(browser);
  await signInAsSample(page, name);
  const cookies = await context.storageState();
  await context.close();
  cookiesOf.set(name, cookies);
  return cookies;
}

const cookiesOf = new Map<string, Awaited<ReturnType<BrowserContext["storageState"]>>>();

/** The way to the inbox, with how much waits there. */
export function forYou(page: Page) {
  return page.getByRole("navigation", { name: "Workspace" }).getByRole("link", { name: /^For you/ });
}

/** Comes back as soon as `words` stand on the page. `expect` asks ever more seldom: whoever measures by it measures that. */
export async function standsOnPage(page: Page, words: string): Promise<void> {
  await page.waitForFunction((those) => document.body.textContent.includes(those), words);
}

/** Until React has made the element alive, keys are heard by nobody. */
export async function expectAlive(element: Locator): Promise<void> {
  await expect
    .poll(
      async () =>
        await element.evaluate((of) => Object.keys(of).some((key) => key.startsWith("__reactProps$"))),
    )
    .toBe(true);
}

/** Something that is given once, and that others wait for. */
export function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { give: () => give(), given };
}

/** What depends on the theme alone; the rest of the rules find the same in light and in dark. */
const colourRules = ["color-contrast", "link-in-text-block"];
const inFront = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
const standard = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * No violation that axe can find, once everything stands: what is still fading in has the contrast of neither state.
 * `rules` narrows it to the colours, for a page whose other rules were held to in another theme.
 */
export async function expectAccessible(page: Page, rules: "all" | "colours" = "all"): Promise<void> {
  await page.evaluate(async () => {
    const running = () =>
      document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    // What ends may let something else begin: until a frame comes in which nothing moves.
    for (let moving = running(); moving.length > 0; moving = running()) {
      for (const animation of moving) animation.finish();
      await new Promise(requestAnimationFrame);
    }
  });
  // A page that one was led to brings its title after its content.
  await expect(page, "the page has a title").toHaveTitle(/./);
  // What is closing leaves the page before what was behind it is back for everybody.
  await page.waitForFunction(
    (front) =>
      document.querySelector(`:is(${front})[data-state="closed"]`) === null &&
      (document.querySelector("[data-aria-hidden]") === null || document.querySelector(front) !== null),
    inFront,
    { timeout: 10_000 },
  );
  // In one go, since no page has frames: the other mode opens a page of its own beside each, and takes twice the time.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    // Behind an open dialog or menu there is nothing for anybody, and it was held to the rules before that was opened.
    .exclude("[data-aria-hidden]");
  const { violations } = await (rules === "all"
    ? axe.withTags(standard)
    : axe.withRules(colourRules)
  ).analyze();
  expect(
    violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.target.join(" ")) })),
  ).toEqual([]);
}
