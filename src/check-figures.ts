// The process of `npm run check:figures`: compares every stored figure that passes for up to date with the plan made anew. It changes
// nothing, and may run beside a server that is at work.
import { checkFigures } from "./features/plans/check.service";
import { readConfig } from "./platform/config";
import { openDatabase } from "./platform/db/database";
import { visitEmbeddedDatabase } from "./platform/db/embedded-visit";
import { inspectEach } from "./platform/db/inspection";
import { requireMigrated } from "./platform/db/migrations";
import { StartError } from "./platform/start-error";

/** Answers whether all figures are what the plans give. */
async function check(): Promise<boolean> {
  const config = readConfig(process.env);
  const visited = config.databaseUrl === null ? await visitEmbeddedDatabase(config.dataDir) : null;
  try {
    const url = visited?.ownerUrl ?? config.databaseUrl ?? "";
    await requireMigrated(url, { folder: "prisma/migrations" });
    const database = openDatabase(url, 2, () => {});
    try {
      let right = true;
      let workspaces = 0;
      await inspectEach(database.client, async (db, { slug }) => {
        const { projects, stale, differing } = await checkFigures(db);
        const checked = projects - stale;
        const faults = differing.map(({ key, parts }) => `${key} (${parts.join(", ")})`);
        console.log(
          [
            `${slug}: ${checked} of ${projects} projects checked`,
            ...(stale > 0 ? [`${stale} out of date and not compared`] : []),
            faults.length === 0 ? "all equal" : `not what the plan gives: ${faults.join(", ")}`,
          ].join("; "),
        );
        workspaces += 1;
        right = right && differing.length === 0;
      });
      if (workspaces === 0) console.log("There is no workspace yet.");
      return right;
    } finally {
      await database.close();
    }
  } finally {
    await visited?.leave();
  }
}

try {
  process.exitCode = (await check()) ? 0 : 1;
} catch (error) {
  if (error instanceof StartError) console.error(error.message);
  else console.error("The figures could not be checked:", error);
  process.exitCode = 2;
}
