// Holds an embedded database open until it is ended: `node embedded-holder.mjs <data folder>`.
import { startEmbeddedDatabase } from "@/platform/db/embedded";
import { StartError } from "@/platform/start-error";

try {
  const database = await startEmbeddedDatabase({
    dataDir: process.argv[2] ?? "",
    log: (sentence) => console.log(sentence),
  });
  process.once("SIGTERM", () => void database.stop().then(() => process.exit(0)));
  // Whoever reads this may end the process at once.
  console.log(`url ${database.ownerUrl} .`);
  setInterval(() => {}, 60_000);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
