import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FullConfig } from "@playwright/test";
import { z } from "zod";
import { catchMail } from "../support/mail-catcher";

const told = z.object({ mailPort: z.string(), mailFolder: z.string() });

/** One SMTP server for all tests, in the process that starts them; each letter is a file in the folder of whom it is for. */
export default async function setup(config: FullConfig): Promise<() => Promise<void>> {
  const { mailPort, mailFolder } = told.parse(config.metadata);
  const catcher = await catchMail(Number(mailPort), ({ to, raw }) => {
    for (const address of to) {
      const folder = join(mailFolder, address);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${crypto.randomUUID()}.eml`), raw);
    }
  });
  return catcher.close;
}
