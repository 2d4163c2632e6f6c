import type { z } from "zod";
import { toDay, today } from "@/platform/days";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { memberName, stateOf } from "./find.queries";
import type { timelineInput } from "./schema";
import { decisionsOfLog } from "./search.queries";
import { type Moment, type MomentKind, timelinePage } from "./timeline-rules";

const most = 2_000;

/** What happened to the decisions of the log, and what is to happen, month by month. */
export async function decisionTimeline(db: OrganizationDb, input: z.output<typeof timelineInput>) {
  const rows = await db.read(
    async (tx) =>
      await tx.decision.findMany({
        where: await decisionsOfLog(tx, db, input),
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: most,
        select: momentsIn,
      }),
  );
  const moments = rows.flatMap(momentsOf);
  return { today: today(), ...timelinePage(moments, input.before ?? null) };
}

/** The projects that have decisions, by name: what a log can be narrowed to. */
export async function projectsOfLog(db: OrganizationDb) {
  const { organizationId } = db;
  return await db.read(
    async (tx) =>
      await tx.project.findMany({
        where: { organizationId, deletedAt: null, decisions: { some: { deletedAt: null } } },
        orderBy: [{ name: "asc" }, { key: "asc" }],
        select: { key: true, name: true },
      }),
  );
}

const momentsIn = {
  id: true,
  number: true,
  question: true,
  createdAt: true,
  dueOn: true,
  askedBy: memberName,
  project: { select: { key: true, name: true } },
  supersededBy: { select: { number: true } },
  outcomes: {
    select: {
      decidedAt: true,
      endedAt: true,
      endedBy: true,
      endReason: true,
      reviewOn: true,
      option: { select: { title: true } },
      decidedBy: memberName,
      ender: memberName,
      reviews: { select: { at: true, note: true, reviewer: memberName } },
    },
  },
} as const;

type Member = { readonly account: { readonly name: string } };

type Row = {
  readonly id: string;
  readonly number: number;
  readonly question: string;
  readonly createdAt: Date;
  readonly dueOn: Date | null;
  readonly askedBy: Member;
  readonly project: { readonly key: string; readonly name: string };
  readonly supersededBy: { readonly number: number } | null;
  readonly outcomes: readonly {
    readonly decidedAt: Date;
    readonly endedAt: Date | null;
    readonly endedBy: string | null;
    readonly endReason: string | null;
    readonly reviewOn: Date | null;
    readonly option: { readonly title: string };
    readonly decidedBy: Member;
    readonly ender: Member | null;
    readonly reviews: readonly { readonly at: Date; readonly note: string; readonly reviewer: Member }[];
  }[];
};

function momentsOf({ id, number, question, project, supersededBy, ...row }: Row): Moment[] {
  const isDecided = row.outcomes.some(({ endedAt }) => endedAt === null);
  const decision = { id, number, question, project, state: stateOf(supersededBy !== null, isDecided) };
  const happened = (kind: MomentKind, at: Date, by: Member | null, words = ""): Moment => ({
    ...{ kind, at, words, decision },
    on: toDay(at),
    who: by?.account.name ?? null,
  });
  const named = (kind: MomentKind, day: Date, words = ""): Moment => ({
    ...{ kind, words, decision },
    on: toDay(day),
    at: null,
    who: null,
  });
  return [
    happened("asked", row.createdAt, row.askedBy),
    ...(decision.state === "open" && row.dueOn !== null ? [named("due", row.dueOn)] : []),
    ...row.outcomes.flatMap((outcome) => [
      happened("decided", outcome.decidedAt, outcome.decidedBy, outcome.option.title),
      ...outcome.reviews.map(({ at, note, reviewer }) => happened("confirmed", at, reviewer, note)),
      ...(outcome.endedAt === null
        ? []
        : [
            happened(
              outcome.endedBy === "superseded" ? "superseded" : "reopened",
              outcome.endedAt,
              outcome.ender,
              outcome.endReason ?? "",
            ),
          ]),
      ...(decision.state === "decided" && outcome.endedAt === null && outcome.reviewOn !== null
        ? [named("review", outcome.reviewOn, outcome.option.title)]
        : []),
    ]),
  ];
}
