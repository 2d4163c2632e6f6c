import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import type { Logger } from "pino";
import { appPoolConfig } from "../db/app-role";
import { eventChannel } from "../db/event-log";
import { inboxChannel } from "../db/inbox-channel";
import { presenceChannel } from "../db/presence";
import { revocationChannel } from "../db/revocation";
import { sightChannel } from "../db/sight";
import { endWhenSilent } from "../db/silent-connection";
import { textChannel } from "../db/text-signal";
import { jobChannel } from "../jobs/job";

/**
 * The one LISTEN connection of the process. It tells subscribers that something happened, never what: they read the log
 * from where they were. After a lost connection everybody is woken, since notifications may have been missed.
 */
export type Listener = {
  readonly subscribe: (topics: readonly string[]) => Subscription;
  readonly close: () => Promise<void>;
};

export type Subscription = {
  /**
   * Resolves at the next wake-up since the last call, at once if there was one meanwhile, after `withinMs`, or on abort. Answers
   * the topics that were heard of since.
   */
  readonly next: (withinMs: number, signal: AbortSignal) => Promise<ReadonlySet<string>>;
  readonly close: () => void;
};

/** Heard by every subscriber when the connection is new: anything may have happened meanwhile. */
export const everyone = "*";
const askEveryMs = 15_000;

export function organizationTopic(organizationId: string): string {
  return `${eventChannel}:${organizationId}`;
}

/** Something happened in whichever organization. */
export const anyOrganizationTopic = eventChannel;

/** There is new work for later, in whichever organization. */
export const jobTopic = jobChannel;

export function inboxTopic(membershipId: string): string {
  return `${inboxChannel}:${membershipId}`;
}

export function presenceTopic(organizationId: string): string {
  return `${presenceChannel}:${organizationId}`;
}

export function revocationTopic(accountId: string): string {
  return `${revocationChannel}:${accountId}`;
}

/** What members see of the organization has changed. */
export function sightTopic(organizationId: string): string {
  return `${sightChannel}:${organizationId}`;
}

export function textTopic(organizationId: string, documentId: string): string {
  return `${textChannel}:${organizationId}/${documentId}`;
}

export function startListener(url: string, log: Logger): Listener {
  const wakeUps = new EventEmitter().setMaxListeners(0);
  const closing = new AbortController();
  let client: Client | null = null;

  const listen = async () => {
    while (!closing.signal.aborted) {
      const connection = new Client({
        ...appPoolConfig(url),
        keepAlive: true,
        connectionTimeoutMillis: 5_000,
      });
      const lost = new Promise<void>((resolve) => {
        connection.on("error", () => resolve());
        connection.on("end", () => resolve());
      });
      connection.on("notification", ({ channel, payload }) => {
        wakeUps.emit(`${channel}:${payload ?? ""}`);
        wakeUps.emit(channel);
      });
      try {
        await connection.connect();
        endWhenSilent(connection);
        client = connection;
        await connection.query(
          [
            eventChannel,
            presenceChannel,
            revocationChannel,
            sightChannel,
            textChannel,
            inboxChannel,
            jobChannel,
          ]
            .map((channel) => `LISTEN ${channel}`)
            .join("; "),
        );
        wakeUps.emit(everyone);
        await untilLost(connection, lost);
        if (!closing.signal.aborted) log.warn("The connection for live updates was lost; connecting again.");
      } catch (error) {
        if (!closing.signal.aborted)
          log.warn({ err: error }, "The connection for live updates could not be made.");
      }
      client = null;
      await connection.end().catch(() => undefined);
      await wait(500, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  const listening = listen();

  return {
    subscribe: (topics) => subscribe(wakeUps, topics),
    close: async () => {
      closing.abort();
      await client?.end().catch(() => undefined);
      await listening;
    },
  };
}

/** Asks now and then: a connection on which nothing happens does not show by itself that its other end is gone. */
async function untilLost(connection: Client, lost: Promise<void>): Promise<void> {
  const timer = setInterval(() => void connection.query("SELECT 1").catch(() => undefined), askEveryMs);
  await lost;
  clearInterval(timer);
}

function subscribe(wakeUps: EventEmitter, topics: readonly string[]): Subscription {
  let heard = new Set<string>();
  let wake = () => {};
  const ears = [...topics, everyone].map((topic) => ({
    topic,
    hear: () => {
      heard.add(topic);
      wake();
    },
  }));
  for (const { topic, hear } of ears) wakeUps.on(topic, hear);
  return {
    next: async (withinMs, signal) => {
      if (heard.size === 0 && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const settle = () => {
            clearTimeout(timer);
            signal.removeEventListener("abort", settle);
            wake = () => {};
            resolve();
          };
          const timer = setTimeout(settle, withinMs);
          signal.addEventListener("abort", settle);
          wake = settle;
        });
      }
      const topicsHeard = heard;
      heard = new Set();
      return topicsHeard;
    },
    close: () => {
      for (const { topic, hear } of ears) wakeUps.off(topic, hear);
    },
  };
}
