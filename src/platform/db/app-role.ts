import { setTimeout as wait } from "node:timers/promises";
import type { Client, PoolConfig } from "pg";
import { DatabaseError } from "pg";
import { StartError } from "../start-error";
import { withOwnerConnection } from "./owner-connection";

/** The role every query of the app runs as. It owns nothing and bypasses nothing, so row-level security binds it. */
export const APP_ROLE = "phasewise_app";

/** Any number will do as long as nothing else in the database locks it. */
const GRANT_LOCK = 72707370;

/**
 * Makes the app's role where it is missing, grants it the data, and checks it is harmless. The record of migrations is none
 * of its business, and the log it may only append to.
 */
export async function ensureAppRole(ownerUrl: string): Promise<void> {
  await withOwnerConnection(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [GRANT_LOCK]);
    await whileRolesChange(() => createRole(client));
    await whileRolesChange(() => joinRole(client));
    await client.query(GRANTS);
    await requireHarmless(client);
  });
}

/**
 * The owner's address with the app's role taken on at connection time. `reset role` comes back to the app's role too,
 * because a start-up option is what a session resets to.
 */
export function appPoolConfig(ownerUrl: string): PoolConfig & { connectionString: string } {
  const url = new URL(ownerUrl);
  const given = url.searchParams.get("options");
  url.searchParams.delete("options");
  return {
    connectionString: url.toString(),
    options: [given, `-c role=${APP_ROLE}`].filter((option) => option !== null).join(" "),
    application_name: "phasewise",
  };
}

async function createRole(client: Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [APP_ROLE]);
  if (rowCount) return;
  await client.query(`create role ${APP_ROLE} nologin nosuperuser nobypassrls nocreatedb nocreaterole`);
}

async function joinRole(client: Client): Promise<void> {
  // Since PostgreSQL 16 a membership says separately whether the role may be taken on; 15 knows membership only.
  const { rows } = await client.query<{ may: boolean }>(
    `select pg_has_role(current_user, '${APP_ROLE}',
       case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as may`,
  );
  if (!rows[0]?.may) await client.query(`grant ${APP_ROLE} to current_user`);
}

/**
 * Roles belong to the whole server and advisory locks to one database: two databases' starts can meet here.
 * The loser sees the winner's role on its next try.
 */
async function whileRolesChange(change: () => Promise<void>): Promise<void> {
  const raced = new Set(["42710", "23505", "XX000"]);
  for (let attempt = 1; ; attempt++) {
    try {
      return await change();
    } catch (cause) {
      if (!(cause instanceof DatabaseError)) throw cause;
      if (cause.code === "42501") throw new StartError(NOT_ALLOWED, { cause });
      if (attempt === 10 || !raced.has(cause.code ?? "")) throw cause;
      await wait(attempt * 20);
    }
  }
}

const NOT_ALLOWED = `The database user may not create roles: let an administrator run once \
"create role ${APP_ROLE} nologin; grant ${APP_ROLE} to <the user of DATABASE_URL>;" and start again.`;

const GRANTS = `
  grant usage on schema public to ${APP_ROLE};
  grant select, insert, update, delete on all tables in schema public to ${APP_ROLE};
  grant usage, select on all sequences in schema public to ${APP_ROLE};
  alter default privileges in schema public grant select, insert, update, delete on tables to ${APP_ROLE};
  alter default privileges in schema public grant usage, select on sequences to ${APP_ROLE};
  revoke all on _prisma_migrations from ${APP_ROLE};
  revoke update, delete on event from ${APP_ROLE};
`;

async function requireHarmless(client: Client): Promise<void> {
  const { rows } = await client.query<{ fault: string }>(
    `with app as (select * from pg_roles where rolname = $1)
     select 'is a superuser' as fault from app where rolsuper
     union all select 'bypasses row-level security' from app where rolbypassrls
     union all select 'may create roles' from app where rolcreaterole
     union all select 'is a member of another role' from app join pg_auth_members on member = app.oid
     union all select 'owns objects' from app
       where exists (select from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = app.oid and deptype = 'o')`,
    [APP_ROLE],
  );
  if (rows.length === 0) return;
  const faults = rows.map((row) => row.fault).join(" and ");
  throw new StartError(
    `The database role ${APP_ROLE} ${faults}, so it would not be held back by row-level security; correct the role and start again.`,
  );
}
