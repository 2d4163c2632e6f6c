import { expect, type Locator, type Page } from "@playwright/test";

// A page by keyboard alone: what is reached by Tab, in the order of the page.

/** Tab, or Shift and Tab, until the focus is there; whatever is passed on the way shows that it has the focus. */
export async function reach(page: Page, target: Locator, direction: "forwards" | "backwards" = "forwards") {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < 250; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(direction === "forwards" ? "Tab" : "Shift+Tab");
    expect(await unseenFocus(page), "has the focus without showing it").toBeNull();
  }
  throw new Error(`Tab never comes to ${target}`);
}

/** The skip link is the first stop of a page, shows itself, and leads past the navigation. */
export async function skipToContent(page: Page) {
  const link = page.getByRole("link", { name: "Skip to the content" });
  await reach(page, link, "backwards");
  await expect(link).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
}

/** What has the focus, if nothing about it or its label can be seen to say so. */
async function unseenFocus(page: Page): Promise<string | null> {
  return await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const outlined = (part: Element | null) => {
      if (part === null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(part);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
    };
    const box = element.getBoundingClientRect();
    const onPage = box.bottom > 0 && box.top < window.innerHeight && box.width > 0;
    return onPage && (outlined(element) || outlined(element.closest("label")))
      ? null
      : element.outerHTML.slice(0, 200);
  });
}
