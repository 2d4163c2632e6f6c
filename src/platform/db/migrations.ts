import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Client, DatabaseError } from "pg";
import { StartError } from "../start-error";
import { withOwnerConnection } from "./owner-connection";

/** The number Prisma locks, so that `prisma migrate` and a starting Phasewise wait for each other. */
const MIGRATION_LOCK = 72707369;
const OLDEST_SERVER_VERSION = 15;
const DISK_FULL = "53100";

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/**
 * Brings the database up to this version's migrations and answers the names of those that ran now.
 *
 * It writes the same rows, checksums and lock as `prisma migrate deploy`, whose engine is a download we cannot
 * count on where Phasewise starts; `prisma migrate status` reads the result as its own.
 */
export async function migrate(ownerUrl: string, options: { folder: string }): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(options.folder);
  return withOwnerConnection(ownerUrl, async (client) => {
    await requireServerVersion(client);
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query(CREATE_TABLE);
    const pending = pendingOf(migrations, await readApplied(client));
    for (const migration of pending) await apply(client, migration);

    const left = pendingOf(migrations, await readApplied(client));
    if (left.length > 0)
      throw new StartError(`The migration ${left[0]?.name} was not recorded in the database.`);
    return { applied: pending.map((migration) => migration.name) };
  });
}

/** Refuses a database that this version's start has not migrated, for whoever only looks. */
export async function requireMigrated(ownerUrl: string, options: { folder: string }): Promise<void> {
  const migrations = await readMigrations(options.folder);
  await withOwnerConnection(ownerUrl, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      "select to_regclass('_prisma_migrations') is not null as there",
    );
    const pending = rows[0]?.there ? pendingOf(migrations, await readApplied(client)) : migrations;
    if (pending.length === 0) return;
    throw new StartError(
      "The database does not have this version's tables yet; start this version of Phasewise over it once.",
    );
  });
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function requireServerVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: string; version: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as version",
  );
  if (Math.floor(Number(rows[0]?.number) / 10_000) >= OLDEST_SERVER_VERSION) return;
  throw new StartError(
    `The database server is PostgreSQL ${rows[0]?.version}; Phasewise needs version ${OLDEST_SERVER_VERSION} or newer.`,
  );
}

const CREATE_TABLE = `create table if not exists _prisma_migrations (
  id                  varchar(36) primary key not null,
  checksum            varchar(64) not null,
  finished_at         timestamptz,
  migration_name      varchar(255) not null,
  logs                text,
  rolled_back_at      timestamptz,
  started_at          timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

async function readApplied(client: Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
  );
  return rows;
}

/** The migrations still to run; refuses a database whose past is not a beginning of this version's. */
function pendingOf(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const migration = known.get(row.migration_name);
    if (!migration) {
      throw new StartError(
        `The database was used by a newer Phasewise (it has the migration ${row.migration_name}, unknown to this version); start that version or a newer one.`,
      );
    }
    if (!row.finished_at) {
      throw new StartError(
        `The migration ${row.migration_name} failed half-way earlier; restore the database from a backup, or finish it with "prisma migrate resolve".`,
      );
    }
    if (row.checksum !== migration.checksum) {
      throw new StartError(
        `The migration ${row.migration_name} was changed after this database had applied it; bring back its file as it was.`,
      );
    }
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter((migration) => !done.has(migration.name));
}

/** Rows change and the record is written in one transaction: a migration that fails leaves nothing behind. */
async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    if (cause instanceof DatabaseError && cause.code === DISK_FULL) {
      throw new StartError("The disk of the database is full; free some space and start again.", { cause });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(`The migration ${migration.name} failed and was undone: ${reason}`, { cause });
  }
}
