import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bundle, run } from "../support/bundled-process";
import { emptyDatabase, query } from "../support/database";

let main: string;
let dataDir: string;

beforeAll(async () => {
  main = await bundle("src/main.ts", "main");
});

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "phasewise-start-"));
  await chmod(dataDir, 0o755);
});

afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** Starts the process with a fault in its surroundings; answers its one sentence. */
async function refusal(script: string, env: Record<string, string>): Promise<string> {
  const started = run(script, [], {
    NODE_ENV: "production",
    PHASEWISE_DATA_DIR: dataDir,
    DATABASE_URL: "",
    ...env,
  });
  const { code } = await started.ended();
  expect(code, started.output()).toBe(1);
  const lines = started.output().trim().split("\n");
  expect(started.output()).not.toMatch(/^\s+at /m);
  return lines.at(-1) ?? "";
}

describe("a start that cannot succeed ends with exit code 1 and one sentence", () => {
  test.each([
    ["PORT", "seventy", /^PORT should be a port number/],
    ["DATABASE_URL", "mysql://localhost/phasewise", /^DATABASE_URL should look like postgresql:/],
    ["AUTH_SECRET", "short", /^AUTH_SECRET should be at least 32/],
    ["SMTP_URL", "mail.example.org", /^SMTP_URL should look like smtp:/],
    ["SMTP_URL", "smtp://mail.example.org", /^MAIL_FROM should be set along with SMTP_URL/],
    ["MAIL_FROM", "nobody", /^MAIL_FROM should be a sender/],
    ["PHASEWISE_SAMPLE", "yes", /^PHASEWISE_SAMPLE should be auto, on or off/],
  ])("for a bad %s", async (name, value, sentence) => {
    expect(await refusal(main, { [name]: value })).toMatch(sentence);
  });

  test("for a database that cannot be reached", async () => {
    expect(await refusal(main, { DATABASE_URL: "postgresql://someone@127.0.0.1:1/phasewise" })).toMatch(
      /^The database phasewise at 127\.0\.0\.1:1 cannot be reached/,
    );
  });

  test("for a database that a newer version has used", async () => {
    const database = await emptyDatabase();
    await query(
      database.ownerUrl,
      `create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null,
         finished_at timestamptz, migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
         started_at timestamptz not null default now(), applied_steps_count integer not null default 0);
       insert into _prisma_migrations (id, checksum, finished_at, migration_name) values ('1', 'x', now(), '29990101000000_far');`,
    );
    expect(await refusal(main, { DATABASE_URL: database.ownerUrl })).toMatch(
      /newer Phasewise .*29990101000000_far/,
    );
    await database.drop();
  });

  test("for a broken data folder", async () => {
    await mkdir(join(dataDir, "postgres/cluster"), { recursive: true });
    await writeFile(join(dataDir, "postgres/cluster/notes.txt"), "mine");
    expect(await refusal(main, {})).toMatch(/holds files but no database/);
  });

  test("for a taken port, before anything is installed or built", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = String(address && typeof address === "object" ? address.port : 0);
    expect(await refusal("scripts/start.mjs", { PORT: port })).toMatch(
      `Port ${port} is taken by another program`,
    );
    await new Promise((resolve) => other.close(resolve));
  });
});
