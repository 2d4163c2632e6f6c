import { subMinutes } from "date-fns";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { NewEvent } from "@/platform/db/event-log";
import type { OrganizationDb, Request, Transaction } from "@/platform/db/organization-db";
import { AppError, invalid, notFound, staleVersion } from "@/platform/errors";
import { addJob, dropJob } from "@/platform/jobs/job";
import { mayDo } from "@/platform/permissions";
import { claimLetter, letterJob, lockLetters } from "./letter-jobs.service";
import { rhythmOf } from "./letters.queries";
import type {
  changeLettersInput,
  endLettersInput,
  Rhythm,
  scheduleLettersInput,
  sendLetterInput,
} from "./letters.schema";
import { nextLetterAt } from "./rhythm-rules";
import { lockView } from "./service";

// Who gets a view by mail, and when. That a letter goes out, once, is in letter-jobs.service.ts.

const mostSchedules = 20;
const what = "schedule of letters";

/** Has a view sent by mail, again and again: to oneself, or by who may share to others. */
export async function scheduleLetters(db: OrganizationDb, input: z.output<typeof scheduleLettersInput>) {
  const { organizationId, actor } = db;
  const { viewId, rhythm, readers } = input;
  return await change(db, input, othersAmong(db, readers), async (tx) => {
    const view = await lockView(tx, db, viewId, "open");
    const mine = await tx.letterSchedule.findMany({
      where: { organizationId, makerId: actor.membershipId, endedAt: null, view: { deletedAt: null } },
      select: { viewId: true },
    });
    if (mine.some((schedule) => schedule.viewId === viewId)) {
      throw invalid("ALREADY_SCHEDULED", "You send this view by e-mail already. Change that instead.");
    }
    if (mine.length >= mostSchedules) {
      throw invalid("TOO_MANY_LETTERS", `You send ${mostSchedules} views by e-mail. End one of these first.`);
    }
    await refuseReaders(tx, db, view.scope, readers);
    const id = uuidv7();
    const nextAt = nextLetterAt(rhythm, new Date());
    await tx.letterSchedule.create({
      data: { organizationId, id, viewId, makerId: actor.membershipId, ...rowOf(rhythm), nextAt },
    });
    await setReaders(tx, db, id, readers);
    await askAt(tx, organizationId, id, nextAt);
    return {
      answer: { letterId: id, version: 1, nextAt },
      event: eventAbout("letters.scheduled", id, view.name, null, {
        rhythm,
        readers: await namesOf(tx, db, readers),
      }),
    };
  });
}

/** Another rhythm, other readers, a pause, or an end of it. */
export async function changeLetters(db: OrganizationDb, input: z.output<typeof changeLettersInput>) {
  const { organizationId } = db;
  const { letterId: id, version, rhythm, readers, paused } = input;
  const seen = await mySchedule(db, id);
  const toOthers = othersAmong(db, [...readers, ...seen.readers.map(({ memberId }) => memberId)]);
  return await change(db, input, toOthers, async (tx) => {
    const before = await lockSchedule(tx, db, id);
    if (before.version !== version) {
      throw staleVersion(what, { rhythm: rhythmOf(before), version: before.version });
    }
    const view = await lockView(tx, db, before.viewId, "open");
    const known = new Set(before.readers.map(({ memberId }) => memberId));
    await refuseReaders(
      tx,
      db,
      view.scope,
      readers.filter((reader) => !known.has(reader)),
    );
    const now = new Date();
    const nextAt = nextLetterAt(rhythm, now);
    const pausedAt = paused ? (before.pausedAt ?? now) : null;
    await tx.letterSchedule.updateMany({
      where: { organizationId, id },
      data: { ...rowOf(rhythm), nextAt, pausedAt, version: { increment: 1 } },
    });
    await setReaders(tx, db, id, readers);
    await dropJob(tx, organizationId, letterJob, id);
    if (!paused) await askAt(tx, organizationId, id, nextAt);
    return {
      answer: { version: version + 1, nextAt },
      event: eventAbout("letters.changed", id, view.name, toldOf(before), {
        rhythm,
        readers: await namesOf(tx, db, readers),
        paused,
      }),
    };
  });
}

/** Nobody gets the letters any more; or, of those that somebody else scheduled, I do not. */
export async function endLetters(db: OrganizationDb, input: z.output<typeof endLettersInput>) {
  const { organizationId, actor } = db;
  const { letterId: id } = input;
  const memberId = actor.membershipId;
  const seen = await anySchedule(db, id);
  if (seen.makerId !== memberId) {
    return await db.writeOwn(input, async (tx) => {
      const left = await tx.letterReader.deleteMany({ where: { organizationId, letterId: id, memberId } });
      if (left.count === 0) throw notYours("You do not get these letters, so there is nothing to stop.");
      return { letterId: id };
    });
  }
  const concern = othersAmong(
    db,
    seen.readers.map((reader) => reader.memberId),
  );
  return await change(db, input, concern, async (tx) => {
    const before = await lockSchedule(tx, db, id);
    await tx.letterSchedule.updateMany({ where: { organizationId, id }, data: { endedAt: new Date() } });
    await dropJob(tx, organizationId, letterJob, id);
    return {
      answer: { letterId: id },
      event: eventAbout("letters.ended", id, before.view.name, toldOf(before), null),
    };
  });
}

/** A letter at once, to me alone: to see what it looks like. The next one comes at its time all the same. */
export async function sendLetter(
  db: OrganizationDb,
  goesOut: boolean,
  input: z.output<typeof sendLetterInput>,
) {
  const { organizationId, actor } = db;
  const { letterId } = input;
  const { readers, makerId, maker } = await anySchedule(db, letterId);
  const membershipId = actor.membershipId;
  if (!readers.some(({ memberId }) => memberId === membershipId)) {
    throw notYours(
      makerId === membershipId
        ? "These letters do not go to you. Choose yourself as well, and save."
        : "You do not get these letters.",
    );
  }
  if (!goesOut || maker.organization.isSample) {
    throw invalid("NO_MAIL", "No mail is sent from here, so there is no letter to send.");
  }
  return await db.writeOwn(input, async (tx) => {
    const now = new Date();
    await lockLetters(tx, organizationId, letterId);
    const recent = await tx.mailDelivery.count({
      where: { organizationId, letterId, membershipId, createdAt: { gt: subMinutes(now, 1) } },
    });
    if (recent > 0) {
      throw new AppError(
        "TOO_MANY_REQUESTS",
        "JUST_SENT",
        "A letter has just been sent to you. Wait a minute.",
      );
    }
    await claimLetter(tx, { organizationId, letterId, membershipId, dueAt: now });
    return { letterId };
  });
}

/** What concerns others is a deed on the log; what goes to oneself is nobody else's history. */
type Concern = "own" | "told";

function othersAmong({ actor }: OrganizationDb, readers: readonly string[]): Concern {
  return readers.some((id) => id !== actor.membershipId) ? "told" : "own";
}

async function change<T>(
  db: OrganizationDb,
  request: Request,
  concern: Concern,
  verb: (tx: Transaction) => Promise<{ answer: T; event: NewEvent }>,
): Promise<T> {
  if (concern === "own") return await db.writeOwn(request, async (tx) => (await verb(tx)).answer);
  return await db.write(request, verb);
}

/** Throws unless I may send the view to these, and they see it. Who gets it already is asked for when it goes out. */
async function refuseReaders(
  tx: Transaction,
  db: OrganizationDb,
  scope: string,
  readers: readonly string[],
): Promise<void> {
  const { organizationId, actor } = db;
  if (othersAmong(db, readers) === "told") {
    if (!mayDo(actor.role, "view.share")) {
      throw new AppError(
        "FORBIDDEN",
        "ROLE_RULE",
        "Leads, admins and owners send views to others. Send it to yourself alone.",
      );
    }
    if (scope !== "shared") {
      throw invalid(
        "VIEW_NOT_SHARED",
        "Only you see this view. Share it before you send it to others.",
        "readers",
      );
    }
  }
  const present = await tx.membership.count({
    where: { organizationId, id: { in: [...readers] }, removedAt: null },
  });
  if (present < readers.length) throw notFound("member");
}

async function namesOf(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  memberIds: readonly string[],
): Promise<string[]> {
  const people = await tx.membership.findMany({
    where: { organizationId, id: { in: [...memberIds] } },
    select: { account: { select: { name: true } } },
  });
  return people.map(({ account }) => account.name).sort((a, b) => a.localeCompare(b, "en"));
}

async function setReaders(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  letterId: string,
  readers: readonly string[],
): Promise<void> {
  await tx.letterReader.deleteMany({ where: { organizationId, letterId } });
  await tx.letterReader.createMany({
    data: readers.map((memberId) => ({ organizationId, letterId, memberId })),
  });
}

async function askAt(tx: Transaction, organizationId: string, letterId: string, runAt: Date): Promise<void> {
  await addJob(tx, organizationId, letterJob, { key: letterId, payload: { letterId }, runAt });
}

const withReaders = {
  view: { select: { name: true } },
  maker: { select: { organization: { select: { isSample: true } } } },
  readers: { select: { memberId: true, member: { select: { account: { select: { name: true } } } } } },
} as const;

/** In whatever state, whoever's it is: what comes of it is for who asks to find out. */
async function anySchedule(db: OrganizationDb, id: string) {
  const where = { organizationId: db.organizationId, id };
  const row = await db.read(async (tx) => await tx.letterSchedule.findFirst({ where, include: withReaders }));
  if (row === null) throw notFound(what);
  return row;
}

async function mySchedule(db: OrganizationDb, id: string) {
  const row = await anySchedule(db, id);
  if (row.makerId === db.actor.membershipId) return row;
  throw notYours("Only whoever scheduled these letters may change them. You can stop yours.");
}

function notYours(message: string): AppError {
  return new AppError("FORBIDDEN", "NOT_YOUR_LETTERS", message);
}

async function lockSchedule(tx: Transaction, { organizationId, actor }: OrganizationDb, id: string) {
  await lockLetters(tx, organizationId, id);
  const row = await tx.letterSchedule.findFirst({
    where: { organizationId, id, makerId: actor.membershipId, endedAt: null },
    include: withReaders,
  });
  if (row === null) throw notFound(what);
  return row;
}

type Row = Awaited<ReturnType<typeof mySchedule>>;

function toldOf(row: Row) {
  return {
    rhythm: rhythmOf(row),
    readers: row.readers.map(({ member }) => member.account.name).sort((a, b) => a.localeCompare(b, "en")),
    paused: row.pausedAt !== null,
  };
}

function rowOf(rhythm: Rhythm) {
  const { frequency, hour, timeZone } = rhythm;
  return {
    frequency,
    weekday: rhythm.frequency === "weekly" ? rhythm.weekday : null,
    monthDay: rhythm.frequency === "monthly" ? rhythm.monthDay : null,
    hour,
    timeZone,
  };
}

function eventAbout(
  type: NewEvent["type"],
  id: string,
  name: string,
  before: NewEvent["data"] | null,
  after: NewEvent["data"] | null,
): NewEvent {
  return { type, subject: { type: "letters", id }, data: { name, before, after } };
}
