import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Delivery, LetterWriter } from "@/features/attention/mail.service";
import { sendJob } from "@/features/attention/mail-jobs.service";
import { rowsShown } from "@/features/portfolio/shown.queries";
import type { BackgroundDb } from "@/platform/db/background";
import type { Transaction } from "@/platform/db/organization-db";
import { addJob, type JobTask, jobTask } from "@/platform/jobs/job";
import type { LetterWords } from "@/platform/mail/letter-parts";
import { mayDo } from "@/platform/permissions";
import { rhythmOf } from "./letters.queries";
import { nextLetterAt } from "./rhythm-rules";
import { addressOf } from "./ui/view-address";
import { writeViewLetter } from "./view-letter-rules";

// From a due time to letters that go out once: the job claims a letter per reader and asks for itself at the next time, in one
// transaction; each letter is then sent as every other (attention/mail.service.ts), with what its reader sees at that time.

/** Claims the letters of a schedule that are due. */
export const letterJob = { name: "views.letters", payload: z.strictObject({ letterId: z.string() }) };

export const lettersTask: JobTask = jobTask(letterJob, claimDue);

async function claimDue(
  db: BackgroundDb,
  { letterId: id }: z.output<typeof letterJob.payload>,
): Promise<void> {
  const { organizationId } = db;
  await db.transaction(async (tx) => {
    // Of two processes at once the later one finds the next time.
    await lockLetters(tx, organizationId, id);
    const schedule = await findScheduled(tx, organizationId, id);
    if (schedule === null) return;
    if (isOver(schedule)) {
      await tx.letterSchedule.updateMany({ where: { organizationId, id }, data: { endedAt: new Date() } });
      return;
    }
    const now = new Date();
    if (schedule.nextAt <= now && !schedule.maker.organization.isSample) await claim(tx, schedule);
    const nextAt = schedule.nextAt <= now ? nextLetterAt(rhythmOf(schedule), now) : schedule.nextAt;
    await tx.letterSchedule.updateMany({ where: { organizationId, id }, data: { nextAt } });
    await addJob(tx, organizationId, letterJob, { key: id, payload: { letterId: id }, runAt: nextAt });
  });
}

/** Holds a schedule until the transaction ends. */
export async function lockLetters(tx: Transaction, organizationId: string, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM letter_schedule
    WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid FOR UPDATE`;
}

/** One letter per reader for the time that was due, however long ago that was. */
async function claim(tx: Transaction, schedule: Scheduled): Promise<void> {
  const { organizationId, id, nextAt: dueAt } = schedule;
  // What could not be sent since the last time says less than what is sent now.
  await tx.mailDelivery.updateMany({
    where: { organizationId, letterId: id, status: "claimed" },
    data: { status: "dropped" },
  });
  for (const { member } of schedule.readers.filter((reader) => mayGet(schedule, reader.member))) {
    await claimLetter(tx, { organizationId, letterId: id, membershipId: member.id, dueAt });
  }
}

/** Has one letter sent to one reader, unless one was claimed for the same time. */
export async function claimLetter(
  tx: Transaction,
  letter: {
    readonly organizationId: string;
    readonly letterId: string;
    readonly membershipId: string;
    readonly dueAt: Date;
  },
): Promise<void> {
  const id = uuidv7();
  const claimed = await tx.mailDelivery.createMany({
    data: { ...letter, id, kind: "view" },
    skipDuplicates: true,
  });
  if (claimed.count === 0) return;
  const job = { key: id, payload: { deliveryId: id }, runAt: new Date() };
  await addJob(tx, letter.organizationId, sendJob, job);
}

const person = { select: { id: true, role: true, removedAt: true, mailFrequency: true } } as const;

const scheduled = {
  view: true,
  maker: {
    select: {
      ...person.select,
      account: { select: { name: true } },
      organization: { select: { isSample: true, currency: true } },
    },
  },
  readers: { include: { member: person } },
} as const;

type Scheduled = NonNullable<Awaited<ReturnType<typeof findScheduled>>>;
type Person = Scheduled["readers"][number]["member"];

async function findScheduled(tx: Transaction, organizationId: string, id: string) {
  return await tx.letterSchedule.findFirst({
    where: { organizationId, id, endedAt: null, pausedAt: null },
    include: scheduled,
  });
}

/** For good: its maker does not see the view any more, or nobody is there who reads it. */
function isOver({ view, maker, readers }: Scheduled): boolean {
  if (view.deletedAt !== null || maker.removedAt !== null || !sees(view, maker)) return true;
  return readers.every(({ member }) => member.removedAt !== null);
}

function sees(view: Scheduled["view"], member: { readonly id: string }): boolean {
  return view.scope === "shared" || view.ownerId === member.id;
}

/**
 * Whether the member is to get it now. One's own goes out as long as one sees the view. What somebody else sends ends with their right
 * to share and with the view's being shared, and reaches nobody who wants no mail at all.
 */
function mayGet({ view, maker }: Pick<Scheduled, "view" | "maker">, member: Person): boolean {
  if (view.deletedAt !== null || maker.removedAt !== null || member.removedAt !== null) return false;
  if (!sees(view, member)) return false;
  if (member.id === maker.id) return true;
  return mayDo(maker.role, "view.share") && member.mailFrequency !== "off";
}

/** What a view shows its reader when its letter goes out. Of a letter that may have arrived no second one is sent. */
export const viewLetters: LetterWriter = { kinds: ["view"], onceMore: false, write };

async function write(tx: Transaction, delivery: Delivery): Promise<LetterWords | null> {
  const {
    id,
    organizationId,
    letterId,
    member,
    workspace,
    workspaceName,
    base,
    settingsUrl,
    unsubscribeUrl,
  } = delivery;
  const schedule = letterId === null ? null : await findScheduled(tx, organizationId, letterId);
  const reader = schedule?.readers.find(({ memberId }) => memberId === member.id);
  if (schedule === null || reader === undefined || !mayGet(schedule, reader.member)) return null;
  const { eventSeq: atSeq } = await tx.organizationCounter.findUniqueOrThrow({ where: { organizationId } });
  const { view, maker } = schedule;
  const { asOf, rows } = await rowsShown(tx, organizationId, view.query);
  const last = await tx.mailDelivery.findFirst({
    where: { organizationId, letterId, membershipId: member.id, status: "sent", atSeq: { not: null } },
    orderBy: { sentAt: "desc" },
    select: { sentAt: true, atSeq: true },
  });
  const keys = rows.map(({ key }) => key);
  const changes =
    last === null || last.atSeq === null || last.sentAt === null
      ? null
      : {
          since: last.sentAt,
          ...(await changesBetween(tx, organizationId, keys, { after: last.atSeq, upTo: atSeq })),
        };
  await tx.mailDelivery.updateMany({ where: { organizationId, id }, data: { atSeq } });
  return writeViewLetter({
    workspaceName,
    table: { name: view.name, asOf, currency: maker.organization.currency, rows },
    changes,
    base,
    viewUrl: new URL(addressOf(workspace, view), base).href,
    scheduledBy: maker.id === member.id ? null : maker.account.name,
    settingsUrl,
    unsubscribeUrl,
  });
}

/** What the log says of these projects between two of its places, counted by kind; and how many of them changed at all. */
async function changesBetween(
  tx: Transaction,
  organizationId: string,
  keys: readonly string[],
  { after, upTo }: { readonly after: number; readonly upTo: number },
) {
  const rows = await tx.$queryRaw<{ type: string; projectId: string; count: number }[]>`
    SELECT e.type, e.project_id::text AS "projectId", count(*)::int AS count
    FROM event e JOIN project p ON p.organization_id = e.organization_id AND p.id = e.project_id
    WHERE e.organization_id = ${organizationId}::uuid AND e.seq > ${after} AND e.seq <= ${upTo}
      AND p.key = ANY(${[...keys]})
    GROUP BY 1, 2`;
  const counts = new Map<string, number>();
  for (const { type, count } of rows) counts.set(type, (counts.get(type) ?? 0) + count);
  return { projects: new Set(rows.map(({ projectId }) => projectId)).size, counts };
}
