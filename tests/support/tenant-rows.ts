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

/** The class of PostgreSQL's errors about rows that would break a rule of their table. */
const brokenRule = "23";

const accountTables = ["account", "credential", "login_session"];

type Table = { readonly name: string; readonly columns: readonly string[]; readonly key: readonly string[] };

export type Fingerprint = { readonly seq: number; readonly hash: string };

/**
 * All rows of a database as they stand when it is made: they can be put back, and compared. Works as the owner of the
 * database, whom forced row-level security binds like everybody: each organization's rows in the scope of that organization.
 *
 * Triggers note which tables are written to, so that only those are read and put back again.
 */
export class TenantRows {
  readonly #client: Client;
  readonly #organizationIds: readonly string[];
  /** Parents before children. */
  readonly #tables: readonly Table[];
  /** What was written to since everything was last as it was kept. */
  readonly #written = new Map<string, Set<string>>();
  /** By organization and table, as long as nothing is written to it. */
  readonly #hashes = new Map<string, Map<string, string>>();

  private constructor(client: Client, organizationIds: readonly string[], tables: readonly Table[]) {
    this.#client = client;
    this.#organizationIds = organizationIds;
    this.#tables = tables;
  }

  /** Connects, and keeps a copy of every row of the given organizations and of all accounts. */
  static async keep(ownerUrl: string, organizationIds: readonly string[]): Promise<TenantRows> {
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    const rows = new TenantRows(client, organizationIds, await tablesOf(client));
    const perTable = rows.#tables.map(
      ({ name }) => `CREATE TABLE kept."${name}" (LIKE "${name}" INCLUDING INDEXES);
        CREATE TRIGGER noted AFTER INSERT OR UPDATE OR DELETE ON "${name}" EXECUTE FUNCTION kept.note()`,
    );
    await client.query(
      `CREATE SCHEMA kept;
       CREATE TABLE kept.written (name text, deed text);
       CREATE FUNCTION kept.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
         'BEGIN INSERT INTO kept.written VALUES (TG_TABLE_NAME, TG_OP); RETURN NULL; END';
       ${perTable.join(";")}`,
    );
    await rows.#copy("public", "kept");
    return rows;
  }

  /** Makes everything as it was when it was kept. */
  async putBack(): Promise<void> {
    await this.#look();
    // The rows of an organization that was founded meanwhile are out of reach one by one.
    const founded = this.#written.get("organization")?.has("INSERT") === true;
    if (founded || !(await this.#mend())) {
      await this.#client.query(`TRUNCATE ${this.#tables.map(({ name }) => `"${name}"`).join(", ")}`);
      await this.#copy("kept", "public");
      this.#hashes.clear();
    }
    await this.#look();
    this.#written.clear();
  }

  /** Gives back the rows that are gone or differ and takes away the new ones; whether the rules of the tables allowed it one by one. */
  async #mend(): Promise<boolean> {
    const written = this.#tables.filter(({ name }) => this.#written.has(name));
    const mend = (id: string) => [
      ...written.flatMap((table) => [missing(table, id), differing(table, id)]),
      ...written.toReversed().map((table) => added(table, id)),
    ];
    try {
      for (const id of this.#organizationIds) {
        await this.#enter(id);
        await this.#client.query(mend(id).join(";"));
      }
      return true;
    } catch (error) {
      if (error instanceof DatabaseError && error.code?.startsWith(brokenRule)) return false;
      throw error;
    }
  }

  /** What the record of an organization amounts to. */
  async fingerprint(organizationId: string): Promise<Fingerprint> {
    await this.#look();
    await this.#enter(organizationId);
    const hashes = this.#hashes.get(organizationId) ?? new Map<string, string>();
    this.#hashes.set(organizationId, hashes);
    const perTable = this.#tables
      .filter(({ name }) => ![...accountTables, ...unrecorded, ...hashes.keys()].includes(name))
      .map(
        ({
          name,
        }) => `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS hash
          FROM "${name}" t WHERE ${ofOrganization(name)} = '${organizationId}'`,
      );
    if (perTable.length > 0) {
      const { rows } = await this.#client.query<{ name: string; hash: string }>(perTable.join(" UNION ALL "));
      for (const { name, hash } of rows) hashes.set(name, hash);
    }
    const { rows } = await this.#client.query<{ seq: number }>(
      `SELECT event_seq AS seq FROM organization_counter WHERE organization_id = '${organizationId}'`,
    );
    const [counter] = rows;
    if (counter === undefined) throw new Error("Every organization counts its events.");
    return { seq: counter.seq, hash: JSON.stringify([...hashes].sort()) };
  }

  async end(): Promise<void> {
    await this.#client.end();
  }

  /** Reads the notes of the triggers. */
  async #look(): Promise<void> {
    const { rows } = await this.#client.query<{ name: string; deed: string }>(
      "DELETE FROM kept.written RETURNING name, deed",
    );
    for (const { name, deed } of rows) {
      this.#written.set(name, (this.#written.get(name) ?? new Set()).add(deed));
      for (const hashes of this.#hashes.values()) hashes.delete(name);
    }
  }

  async #copy(from: string, to: string): Promise<void> {
    const insert = (table: string, where = "") =>
      `INSERT INTO ${to}."${table}" SELECT * FROM ${from}."${table}" ${where}`;
    await this.#client.query(accountTables.map((table) => insert(table)).join(";"));
    const tenantTables = this.#tables.filter(({ name }) => !accountTables.includes(name));
    for (const id of this.#organizationIds) {
      await this.#enter(id);
      await this.#client.query(
        tenantTables.map(({ name }) => insert(name, `WHERE ${ofOrganization(name)} = '${id}'`)).join(";"),
      );
    }
  }

  async #enter(organizationId: string): Promise<void> {
    await this.#client.query("SELECT set_config('phasewise.organization_id', $1, false)", [organizationId]);
  }
}

function missing(table: Table, organizationId: string): string {
  return `INSERT INTO "${table.name}" SELECT k.* FROM kept."${table.name}" k WHERE ${inScope("k", table, organizationId)}
    AND NOT EXISTS (SELECT FROM "${table.name}" t WHERE ${sameRow(table)})`;
}

function differing(table: Table, organizationId: string): string {
  const columns = table.columns.map((column) => `"${column}"`);
  return `UPDATE "${table.name}" t SET (${columns.join(", ")}) = ROW(${columns.map((column) => `k.${column}`).join(", ")})
    FROM kept."${table.name}" k
    WHERE ${inScope("t", table, organizationId)} AND ${sameRow(table)} AND t::text <> k::text`;
}

function added(table: Table, organizationId: string): string {
  return `DELETE FROM "${table.name}" t WHERE ${inScope("t", table, organizationId)}
    AND NOT EXISTS (SELECT FROM kept."${table.name}" k WHERE ${sameRow(table)})`;
}

function inScope(alias: string, { name }: Table, organizationId: string): string {
  return accountTables.includes(name) ? "true" : `${alias}.${ofOrganization(name)} = '${organizationId}'`;
}

function sameRow({ key }: Table): string {
  return key.map((column) => `t."${column}" = k."${column}"`).join(" AND ");
}

function ofOrganization(table: string): string {
  return table === "organization" ? "id" : "organization_id";
}

/** The tables of the app, parents before children. */
async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name,
       array_agg(a.attname::text ORDER BY a.attnum) AS columns,
       coalesce(array_agg(a.attname::text) FILTER (WHERE a.attnum = ANY(i.indkey)), '{}') AS key
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname`,
  );
  const ordered = await parentsFirst(client);
  return ordered.flatMap((name) => rows.filter((table) => table.name === name));
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
