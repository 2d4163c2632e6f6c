import { createHash } from "node:crypto";
import superjson from "superjson";
import { AppError, notFound } from "../errors";
import { type Client, inScope, isTransient, type Transaction } from "./client";
import { appendEvents, type NewEvent } from "./event-log";
import type { Role } from "./generated/enums";
import { tellInboxes } from "./inbox-channel";

export type { Transaction } from "./client";

export type Actor = {
  readonly accountId: string;
  readonly membershipId: string;
  readonly role: Role;
  readonly name: string;
};

export type Change<T> = {
  /** JSON-like; kept, so that a retry answers the same. */
  readonly answer: T;
  /** Of a verb that is made of others: what each of them says on the log, before what it says itself. */
  readonly steps?: readonly NewEvent[];
  readonly event: NewEvent;
};

/** Names the request that a change answers, so that a retry of it is recognised. */
export type Request = { readonly mutationId: string };

const issued = Symbol("issued by the gate");

type Opening = {
  readonly openedAtSeq: number;
  /** The private projects that the member may not see, in a fixed order. */
  readonly hiddenProjects: readonly string[];
};

/**
 * The database as one member of one organization may use it. Holding one is the proof of access: only the gate makes them,
 * after reading the membership from the database.
 */
export class OrganizationDb {
  readonly #client: Client;
  readonly #hiddenProjects: readonly string[];
  /** Where the log stood when access was proved: whatever is read through the handle is at least as new. */
  readonly openedAtSeq: number;

  constructor(
    proof: typeof issued,
    client: Client,
    readonly organizationId: string,
    readonly slug: string,
    readonly actor: Actor,
    opening: Opening,
  ) {
    if (proof !== issued) throw new TypeError("Only the gate opens an organization.");
    this.#client = client;
    this.openedAtSeq = opening.openedAtSeq;
    this.#hiddenProjects = opening.hiddenProjects;
  }

  /** What the holder may see, as a text to compare: who has the same one sees the same of the organization. */
  get sight(): string {
    return this.#hiddenProjects.join(",");
  }

  /** One transaction for all reads of a screen. */
  async read<T>(query: (tx: Transaction) => Promise<T>): Promise<T> {
    return await inScope(this.#client, this.#scope(), query);
  }

  /**
   * One transaction that writes only what can be computed again or may be forgotten: stored forecasts, presence. It changes
   * no history, so it appends no event.
   */
  async derive<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return await inScope(this.#client, this.#scope(), work);
  }

  /**
   * One transaction that changes rows and appends one event, or does neither. A request that was already applied is not
   * applied again: its answer is given again. A verb that is made of others appends theirs before its own.
   */
  async write<T>(request: Request, verb: (tx: Transaction) => Promise<Change<T>>): Promise<T> {
    return await again(() =>
      inScope(this.#client, this.#scope(), async (tx) => {
        await holdMembership(tx, this.organizationId, this.actor);
        return await applyOnce(tx, this.organizationId, this.actor, request, verb);
      }),
    );
  }

  /**
   * One transaction that writes what is the member's alone: what they have read, what they follow, how they get mail. It is nobody
   * else's history, so it appends no event; the member's own tabs are told. A retry of a request that was applied answers the same.
   */
  async writeOwn<T>(request: Request, verb: (tx: Transaction) => Promise<T>): Promise<T> {
    return await again(() =>
      inScope(this.#client, this.#scope(), async (tx) => {
        await holdMembership(tx, this.organizationId, this.actor);
        return await once(tx, this.organizationId, this.actor, request, async () => {
          const answer = await verb(tx);
          await tellInboxes(tx, [this.actor.membershipId]);
          return { answer, finish: async () => {} };
        });
      }),
    );
  }

  /**
   * As `write`, for verbs about who belongs to the organization. Each looks at the rows of several members, so they run one after
   * another: of two owners who act on each other at once, the later one meets what the earlier did.
   */
  async writeMembers<T>(request: Request, verb: (tx: Transaction) => Promise<Change<T>>): Promise<T> {
    return await again(() =>
      inScope(this.#client, this.#scope(), async (tx) => {
        await lockMembers(tx, this.organizationId);
        await holdMembership(tx, this.organizationId, this.actor);
        return await applyOnce(tx, this.organizationId, this.actor, request, verb);
      }),
    );
  }

  #scope() {
    const { organizationId, actor } = this;
    return { accountId: actor.accountId, organizationId, hiddenProjects: this.#hiddenProjects };
  }
}

const mostTries = 4;

/** Tries again what met others half-way; nothing was written then. Throws BUSY when it keeps meeting them. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error)) throw error;
      if (attempt === mostTries) {
        throw new AppError(
          "CONFLICT",
          "BUSY",
          "Others are changing the same thing right now. Nothing was changed; please try again.",
        );
      }
    }
  }
}

/** From here on nobody else changes who belongs to the organization, until the transaction ends. */
export async function lockMembers(tx: Transaction, organizationId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`members of ${organizationId}`}, 0))`;
}

/**
 * A removal or change of role waits for running writes of the member, and no write starts after it with the rights of before. Nor
 * does one see a project that was hidden from the member since the handle was opened: what they may see is read anew, after the lock.
 */
async function holdMembership(tx: Transaction, organizationId: string, actor: Actor): Promise<void> {
  const [held] = await tx.$queryRaw<
    { role: Role }[]
  >`SELECT held.role, see_as(${organizationId}::uuid, ${actor.membershipId}::uuid) AS hidden FROM (
      SELECT role::text AS role FROM membership
      WHERE organization_id = ${organizationId}::uuid AND id = ${actor.membershipId}::uuid AND removed_at IS NULL
      FOR SHARE) AS held`;
  if (held === undefined) throw notFound("workspace");
  if (held.role !== actor.role) {
    throw new AppError(
      "CONFLICT",
      "ROLE_CHANGED",
      "Your role in this workspace has just changed. Reload and try again.",
    );
  }
}

/** Runs the verb inside a transaction that is already in scope; for the gate's own verbs, which begin before there is a handle. */
export async function applyOnce<T>(
  tx: Transaction,
  organizationId: string,
  actor: Pick<Actor, "accountId" | "membershipId">,
  request: Request,
  verb: (tx: Transaction) => Promise<Change<T>>,
): Promise<T> {
  return await once(tx, organizationId, actor, request, async () => {
    const { answer, steps = [], event } = await verb(tx);
    const entries = [...steps, event].map((one) => ({ actorId: actor.membershipId, event: one }));
    // Last, because it holds the lock of the log's counter.
    return { answer, finish: async () => await appendEvents(tx, organizationId, entries) };
  });
}

async function once<T>(
  tx: Transaction,
  organizationId: string,
  actor: Pick<Actor, "accountId">,
  request: Request,
  work: () => Promise<{ answer: T; finish: () => Promise<void> }>,
): Promise<T> {
  const key = { organizationId, accountId: actor.accountId, mutationId: request.mutationId };
  const inputHash = createHash("sha256").update(canonicalJson(request)).digest("base64");
  // The insert waits for a concurrent transaction with the same key, so two retries at once apply once.
  const fresh = await tx.mutation.createMany({ data: { ...key, inputHash }, skipDuplicates: true });
  if (fresh.count === 0) return await answerAgain<T>(tx, key, inputHash);

  const { answer, finish } = await work();
  await tx.mutation.update({
    where: { organizationId_accountId_mutationId: key },
    data: { answer: JSON.parse(superjson.stringify(answer)) },
  });
  await finish();
  return answer;
}

async function answerAgain<T>(
  tx: Transaction,
  key: { organizationId: string; accountId: string; mutationId: string },
  inputHash: string,
): Promise<T> {
  const earlier = await tx.mutation.findUniqueOrThrow({
    where: { organizationId_accountId_mutationId: key },
  });
  if (earlier.inputHash !== inputHash) {
    throw new AppError(
      "CONFLICT",
      "MUTATION_ID_REUSED",
      "This request identifier was already used for something else.",
    );
  }
  return superjson.parse<T>(JSON.stringify(earlier.answer));
}

/** JSON with sorted keys: the same input gives the same text in whatever order it was sent. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

export function issueOrganizationDb(
  client: Client,
  organizationId: string,
  slug: string,
  actor: Actor,
  opening: Opening,
): OrganizationDb {
  return new OrganizationDb(issued, client, organizationId, slug, actor, opening);
}
