import { Client } from "pg";

/** The role that owns the database and migrates it. No superuser, so that the embedded server holds it to the same rules as a hosted one. */
const OWNER = "phasewise";
const DATABASE = "phasewise";

/** Makes role and database where they are missing and answers the owner's address. */
export async function createOwner(port: number, password: string): Promise<string> {
  const client = new Client({ host: "127.0.0.1", port, user: "postgres", password, database: "postgres" });
  await client.connect();
  try {
    const role = await client.query("select from pg_roles where rolname = $1", [OWNER]);
    if (!role.rowCount) {
      await client.query(
        `create role ${OWNER} login createrole createdb password ${client.escapeLiteral(password)}`,
      );
    }
    const database = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (!database.rowCount) await client.query(`create database ${DATABASE} owner ${OWNER}`);
  } finally {
    await client.end();
  }
  return ownerUrlAt(port, password);
}

export function ownerUrlAt(port: number, password: string): string {
  return `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${DATABASE}`;
}
