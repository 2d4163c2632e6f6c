// `npm run dev`: the server starts anew when its code changes; screens are reloaded by Next's development mode inside it.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { orExplain } from "./announce.mjs";
import { generate, install, oneAtATime, requireNode, root } from "./prepare.mjs";

const entry = join(root, "dist/dev-main.mjs");
/** @type {import("node:child_process").ChildProcess | undefined} */
let server;
let changing = Promise.resolve();

await orExplain(async () => {
  requireNode();
  await oneAtATime(async () => {
    await install();
    await generate();
  });
  const { context } = await import("esbuild");
  const { serverBundle } = await import("./server-bundle.mjs");
  const watched = await context({
    ...serverBundle(entry),
    plugins: [
      { name: "restart", setup: (build) => build.onEnd(({ errors }) => errors.length > 0 || restart()) },
    ],
  });
  await watched.watch();
});

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    changing = changing.then(stop).then(() => process.exit(0));
  });
}

function restart() {
  changing = changing.then(stop).then(() => {
    server = spawn(process.execPath, ["--enable-source-maps", entry], {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, NODE_ENV: "development", PHASEWISE_DEV: "1", NEXT_TELEMETRY_DISABLED: "1" },
    });
  });
  return undefined;
}

/** Waits for the end: the next server needs the port and the data folder that this one still holds. */
async function stop() {
  const running = server;
  server = undefined;
  if (!running || running.exitCode !== null || running.signalCode !== null) return;
  await new Promise((resolve) => {
    running.once("exit", resolve);
    running.kill("SIGTERM");
  });
}
