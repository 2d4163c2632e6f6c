import { randomUUID } from "node:crypto";
import { callTRPCProcedure } from "@trpc/server";
import { Client } from "pg";
import pino from "pino";
import { validate as isUuid, v7 as uuidv7 } from "uuid";
import { appRouter } from "@/api";
import { sampleAccounts } from "@/features/sample/service";
import { closeGap } from "@/planning";
import { readConfig } from "@/platform/config";
import { openDatabase } from "@/platform/db/database";
import { startListener } from "@/platform/events/listener";
import { makeContext, type Services } from "@/platform/trpc/context";
import { cloneDatabase } from "./database";
import { secret, signIn } from "./factories";
import { twinsOf, withTwins } from "./foreign-twins";
import { readLog } from "./inboxes";
import { procedures } from "./procedures";
import { receiving } from "./storage";
import { type Fingerprint, TenantRows } from "./tenant-rows";
import { type Asker, knownBy, populate } from "./two-workspaces";

export type World = Awaited<ReturnType<typeof aWorld>>;

/**
 * Two workspaces of the same furniture, and everybody who may ask for something in the first. `call` goes the way every request
 * goes, with a login session of its own; what a call changed is put back before the next.
 */
export async function aWorld() {
  const testDatabase = await cloneDatabase();
  const log = pino({ level: "error" });
  const database = openDatabase(testDatabase.ownerUrl, 5, (error) => log.error({ err: error }));
  const { client } = database;
  const listener = startListener(testDatabase.ownerUrl, log);
  const services: Services = {
    config: readConfig({ DATABASE_URL: testDatabase.ownerUrl }),
    client,
    listener,
    storage: receiving.storage,
    log,
    secret,
    sampleAccounts: async () => await sampleAccounts(client),
    closeGap: async (order) => closeGap(order),
  };
  const { own, foreign, people } = await populate(client);
  const rows = await TenantRows.keep(testDatabase.ownerUrl, [own.organizationId, foreign.organizationId]);
  const twins = twinsOf(own, foreign, people);
  let changed = false;
  /** As long as nobody asked for anything since it was taken. */
  let lastFingerprint: Fingerprint | null = null;

  const contextOf = (asker: Asker) =>
    makeContext(services, {
      // Attempts to register are counted per address: nobody here is to be slowed by another.
      clientAddress: randomUUID(),
      accountOf: async () => (asker === "signed out" ? null : await signIn(client, people[asker].accountId)),
    });

  return {
    own,
    people,
    slug: own.slug,
    ownerUrl: testDatabase.ownerUrl,

    /** Asks; throws the refusal. What is followed is left again after the first thing that was heard. */
    async call(asker: Asker, path: string, input: unknown): Promise<unknown> {
      const type = procedures.find((procedure) => procedure.path === path)?.type;
      if (type === undefined) throw new Error(`There is no procedure ${path}.`);
      lastFingerprint = null;
      const leaving = new AbortController();
      const answer: unknown = await callTRPCProcedure({
        router: appRouter,
        path,
        type,
        ctx: contextOf(asker),
        getRawInput: async () => input,
        signal: leaving.signal,
        batchIndex: 0,
      });
      if (type === "mutation") changed = true;
      return type === "subscription" ? await firstOf(answer, leaving) : answer;
    },

    /** Makes everything as it was in the beginning. */
    async restore(): Promise<void> {
      if (!changed) return;
      await rows.putBack();
      changed = false;
      lastFingerprint = null;
    },

    /** Everything of the own workspace that an input may name, by the name of its field. */
    known: knownBy(own, people),

    /** The input once per id in it, with that id replaced by the one of the same thing in the other organization. */
    withForeignIds: (input: object) => withTwins(input, (id) => twins.get(id)),

    /** The same inputs as `withForeignIds`, in the same order, with ids of nothing. */
    withMadeUpIds: (input: object) => withTwins(input, (id) => (twins.has(id) ? madeUpLike(id) : undefined)),

    /** Reads what happened in the own workspace into its inboxes. */
    readLog: async () => await readLog(client, own),

    /** Which members' open tabs are told, by the database, that something about their inbox is new while the work is done. */
    async inboxesTold(work: () => Promise<void>): Promise<string[]> {
      const ear = new Client({ connectionString: testDatabase.ownerUrl });
      const told = new Set<string>();
      await ear.connect();
      try {
        await ear.query("LISTEN phasewise_inbox");
        ear.on("notification", ({ payload = "" }) => told.add(payload));
        await work();
        // What was sent before arrives before the answer.
        await ear.query("SELECT 1");
      } finally {
        await ear.end();
      }
      return [...told];
    },

    foreignLogLength: async () => (await rows.fingerprint(foreign.organizationId)).seq,
    async fingerprint(): Promise<Fingerprint> {
      lastFingerprint ??= await rows.fingerprint(own.organizationId);
      return lastFingerprint;
    },

    async end(): Promise<void> {
      await listener.close();
      await database.close();
      await rows.end();
      await testDatabase.drop();
    },
  };
}

/** The first thing that is heard; then the subscription is closed as a browser that leaves would close it. */
async function firstOf(answer: unknown, leaving: AbortController): Promise<unknown> {
  if (!isStream(answer)) throw new Error("A subscription answers with what can be listened to.");
  for await (const first of answer) {
    leaving.abort();
    return first;
  }
  return null;
}

function isStream(answer: unknown): answer is AsyncIterable<unknown> {
  return answer !== null && typeof answer === "object" && Symbol.asyncIterator in answer;
}

/** What looks like the id, the task's key or the project's key, and names nothing. */
function madeUpLike(id: string): string {
  if (isUuid(id)) return uuidv7();
  return id.includes("/") ? `${id.slice(0, id.indexOf("/"))}/own-made-up` : "MADEUP";
}
