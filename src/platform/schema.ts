import { z } from "zod";

// The building blocks of every feature's schema.ts: shared by form, procedure and test.

const controlCharacters = /\p{Cc}/u;
const controlCharactersButLines = /[^\P{Cc}\n\r\t]/u;
const bidirectionalOverrides = /[\u202a-\u202e\u2066-\u2069]/;

function readable(text: string, control: RegExp): boolean {
  return text.isWellFormed() && !control.test(text) && !bidirectionalOverrides.test(text);
}

/** One line of text, trimmed, from `min` to `max` characters. */
export function lineText(max: number, min = 1) {
  return z
    .string()
    .trim()
    .min(min, min === 1 ? "Please fill this in." : `Please write at least ${min} characters.`)
    .max(max, `Please keep this within ${max} characters.`)
    .refine(
      (text) => readable(text, controlCharacters),
      "Please remove line breaks and invisible control characters.",
    );
}

/** Text of several lines, trimmed, up to `max` characters; may be empty unless `min` says otherwise. */
export function longText(max: number, min = 0) {
  return z
    .string()
    .trim()
    .min(min, min <= 1 ? "Please fill this in." : `Please write at least ${min} characters.`)
    .max(max, `Please keep this within ${max} characters.`)
    .refine(
      (text) => readable(text, controlCharactersButLines),
      "Please remove invisible control characters.",
    );
}

export const id = z.uuid("This is not a valid identifier.");

/** Made by the client per action, so that a retried request is applied once. */
export const mutationId = z.uuid("This is not a valid request identifier.");

export const version = z.int().min(1).max(2_000_000_000);

/** A calendar day as YYYY-MM-DD, from 2000 to 2099. */
export const isoDate = z.iso
  .date("Please give a date.")
  .refine(
    (date) => date >= "2000-01-01" && date <= "2099-12-31",
    "Please give a date between 2000 and 2099.",
  );

/** By its name, as browsers tell it. */
export const timeZone = z.string().max(60).refine(isTimeZone, "This is not a time zone we know.");

export const workspaceSlug = z
  .string()
  .min(2, "Please use at least 2 characters.")
  .max(40, "Please keep this within 40 characters.")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Please use small letters, digits and single hyphens.");

export const projectKey = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,7}$/, "Please use 2 to 8 capital letters or digits, a letter first.");

/** Money in minor units of the organization's currency, at most ten thousand million in major units. */
export const moneyMinor = z
  .int("Please give a whole amount.")
  .min(0, "Please give an amount of 0 or more.")
  .max(1_000_000_000_000);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
