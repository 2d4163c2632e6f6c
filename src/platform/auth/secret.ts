import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config";

/** The key that login cookies are encrypted with: the configured one, or one made at the first start and kept in the data folder. */
export async function authSecret(config: Config): Promise<string> {
  if (config.authSecret !== null) return config.authSecret;
  const file = join(config.dataDir, "auth-secret");
  await mkdir(config.dataDir, { recursive: true });
  try {
    await writeFile(file, randomBytes(48).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (!exists) throw error;
  }
  return (await readFile(file, "utf8")).trim();
}
