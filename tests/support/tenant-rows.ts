import { Client, DatabaseError } from "pg";

/** What may be forgotten, can be computed again, or is no part of the record yet. */
const unrecorded = [
  "presence",
  "mutation",
  "project_forecast",
  "project_demand",
  "text_document",
  "text_change",
  "text_cursor",
  "score_draft",
  "share_use",
];

/** Before and since PostgreSQL 18. */
const stillReferenced = ["23503", "23001"];

const accountTables = ["account", "credential", "login_session"];

export type Fingerprint = { readonly seq: number; readonly hash: string };

/**
 * All rows of a database as they stand when it is made: they can be put back, and compared. Works as the owner of the
 * database, whom forced row-level security binds like everybody: each organization's rows in the scope of that organization.
 */
export class TenantRows {
  readonly #client: Client;
  readonly #organizationIds: readonly string[];
  /** Parents before children. */
  readonly #tables: readonly string[];
  #timesPutBack = 0;

  private constructor(client: Client, organizationIds: readonly string[], tables: readonly string[]) {
    this.#client = client;
    this.#organizationIds = organizationIds;
    this.#tables = tables;
  }

  /** Connects, and keeps a copy of every row of the given organizations and of all accounts. */
  static async keep(ownerUrl: string, organizationIds: readonly string[]): Promise<TenantRows> {
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    const rows = new TenantRows(client, organizationIds, await parentsFirst(client));
    await client.query(
      `CREATE SCHEMA kept; ${rows.#tables.map((table) => `CREATE TABLE kept."${table}" (LIKE "${table}")`).join(";")}`,
    );
    await rows.#copy("public", "kept");
    return rows;
  }

  /** Makes everything as it was when it was kept. */
  async putBack(): Promise<void> {
    this.#timesPutBack += 1;
    // To delete few rows takes a fifth of the time of emptying the tables, but leaves the old ones lying about.
    if (this.#timesPutBack % 100 === 0 || !(await this.#deleteAll()))
      await this.#client.query(`TRUNCATE ${this.#tables.map((table) => `"${table}"`).join(", ")}`);
    await this.#copy("kept", "public");
  }

  /** Whether all could be deleted: the rows of an organization that was founded meanwhile are out of reach, and hold its members'. */
  async #deleteAll(): Promise<boolean> {
    const emptied = (tables: readonly string[]) =>
      tables
        .toReversed()
        .map((table) => `DELETE FROM "${table}"`)
        .join(";");
    for (const id of this.#organizationIds) {
      await this.#enter(id);
      await this.#client.query(emptied(this.#tables.filter((table) => !accountTables.includes(table))));
    }
    try {
      await this.#client.query(emptied(this.#tables.filter((table) => accountTables.includes(table))));
      return true;
    } catch (error) {
      if (error instanceof DatabaseError && stillReferenced.includes(error.code ?? "")) return false;
      throw error;
    }
  }

  /** What the record of an organization amounts to. */
  async fingerprint(organizationId: string): Promise<Fingerprint> {
    await this.#enter(organizationId);
    const counted = this.#tables.filter((table) => ![...accountTables, ...unrecorded].includes(table));
    const perTable = counted.map(
      (table) => `(SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM "${table}" t
        WHERE ${ofOrganization(table)} = '${organizationId}')`,
    );
    const { rows } = await this.#client.query<Fingerprint>(
      `SELECT md5(concat_ws('|', ${perTable.join(", ")})) AS hash,
         (SELECT event_seq FROM organization_counter WHERE organization_id = '${organizationId}') AS seq`,
    );
    const [fingerprint] = rows;
    if (fingerprint === undefined) throw new Error("A query without a table answers one row.");
    return fingerprint;
  }

  async end(): Promise<void> {
    await this.#client.end();
  }

  async #copy(from: string, to: string): Promise<void> {
    const insert = (table: string, where = "") =>
      `INSERT INTO ${to}."${table}" SELECT * FROM ${from}."${table}" ${where}`;
    await this.#client.query(accountTables.map((table) => insert(table)).join(";"));
    const tenantTables = this.#tables.filter((table) => !accountTables.includes(table));
    for (const id of this.#organizationIds) {
      await this.#enter(id);
      await this.#client.query(
        tenantTables.map((table) => insert(table, `WHERE ${ofOrganization(table)} = '${id}'`)).join(";"),
      );
    }
  }

  async #enter(organizationId: string): Promise<void> {
    await this.#client.query("SELECT set_config('phasewise.organization_id', $1, false)", [organizationId]);
  }
}

function ofOrganization(table: string): string {
  return table === "organization" ? "id" : "organization_id";
}

/** The tables of the app in an order in which rows can be inserted. */
export async function parentsFirst(client: Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND relname NOT LIKE '\\_%' ORDER BY 1`,
  );
  const { rows: keys } = await client.query<{ child: string; parent: string }>(
    `SELECT c.relname AS child, p.relname AS parent FROM pg_constraint k
       JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
       WHERE k.contype = 'f' AND c.oid <> p.oid`,
  );
  const waiting = new Set(tables.map((table) => table.name));
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(
      (name) => !keys.some((key) => key.child === name && waiting.has(key.parent)),
    );
    if (ready.length === 0) throw new Error(`These tables point at each other: ${[...waiting].join(", ")}`);
    for (const name of ready) waiting.delete(name);
    ordered.push(...ready);
  }
  return ordered;
}
