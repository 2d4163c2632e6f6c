import { hashPassword } from "@/platform/auth/password";
import type { Config } from "@/platform/config";
import type { AccountDb } from "@/platform/db/account-db";
import type { Client } from "@/platform/db/client";
import { foundOrganization, openAccount, openOrganization } from "@/platform/db/gate";
import {
  countAccounts,
  createAccount,
  createLoginSession,
  findCredential,
  revokeLoginSession,
} from "@/platform/db/identity";
import type { SampleAccount } from "@/platform/trpc/context";
import { backdate } from "./backdate.service";
import { inviteEverybody } from "./members.service";
import { emailOf, samplePassword, samplePeople } from "./people";
import { purge } from "./purge.service";
import { stories } from "./stories";
import { tell } from "./tell.service";

const slug = "northwind-ai";
/** While it is being loaded the workspace has another address, so that a killed load is noticed and begun again. */
const loadingSlug = "northwind-ai-loading";

/** Whether the sample workspace is to be loaded now: when asked for, or into an embedded database that nobody has used. */
export async function wantsSample(client: Client, config: Config): Promise<boolean> {
  if (config.sample === "off") return false;
  if (config.sample === "auto" && config.databaseUrl !== null) return false;
  const state = await sampleState(client);
  if (state === "loading") return true;
  if (state === "loaded") return false;
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
export async function loadSample(client: Client): Promise<void> {
  const began = new Date();
  const accounts = await signInEverybody(client);
  const [founder] = accounts.values();
  if (founder === undefined) throw new Error("The sample has people.");
  await purge(client, founder, loadingSlug);
  await foundOrganization(client, founder, {
    mutationId: crypto.randomUUID(),
    name: "Northwind AI",
    slug: loadingSlug,
    currency: "EUR",
    personDayCostMinor: 72_000,
    acceleratorHourCostMinor: 260,
    isSample: true,
  });
  const owner = await openOrganization(client, founder, loadingSlug);
  await inviteEverybody(client, owner, accounts);
  const members = new Map<string, Awaited<ReturnType<typeof openOrganization>>>();
  for (const [key, account] of accounts)
    members.set(key, await openOrganization(client, account, loadingSlug));
  await backdate(owner, began, daysBefore(began, 200));
  await tell(members, stories, began);
  await owner.derive(
    async (tx) => await tx.organization.updateMany({ where: { id: owner.organizationId }, data: { slug } }),
  );
  for (const account of accounts.values()) await revokeLoginSession(client, account.loginSessionId);
}

async function sampleState(client: Client): Promise<"absent" | "loading" | "loaded"> {
  const [first] = samplePeople;
  const known = first === undefined ? null : await findCredential(client, emailOf(first));
  if (known === null) return "absent";
  const account = await signIn(client, known.id);
  const memberships = await account.read(
    async (tx) =>
      await tx.membership.findMany({
        where: { accountId: known.id },
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
    const known = await findCredential(client, emailOf(person));
    const { id } =
      known ?? (await createAccount(client, { email: emailOf(person), name: person.name, passwordHash }));
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

function daysBefore(date: Date, days: number): Date {
  return new Date(date.getTime() - days * 24 * 60 * 60 * 1_000);
}
