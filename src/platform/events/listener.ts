import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import type { Logger } from "pino";
import { appPoolConfig } from "../db/app-role";
import { eventChannel } from "../db/event-log";
import { presenceChannel } from "../db/presence";
import { revocationChannel } from "../db/revocation";
import { endWhenSilent } from "../db/silent-connection";

/**
 * The one LISTEN connection of the process. It tells subscribers that something happened, never what: they read the log
 * from where they were. After a lost connection everybody is woken, since notifications may have been missed.
 */
export type Listener = {
  readonly subscribe: (topics: readonly string[]) => Subscription;
  readonly close: () => Promise<void>;
};

export type Subscription = {
  /** Resolves at the next wake-up since the last call, at once if there was one meanwhile, after `withinMs`, or on abort. */
  readonly next: (withinMs: number, signal: AbortSignal) => Promise<void>;
  readonly close: () => void;
};

const everyone = "*";
const askEveryMs = 15_000;

export function organizationTopic(organizationId: string): string {
  return `${eventChannel}:${organizationId}`;
}

export function presenceTopic(organizationId: string): string {
  return `${presenceChannel}:${organizationId}`;
}

export function revocationTopic(accountId: string): string {
  return `${revocationChannel}:${accountId}`;
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
      connection.on("notification", ({ channel, payload }) => wakeUps.emit(`${channel}:${payload ?? ""}`));
      try {
        await connection.connect();
        endWhenSilent(connection);
        client = connection;
        await connection.query(
          `LISTEN ${eventChannel}; LISTEN ${presenceChannel}; LISTEN ${revocationChannel}`,
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
  let woken = false;
  let wake = () => {};
  const onWake = () => {
    woken = true;
    wake();
  };
  const heard = [...topics, everyone];
  for (const topic of heard) wakeUps.on(topic, onWake);
  return {
    next: async (withinMs, signal) => {
      if (!woken && !signal.aborted) {
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
      woken = false;
    },
    close: () => {
      for (const topic of heard) wakeUps.off(topic, onWake);
    },
  };
}
