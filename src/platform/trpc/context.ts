import type { Logger } from "pino";
import type { GapAnswer, GapOrder } from "@/planning";
import type { Config } from "../config";
import type { AccountDb } from "../db/account-db";
import type { Client } from "../db/client";
import { openOrganization } from "../db/gate";
import type { OrganizationDb } from "../db/organization-db";
import { signInFirst } from "../errors";
import type { Listener } from "../events/listener";
import type { FileStorage } from "../storage/file-storage";

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
  readonly storage: FileStorage;
  readonly log: Logger;
  /** What login cookies and invitation links are made with. Never leaves the server. */
  readonly secret: string;
  /** The sample people, where they may be offered: sample data is loaded and only this machine can reach the server. */
  readonly sampleAccounts: () => Promise<readonly SampleAccount[]>;
  /** Works out in a thread of its own what each way to close a gap does; rejects where too many wait for that already. */
  readonly closeGap: (order: GapOrder, signal: AbortSignal | undefined) => Promise<GapAnswer>;
};

export type Context = {
  readonly services: Services;
  readonly clientAddress: string;
  /** The signed-in person; looked up once per request, and only by procedures that ask. */
  readonly account: () => Promise<AccountDb | null>;
  /** The organization as the person may use it, opened once per request. Throws UNAUTHENTICATED, or NOT_FOUND. */
  readonly organization: (slug: string) => Promise<OrganizationDb>;
  /** Where the log stood before anything of an organization was read for the request; null when nothing was. */
  readonly position: () => number | null;
};

export function makeContext(
  services: Services,
  request: { clientAddress: string; accountOf: () => Promise<AccountDb | null> },
): Context {
  let looked: Promise<AccountDb | null> | undefined;
  const account = () => {
    looked ??= request.accountOf();
    return looked;
  };
  const opened = new Map<string, Promise<OrganizationDb>>();
  let position: number | null = null;
  const open = async (slug: string) => {
    const known = await account();
    if (known === null) throw signInFirst();
    const db = await openOrganization(services.client, known, slug);
    position ??= db.openedAtSeq;
    return db;
  };
  return {
    services,
    clientAddress: request.clientAddress,
    account,
    organization: (slug) => {
      const known = opened.get(slug) ?? open(slug);
      opened.set(slug, known);
      return known;
    },
    position: () => position,
  };
}
