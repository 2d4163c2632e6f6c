// Levels portfolios as the server does, in a process of its own that a test can end the hard way. Its thread's file is named by THREAD.
import { pathToFileURL } from "node:url";
import pino from "pino";
import { levellingTask } from "@/features/schedule/levelling.service";
import { openDatabase } from "@/platform/db/database";
import { startListener } from "@/platform/events/listener";
import { startWorker } from "@/platform/jobs/worker";

const log = pino({ level: "warn" });
const url = process.env.DATABASE_URL ?? "";
const { client } = openDatabase(url, 4, (error) => log.warn({ err: error }));
const thread = pathToFileURL(process.env.THREAD ?? "");
startWorker({
  client,
  listener: startListener(url, log),
  log,
  tasks: [levellingTask(thread, new AbortController().signal)],
});
console.log("at work .");
