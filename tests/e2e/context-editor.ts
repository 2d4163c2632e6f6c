import { expect, type Page } from "@playwright/test";

/** Where the context of a decision is written. */
export function editor(page: Page) {
  return page.getByRole("textbox", { name: "Context" });
}

export async function open(page: Page) {
  await page.getByRole("button", { name: /^(Edit|Write) the context$/ }).click();
  await expect(editor(page)).toBeFocused();
}

/** The words with whatever an editor draws between them: another's cursor has a name. */
export function spoken(words: string): RegExp {
  const between = "(?:\\u2060|Ada Byron|Ben Trovato|Cleo Patt)*";
  return new RegExp([...words].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(between));
}
