import type { AccountDb } from "@/platform/db/account-db";
import type { Client } from "@/platform/db/client";
import type { OrganizationDb } from "@/platform/db/organization-db";
import type { Receiving } from "@/platform/storage/receive-file";
import type { StepOf } from "./story";

/** A load under way: what the scenes so far have made, for the next ones to build on. */
export type Telling = {
  readonly client: Client;
  /** Where files go that people of the stories upload. */
  readonly receiving: Receiving;
  readonly today: Date;
  readonly slug: string;
  readonly accounts: ReadonlyMap<string, AccountDb>;
  /** By the key of the person: the workspace as they may use it. */
  readonly members: Map<string, OrganizationDb>;
  /** By the key of the project: its id. */
  readonly projects: Map<string, string>;
  /** By the name of the team: its id. */
  readonly teams: Map<string, string>;
  /** The comment that began each thread. */
  readonly threads: Map<StepOf<"thread">, string>;
};

export function memberOf(telling: Telling, person: string): OrganizationDb {
  return known(telling.members, person);
}

export function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The sample's stories do not know ${String(key)} yet.`);
  return value;
}
