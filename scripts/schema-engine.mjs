// Prisma's schema engine as WebAssembly, from npm: its native form is a download that may be out of reach.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * The SQL that turns a database of the one Prisma schema into one of the other; empty when they agree.
 *
 * @param {{ before: string | undefined, after: string, databaseUrl: string }} schemas the schemas' texts, `before`
 *   undefined for an empty database; and any PostgreSQL, which the engine asks for its version and leaves as it is
 * @returns {Promise<string>}
 */
export async function sqlBetween({ before, after, databaseUrl }) {
  const engine = await openEngine(databaseUrl);
  const { stdout } = await engine.diff({
    from: before === undefined ? { tag: "empty" } : datamodel(before),
    to: datamodel(after),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const sql = stdout?.trim() ?? "";
  return sql === "-- This is an empty migration." ? "" : sql;
}

/**
 * @param {string} content
 * @returns {import("@prisma/schema-engine-wasm").DiffTarget}
 */
function datamodel(content) {
  return { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] };
}

/** @param {string} databaseUrl */
async function openEngine(databaseUrl) {
  await loadWebAssembly();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl }));
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
}

/** @type {Promise<void> | undefined} */
let loaded;

/** The package's own entry imports the .wasm file as a module, which Node can do only behind a flag. */
async function loadWebAssembly() {
  loaded ??= (async () => {
    const file = fileURLToPath(import.meta.resolve("@prisma/schema-engine-wasm")).replace(
      /\.js$/,
      "_bg.wasm",
    );
    const { instance } = await WebAssembly.instantiate(readFileSync(file), {
      "./schema_engine_bg.js": bindings,
    });
    bindings.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start?.();
  })();
  await loaded;
}
