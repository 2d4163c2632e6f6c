import { hashPassword, verifyPassword } from "@/platform/auth/password";
import type { Config } from "@/platform/config";
import type { AccountDb } from "@/platform/db/account-db";
import type { Client } from "@/platform/db/client";
import { openAccount } from "@/platform/db/gate";
import {
  countAccounts,
  createAccount,
  createLoginSession,
  findCredential,
  revokeLoginSession,
} from "@/platform/db/identity";
import type { OrganizationDb } from "@/platform/db/organization-db";
import type { Receiving } from "@/platform/storage/receive-file";
import type { SampleAccount } from "@/platform/trpc/context";
import { fillInboxes } from "./inboxes.service";
import { emailOf, founder, samplePassword, samplePeople } from "./people";
import { purge } from "./purge.service";
import { stories } from "./stories";
import { tell } from "./tell.service";
import { known, memberOf, type Telling } from "./telling";

const slug = "northwind-ai";
/** While it is being loaded the workspace has another address, so that a killed load is noticed and begun again. */
const loadingSlug = "northwind-ai-loading";

/** Whether the sample workspace is to be loaded now: when asked for, or into an embedded database that nobody has used. */
export async function wantsSample(client: Client, config: Config): Promise<boolean> {
  if (config.sample === "off") return false;
  if (config.sample === "auto" && config.databaseUrl !== null) return false;
  const state = await sampleState(client);
  if (state === "loading") return true;
  if (state !== "absent") return false;
  return config.sample === "on" || (await countAccounts(client)) === 0;
}

/** The sample people, if they are there to be signed in as. */
export async function sampleAccounts(client: Client): Promise<SampleAccount[]> {
  if ((await sampleState(client)) !== "loaded") return [];
  return samplePeople.map((person) => ({
    name: person.name,
    title: person.title,
    role: person.role,
    email: emailOf(person),
    password: samplePassword,
  }));
}

/** Loads the sample workspace through the features' own verbs, as the people of its stories. */
export async function loadSample(client: Client, receiving: Receiving): Promise<void> {
  const accounts = await signInEverybody(client);
  const account = known(accounts, founder.key);
  await purge(client, account, loadingSlug);
  const telling: Telling = {
    client,
    receiving,
    today: new Date(),
    slug: loadingSlug,
    accounts,
    members: new Map(),
    projects: new Map(),
    teams: new Map(),
    threads: new Map(),
  };
  await tell(telling, stories);
  await fillInboxes(telling);
  await open(memberOf(telling, founder.key));
  for (const { loginSessionId } of accounts.values()) await revokeLoginSession(client, loginSessionId);
}

/** Gives the finished workspace its address. From here on it counts as loaded. */
async function open(owner: OrganizationDb): Promise<void> {
  const { organizationId } = owner;
  await owner.derive(async (tx) => {
    const { name } = await tx.organization.update({ where: { id: organizationId }, data: { slug } });
    const told = JSON.stringify({ after: { name, slug } });
    await tx.$executeRaw`SELECT retell_sample_event(1, ${told}::jsonb)`;
  });
}

async function sampleState(client: Client): Promise<"absent" | "loading" | "loaded" | "not ours"> {
  const credential = await findCredential(client, emailOf(founder));
  if (credential === null) return "absent";
  // Somebody else took the address, or the person of the sample took another password: nothing to load or to offer.
  if (!(await verifyPassword(credential.passwordHash, samplePassword))) return "not ours";
  const account = await signIn(client, credential.id);
  const memberships = await account.read(
    async (tx) =>
      await tx.membership.findMany({
        where: { accountId: credential.id },
        select: { organization: { select: { slug: true } } },
      }),
  );
  await revokeLoginSession(client, account.loginSessionId);
  // The people are made before the workspace: people who never were in one are what a load that was cut short leaves.
  const isLoading = memberships.every((membership) => membership.organization.slug === loadingSlug);
  return isLoading ? "loading" : "loaded";
}

/** The sample people's accounts, made where they are missing; hashing their one password once. */
async function signInEverybody(client: Client): Promise<Map<string, AccountDb>> {
  const passwordHash = await hashPassword(samplePassword);
  const accounts = new Map<string, AccountDb>();
  for (const person of samplePeople) {
    const credential = await findCredential(client, emailOf(person));
    const { id } =
      credential ??
      (await createAccount(client, { email: emailOf(person), name: person.name, passwordHash }));
    accounts.set(person.key, await signIn(client, id));
  }
  return accounts;
}

async function signIn(client: Client, accountId: string): Promise<AccountDb> {
  const expiresAt = new Date(Date.now() + 60 * 60 * 1_000);
  const session = await createLoginSession(client, { accountId, userAgent: "", expiresAt });
  const account = await openAccount(client, session.id);
  if (account === null) throw new Error("A fresh session opens its account.");
  return account;
}
