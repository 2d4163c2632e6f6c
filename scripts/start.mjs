// `npm start`: from a fresh clone to a running Phasewise, with nothing but Node and npm.
import { createServer } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { orExplain, PlainError } from "./announce.mjs";
import { build, generate, install, oneAtATime, requireNode, root } from "./prepare.mjs";

await orExplain(async () => {
  requireNode();
  process.chdir(root);
  await requireFreePort();
  await oneAtATime(async () => {
    await install();
    await generate();
    await build();
  });
});

// From here on this process is Phasewise itself: signals, output and exit code are main's own.
process.env.NODE_ENV = "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(root, "dist/main.mjs")).href);

/** Main finds a taken port too, but only after a build that may take a minute. */
async function requireFreePort() {
  const host = process.env.HOST || "127.0.0.1";
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return;
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => {
      const taken = "code" in error && error.code === "EADDRINUSE";
      // Any other fault (an unknown address, say) is for main to explain.
      if (!taken) return resolve(undefined);
      reject(
        new PlainError(
          `Port ${port} is taken by another program; stop it, or choose another with PORT=3001 npm start.`,
        ),
      );
    });
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}
