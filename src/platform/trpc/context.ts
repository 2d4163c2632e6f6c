import type { Logger } from "pino";
import type { Config } from "../config";
import type { AccountDb } from "../db/account-db";
import type { Client } from "../db/client";
import type { Listener } from "../events/listener";

/** Somebody a visitor may sign in as, to look around. */
export type SampleAccount = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: string;
  readonly title: string;
};

/** What the process gives to every request. */
export type Services = {
  readonly config: Config;
  readonly client: Client;
  readonly listener: Listener;
  readonly log: Logger;
  /** What login cookies and invitation links are made with. Never leaves the server. */
  readonly secret: string;
  /** The sample people, where they may be offered: sample data is loaded and only this machine can reach the server. */
  readonly sampleAccounts: () => Promise<readonly SampleAccount[]>;
};

export type Context = {
  readonly services: Services;
  readonly clientAddress: string;
  /** The signed-in person; looked up once per request, and only by procedures that ask. */
  readonly account: () => Promise<AccountDb | null>;
};

export function makeContext(
  services: Services,
  request: { clientAddress: string; accountOf: () => Promise<AccountDb | null> },
): Context {
  let account: Promise<AccountDb | null> | undefined;
  return {
    services,
    clientAddress: request.clientAddress,
    account: () => {
      account ??= request.accountOf();
      return account;
    },
  };
}
