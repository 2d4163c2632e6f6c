import { Client } from "pg";
import { parentsFirst } from "./tenant-rows";

/** Takes projects out of an organization with all rows that point at them, over however many others: as if they had never been. */
export async function withoutProjects(
  ownerUrl: string,
  organizationId: string,
  projectIds: readonly string[],
): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('phasewise.organization_id', $1, true)", [organizationId]);
    await client.query("CREATE TEMP TABLE going (name text, at tid, PRIMARY KEY (name, at)) ON COMMIT DROP");
    const { rows: ofProject } = await client.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
       WHERE c.relnamespace = 'public'::regnamespace AND a.attname = 'project_id'`,
    );
    for (const [name, column] of [["project", "id"], ...ofProject.map((row) => [row.name, "project_id"])])
      await client.query(
        `INSERT INTO going SELECT '${name}', ctid FROM "${name}" WHERE ${column} = ANY($1) ON CONFLICT DO NOTHING`,
        [projectIds],
      );
    const { rows: keys } = await client.query<Key>(
      `SELECT (SELECT relname FROM pg_class WHERE oid = k.conrelid) AS child,
         (SELECT relname FROM pg_class WHERE oid = k.confrelid) AS parent,
         array(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY n(num, at)
           JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = n.num ORDER BY n.at) AS "from",
         array(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY n(num, at)
           JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = n.num ORDER BY n.at) AS "to"
       FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace`,
    );
    for (let found = 1; found > 0; ) {
      found = 0;
      for (const key of keys) found += (await client.query(pointingAtGoing(key))).rowCount ?? 0;
    }
    for (const name of (await parentsFirst(client)).toReversed())
      await client.query(`DELETE FROM "${name}" WHERE ctid IN (SELECT at FROM going WHERE name = '${name}')`);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

type Key = { child: string; parent: string; from: string[]; to: string[] };

function pointingAtGoing({ child, parent, from, to }: Key): string {
  const same = from.map((column, place) => `p."${to[place]}" = c."${column}"`).join(" AND ");
  return `INSERT INTO going SELECT '${child}', c.ctid FROM "${child}" c JOIN "${parent}" p ON ${same}
    JOIN going g ON g.name = '${parent}' AND g.at = p.ctid ON CONFLICT DO NOTHING`;
}
