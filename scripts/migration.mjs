// `npm run migration -- add_labels`: writes the SQL that brings the database from the last migration to
// prisma/schema.prisma. Each migration's folder keeps the schema as it stood after it: that is what the next one starts
// from. Add by hand what Prisma cannot express (row-level security, checks, triggers) before it is committed.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { orExplain, PlainError } from "./announce.mjs";
import { install, oneAtATime, requireNode, root } from "./prepare.mjs";

const folder = join(root, "prisma/migrations");
const schemaFile = join(root, "prisma/schema.prisma");

await orExplain(async () => {
  requireNode();
  await oneAtATime(install);
  const name = process.argv[2] ?? "";
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new PlainError(
      "Name the migration in small letters, digits and underscores: npm run migration -- add_labels",
    );
  }
  const sql = await withDatabase(async (databaseUrl) => {
    const { sqlBetween } = await import("./schema-engine.mjs");
    return sqlBetween({ before: lastSchema(), after: readFileSync(schemaFile, "utf8"), databaseUrl });
  });
  if (sql === "") throw new PlainError("prisma/schema.prisma has not changed since the last migration.");

  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const target = join(folder, `${stamp}_${name}`);
  mkdirSync(target);
  writeFileSync(join(target, "migration.sql"), `${sql}\n`);
  copyFileSync(schemaFile, join(target, "schema.prisma"));
  console.log(
    `Wrote prisma/migrations/${stamp}_${name}/migration.sql; read it, complete it, and run npm test.`,
  );
});

function lastSchema() {
  const last = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort()
    .at(-1);
  return last && readFileSync(join(folder, last, "schema.prisma"), "utf8");
}

/**
 * @template Result
 * @param {(databaseUrl: string) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
async function withDatabase(work) {
  const { build, stop } = await import("esbuild");
  const { bundleOf } = await import("./server-bundle.mjs");
  const outfile = join(root, "dist/embedded.mjs");
  await build(bundleOf("src/platform/db/embedded.ts", outfile));
  await stop();
  const { startEmbeddedDatabase } = await import(pathToFileURL(outfile).href);
  const dataDir = mkdtempSync(join(tmpdir(), "phasewise-migration-"));
  // When root runs this the database runs as another user, who must be able to enter.
  chmodSync(dataDir, 0o755);
  const database = await startEmbeddedDatabase({ dataDir, log: () => {}, settings: { fsync: "off" } });
  try {
    return await work(database.ownerUrl);
  } finally {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
