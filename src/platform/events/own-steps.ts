import { z } from "zod";
import type { EventType } from "../db/event-log";
import type { Prisma } from "../db/generated/client";
import type { Change, OrganizationDb, Transaction } from "../db/organization-db";
import { AppError, notFound } from "../errors";
import { id, mutationId } from "../schema";
import { openSteps } from "./take-back";

const ways = ["undo", "redo"] as const;
type Way = (typeof ways)[number];

/** Undoes what an entry of the log did, or does again what it undid; `seq` is that entry's. */
export const takeBackInput = z.strictObject({
  mutationId,
  projectId: id,
  way: z.enum(ways),
  seq: z.int().min(1).max(2_147_483_647),
});

export type TakeBack = z.output<typeof takeBackInput>;

/** An entry that took back another says which: an undone deed, or an undoing that was undone. */
const takesBack = z.object({ undoes: z.int().optional(), redoes: z.int().optional() });

/** How far back one can undo. */
const mostSteps = 100;

/** What the member may undo and redo of what they did in a project, each with the latest last. `deedOf` reads an entry; null: none that can be. */
export async function readOwnSteps<Deed>(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
  types: readonly EventType[],
  deedOf: (entry: { readonly type: string; readonly data: unknown }) => Deed | null,
) {
  const rows = await tx.event.findMany({
    where: {
      organizationId: db.organizationId,
      projectId,
      actorId: db.actor.membershipId,
      type: { in: [...types] },
    },
    orderBy: { seq: "desc" },
    take: mostSteps,
    select: { seq: true, type: true, data: true },
  });
  // What an older version wrote in another shape can't be taken back any more.
  const steps = rows.toReversed().flatMap(({ seq, type, data }) => {
    const deed = deedOf({ type, data });
    const marks = takesBack.safeParse(data);
    return deed !== null && marks.success ? [{ seq, deed, ...marks.data }] : [];
  });
  const { undo, redo } = openSteps(steps);
  const deedAt = new Map(steps.map(({ seq, deed }) => [seq, deed]));
  return { undo, redo: redo.map((step) => ({ ...step, undone: deedAt.get(step.undoes ?? step.seq) })) };
}

/** An entry of the log of one type, as it is read back. */
type DeedSchema = z.ZodObject<{ type: z.ZodLiteral<EventType>; data: z.ZodType }>;

/** The same of deeds that a union of entries names by their types. */
export async function readOwnDeeds<Deed extends z.ZodDiscriminatedUnion<readonly DeedSchema[], "type">>(
  tx: Transaction,
  db: OrganizationDb,
  projectId: string,
  deed: Deed,
) {
  const types = deed.options.map(({ shape }) => shape.type.value);
  return await readOwnSteps(tx, db, projectId, types, (entry) => deed.safeParse(entry).data ?? null);
}

type OwnStep<Deed> = {
  readonly seq: number;
  readonly deed: Deed;
  /** Of an undoing: what was undone, and would be done again. */
  readonly undone?: Deed | undefined;
};
type OwnSteps<Deed> = Readonly<Record<Way, readonly OwnStep<Deed>[]>>;

type ReadSteps<Deed> = (tx: Transaction, db: OrganizationDb, projectId: string) => Promise<OwnSteps<Deed>>;

/** What the member may undo and redo in the project of this key, each with the next to be taken back first, told by what it did. */
export async function tellOwnSteps<Deed, Told extends object>(
  db: OrganizationDb,
  projectKey: string,
  read: ReadSteps<Deed>,
  tell: (deed: Deed) => Told,
) {
  return await db.read(async (tx) => {
    const where = { organizationId: db.organizationId, key: projectKey, deletedAt: null };
    const project = await tx.project.findFirst({ where, select: { id: true } });
    if (project === null) throw notFound("project");
    const { undo, redo } = await read(tx, db, project.id);
    const told = (steps: typeof undo) =>
      steps.toReversed().map(({ seq, deed, undone = deed }) => ({ seq, ...tell(undone) }));
    return { undo: told(undo), redo: told(redo) };
  });
}

/**
 * Takes a step of the member's own back, by a deed of its own: `inverse` does the opposite, or refuses with `builtOn` where things are
 * not as the step left them. `hold` makes those wait who want the same, and answers what it held.
 */
export async function takeBack<Deed, Held>(
  db: OrganizationDb,
  input: TakeBack,
  {
    hold,
    read,
    inverse,
  }: {
    readonly hold: (tx: Transaction) => Promise<Held>;
    readonly read: ReadSteps<Deed>;
    readonly inverse: (tx: Transaction, deed: Deed, held: Held) => Promise<Pick<Change<unknown>, "event">>;
  },
): Promise<{ taken: true }> {
  const { projectId, way, seq } = input;
  return await db.write(input, async (tx) => {
    const held = await hold(tx);
    const { deed } = openStep(await read(tx, db, projectId), way, seq);
    const { event } = await inverse(tx, deed, held);
    return {
      answer: { taken: true },
      event: { ...event, data: { ...event.data, ...(way === "undo" ? { undoes: seq } : { redoes: seq }) } },
    };
  });
}

/** The step that somebody wants to take back. Of two who do so at once, the later one finds none. */
function openStep<Deed>(steps: OwnSteps<Deed>, way: Way, seq: number): OwnStep<Deed> {
  const step = steps[way].find((open) => open.seq === seq);
  if (step !== undefined) return step;
  throw new AppError(
    "CONFLICT",
    "NOTHING_TO_TAKE_BACK",
    "This has been taken back already, or is not yours.",
  );
}

/** As `builtOn`, by whoever did the latest of these deeds after the entry that is to be taken back. */
export async function builtOnSince(
  tx: Transaction,
  { organizationId, actor }: OrganizationDb,
  { projectId, seq }: { readonly projectId: string; readonly seq: number },
  deeds: Prisma.EventWhereInput,
  what: string,
): Promise<AppError> {
  const since = await tx.event.findFirst({
    where: { ...deeds, organizationId, projectId, seq: { gt: seq } },
    orderBy: { seq: "desc" },
    select: { actorId: true, actor: { select: { account: { select: { name: true } } } } },
  });
  const isOwn = since === null || since.actorId === actor.membershipId;
  return builtOn(isOwn ? null : since.actor.account.name, what);
}

/** Somebody, or the member themself where `who` is null, went on from what is to be taken back. */
export function builtOn(who: string | null, what: string): AppError {
  const since = who === null ? `${what} has been changed again since` : `${who} has changed ${what} since`;
  return new AppError(
    "CONFLICT",
    "BUILT_ON",
    `${since}. Taking yours back would take that back, too: change it by hand.`,
  );
}
