import { mkdir } from "node:fs/promises";
import next from "next";
import pino from "pino";
import { appRouter } from "./api";
import { makeInboxConsumer } from "./features/attention/inbox.service";
import { mailTasks } from "./features/attention/mail.service";
import { wakeTask } from "./features/attention/marks.service";
import { reviewTask } from "./features/decisions/reminders.service";
import { gapThread } from "./features/expertise/closing.service";
import { freshenTask } from "./features/plans/freshen.service";
import { loadSample, sampleAccounts, wantsSample } from "./features/sample/service";
import { levellingTask } from "./features/schedule/levelling.service";
import { lettersTask, viewLetters } from "./features/views/letter-jobs.service";
import { makeAuth } from "./platform/auth/auth";
import { authSecret } from "./platform/auth/secret";
import { type Config, publicAddress, readConfig } from "./platform/config";
import { ensureAppRole } from "./platform/db/app-role";
import { openDatabase } from "./platform/db/database";
import { startEmbeddedDatabase } from "./platform/db/embedded";
import { migrate } from "./platform/db/migrations";
import { explainFullDisk } from "./platform/disk-space";
import { startConsumers } from "./platform/events/consumers";
import { startListener } from "./platform/events/listener";
import { makeHttpServer } from "./platform/http";
import { startWorker, type WorkerParts } from "./platform/jobs/worker";
import { makeMailer } from "./platform/mail/mailer";
import { Shutdown } from "./platform/shutdown";
import { StartError } from "./platform/start-error";
import { openStorage } from "./platform/storage/open-storage";
import { stagingFolder } from "./platform/storage/receive-file";
import { startSweeping } from "./platform/storage/sweep";
import { makeContext, type Services } from "./platform/trpc/context";
import { offerInProcess } from "./platform/trpc/in-process";

const shutdown = new Shutdown();

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel });
  await mkdir(config.dataDir, { recursive: true });
  const secret = await authSecret(config);

  const databaseUrl = config.databaseUrl ?? (await startOwnDatabase(config));
  await migrate(databaseUrl, { folder: "prisma/migrations" });
  await ensureAppRole(databaseUrl);
  const database = openDatabase(databaseUrl, config.databasePoolSize, (error) =>
    log.warn({ err: error }, "A database connection was lost"),
  );
  shutdown.onEnd(database.close);
  const listener = startListener(databaseUrl, log);
  shutdown.onEnd(listener.close);

  const storage = await openStorage(config);
  shutdown.onEnd(async () => storage.close());

  const { client } = database;
  if (await wantsSample(client, config)) {
    say("Loading the sample workspace …");
    await loadSample(client, { storage, limits: config.files, staging: stagingFolder(config.dataDir) });
  }

  const parts = { client, listener, log };
  const consumers = startConsumers(parts, [makeInboxConsumer(config.mail)]);
  shutdown.onEnd(consumers.close);
  const worker = startWorker({
    ...parts,
    tasks: [wakeTask, ...tasksOfMail(config, secret)],
    recurring: [reviewTask, freshenTask],
  });
  shutdown.onEnd(worker.close);
  startLevelling(parts);
  const gaps = gapThread(new URL("./gap.worker.mjs", import.meta.url));
  shutdown.onEnd(gaps.close);

  // next-auth builds its redirects from this.
  process.env.NEXTAUTH_URL = publicAddress(config);
  const auth = makeAuth({
    client,
    secret,
    secureCookies: config.publicUrl?.startsWith("https:") ?? false,
    trustProxy: config.trustProxy,
    log,
  });
  const services: Services = {
    config,
    client,
    listener,
    storage,
    log,
    secret,
    sampleAccounts: async () => (config.loopbackOnly ? await sampleAccounts(client) : []),
    closeGap: gaps.closeGap,
  };
  offerInProcess(appRouter, (cookie, clientAddress) =>
    makeContext(services, { clientAddress, accountOf: async () => await auth.accountOf(cookie) }),
  );

  const sweeping = startSweeping({ client, storage, staging: stagingFolder(config.dataDir), log });
  shutdown.onEnd(sweeping.stop);

  const pages = next({
    dev: config.development,
    dir: process.cwd(),
    hostname: config.host,
    port: config.port,
  });
  await pages.prepare();
  shutdown.onEnd(async () => await pages.close());
  const server = makeHttpServer({
    services,
    auth,
    router: appRouter,
    database,
    pages: pages.getRequestHandler(),
  });
  await shutdown.serve(server, config);
  greet(config, (await services.sampleAccounts()).length > 0);
}

async function startOwnDatabase(config: Config): Promise<string> {
  say("Starting the embedded database …");
  const embedded = await startEmbeddedDatabase({ dataDir: config.dataDir, log: say });
  shutdown.onEnd(embedded.stop);
  return embedded.ownerUrl;
}

/** Levelling goes on for as long as people let it: beside the other work, two at a time, each in a thread of its own. */
function startLevelling(parts: Omit<WorkerParts, "tasks">): void {
  const closing = new AbortController();
  const task = levellingTask(new URL("./levelling.worker.mjs", import.meta.url), closing.signal);
  const workers = [1, 2].map(() => startWorker({ ...parts, tasks: [task] }));
  shutdown.onEnd(async () => {
    closing.abort();
    await Promise.all(workers.map(async (worker) => await worker.close()));
  });
}

function tasksOfMail(config: Config, secret: string) {
  if (config.mail === null) return [];
  const mailer = makeMailer(config.mail);
  shutdown.onEnd(async () => mailer.close());
  const post = { mailer, publicUrl: publicAddress(config), secret };
  return [...mailTasks(post, [viewLetters]), lettersTask];
}

function greet(config: Config, offersSampleAccounts: boolean): void {
  say(`\nPhasewise is running at ${publicAddress(config)}`);
  say(
    offersSampleAccounts
      ? "Sign in with one of the sample accounts offered on the sign-in page, or register your own.\n"
      : "Register there with your e-mail address; whoever creates a workspace owns it.\n",
  );
}

/** Words for the person at the terminal; what machines read goes to the log. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function stop(exitCode: number): Promise<void> {
  await shutdown.end();
  process.exit(exitCode);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void stop(0));
}

try {
  const config = readConfig(process.env);
  await start(config).catch(async (error: unknown) => {
    throw await explainFullDisk(error, config.dataDir);
  });
} catch (error) {
  if (error instanceof StartError) process.stderr.write(`\n${error.message}\n`);
  else console.error("\nPhasewise could not start:", error);
  await stop(1);
}
