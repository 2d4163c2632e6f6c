// Reads the log into inboxes and sends mail, as the server does, in a process of its own: one of several over the same database.
// With REMINDS it also looks for what decisions' owners are to be reminded of, which is a job of every workspace.
// With CRASH_AFTER it dies the hard way in the middle of a transaction, after so many entries.
import pino from "pino";
import { makeInboxConsumer } from "@/features/attention/inbox.service";
import { mailTasks } from "@/features/attention/mail.service";
import { wakeTask } from "@/features/attention/marks.service";
import { reviewTask } from "@/features/decisions/reminders.service";
import { lettersTask, viewLetters } from "@/features/views/letter-jobs.service";
import { publicAddress, readConfig } from "@/platform/config";
import { openDatabase } from "@/platform/db/database";
import type { Consumer } from "@/platform/events/consumer";
import { startConsumers } from "@/platform/events/consumers";
import { startListener } from "@/platform/events/listener";
import { startWorker } from "@/platform/jobs/worker";
import { makeMailer } from "@/platform/mail/mailer";

const config = readConfig(process.env);
const log = pino({ level: config.logLevel });
const url = config.databaseUrl ?? "";
const { client } = openDatabase(url, config.databasePoolSize, (error) => log.warn({ err: error }));
const listener = startListener(url, log);
const inbox = makeInboxConsumer(config.mail);
const crashAfter = Number(process.env.CRASH_AFTER ?? Number.POSITIVE_INFINITY);
let taken = 0;
const consumer: Consumer = {
  ...inbox,
  take: async (tx, organizationId, entry) => {
    await inbox.take(tx, organizationId, entry);
    taken += 1;
    // What was written for the entry is in a transaction that will never be committed.
    if (taken > crashAfter) process.kill(process.pid, "SIGKILL");
  },
};
const parts = { client, listener, log, retryAfterMs: [20] };
startConsumers(parts, [consumer]);
const mail =
  config.mail === null
    ? []
    : [
        ...mailTasks(
          {
            mailer: makeMailer(config.mail),
            publicUrl: publicAddress(config),
            secret: config.authSecret ?? "",
          },
          [viewLetters],
        ),
        lettersTask,
      ];
startWorker({
  ...parts,
  tasks: [wakeTask, ...mail],
  recurring: process.env.REMINDS === undefined ? [] : [reviewTask],
});
console.log("at work .");
