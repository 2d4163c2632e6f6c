// Serves the API alone, without pages, on a free port: one of several server processes over the same database.
// DATABASE_URL and AUTH_SECRET come from the environment; it prints its address.

import { once } from "node:events";
import pino from "pino";
import { appRouter } from "@/api";
import { closeGap } from "@/planning";
import { makeAuth } from "@/platform/auth/auth";
import { authSecret } from "@/platform/auth/secret";
import { readConfig } from "@/platform/config";
import { openDatabase } from "@/platform/db/database";
import { startListener } from "@/platform/events/listener";
import { makeHttpServer } from "@/platform/http";
import { openStorage } from "@/platform/storage/open-storage";

const config = readConfig(process.env);
const log = pino({ level: config.logLevel });
const url = config.databaseUrl ?? "";
const database = openDatabase(url, config.databasePoolSize, (error) => log.warn({ err: error }));
const listener = startListener(url, log);
const secret = await authSecret(config);
const auth = makeAuth({
  client: database.client,
  secret,
  secureCookies: false,
  trustProxy: false,
  log,
});
const server = makeHttpServer({
  services: {
    config,
    client: database.client,
    listener,
    storage: await openStorage(config),
    log,
    secret,
    sampleAccounts: async () => [],
    closeGap: async (order) => closeGap(order),
  },
  auth,
  router: appRouter,
  database,
  pages: async (_req, res) => {
    res.writeHead(404).end();
  },
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const address = server.address();
if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
console.log(`listening on http://127.0.0.1:${address.port} .`);
