import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "@playwright/test";
import { z } from "zod";

/** What the mail server caught for the address, each letter as it came. */
export function lettersTo(address: string): string[] {
  const { mailFolder } = z.object({ mailFolder: z.string() }).parse(test.info().config.metadata);
  const folder = join(mailFolder, address);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
}
