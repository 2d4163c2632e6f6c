import type { z } from "zod";
import { planRecord } from "@/features/plans/record.schema";
import { optionEffects } from "@/features/plans/schema";
import { toDay } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { type KeptContent, keptContent } from "./evidence.schema";
import { memberName, stateOf, toPhase, toProcess, toStance } from "./find.queries";
import { positionsRecord } from "./record.schema";
import { costsOfChange, type exportDecisionsInput } from "./schema";
import { toWeighting } from "./scoring.queries";
import { keptCells } from "./scoring.schema";
import { roundRecord } from "./scoring-record-rules";
import { decisionsOfLog } from "./search.queries";

const most = 2_000;

export type DecisionRecord = Awaited<ReturnType<typeof decisionRecords>>[number];

/** Decisions as they are kept outside: names instead of ids, everything that was said at deciding. By project and number. */
export async function decisionRecords(
  tx: Transaction,
  db: OrganizationDb,
  which: Omit<z.output<typeof exportDecisionsInput>, "format">,
) {
  const rows = await tx.decision.findMany({
    where: {
      ...(await decisionsOfLog(tx, db, which)),
      ...(which.number === undefined ? {} : { number: which.number }),
    },
    orderBy: [{ project: { key: "asc" } }, { number: "asc" }],
    take: most,
    include: {
      project: { select: { key: true, name: true } },
      owner: memberName,
      askedBy: memberName,
      supersedes: { select: { number: true, question: true } },
      supersededBy: { select: { number: true, question: true } },
      options: {
        where: { deletedAt: null },
        orderBy: { place: "asc" },
        select: {
          id: true,
          title: true,
          description: true,
          effects: true,
          pros: true,
          cons: true,
          costOfChange: true,
          costOfChangeLevel: true,
        },
      },
      outcomes: {
        orderBy: { decidedAt: "desc" },
        include: { option: { select: { title: true } }, decidedBy: memberName, ender: memberName },
      },
      positions: { orderBy: { at: "asc" }, include: { membership: memberName } },
      consulted: { orderBy: { askedAt: "asc" }, select: { membership: memberName } },
      dependsOn: {
        where: { dependsOn: { deletedAt: null } },
        select: { dependsOn: { select: { number: true, question: true } } },
      },
      evidence: {
        where: { deletedAt: null, OR: [{ optionId: null }, { option: { deletedAt: null } }] },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: {
          optionId: true,
          title: true,
          note: true,
          content: true,
          createdAt: true,
          addedBy: memberName,
          file: { select: { name: true, mediaType: true, sizeBytes: true, sha256: true } },
        },
      },
      criteria: { where: { deletedAt: null }, orderBy: [{ place: "asc" }, { id: "asc" }] },
      // A file goes wherever it is taken: it holds what everybody may know, so no round that still runs, whoever asks.
      scoringRounds: {
        where: { revealedAt: { not: null } },
        orderBy: { number: "asc" },
        select: {
          number: true,
          reason: true,
          openedAt: true,
          revealedAt: true,
          revealedBy: memberName,
          sheets: { orderBy: { membershipId: "asc" }, select: { cells: true, membership: memberName } },
        },
      },
    },
  });
  return rows.map((row) => {
    const outcomes = row.outcomes.map((outcome) => ({
      option: outcome.option.title,
      rationale: outcome.rationale,
      objectionsAnswered: outcome.objectionsAnswered,
      decidedBy: outcome.decidedBy.account.name,
      decidedAt: outcome.decidedAt,
      reviewOn: outcome.reviewOn === null ? null : toDay(outcome.reviewOn),
      plan: planRecord.parse(outcome.difference),
      stood: positionsRecord.nullable().parse(outcome.positions),
      ended:
        outcome.endedAt === null
          ? null
          : {
              by: outcome.endedBy,
              reason: outcome.endReason ?? "",
              at: outcome.endedAt,
              who: outcome.ender?.account.name ?? "",
            },
    }));
    const holding = outcomes.find(({ ended }) => ended === null) ?? null;
    const standing = holding === null ? null : { ...holding, departure: holding.stood?.departure ?? "" };
    const titles = new Map(row.options.map(({ id, title }) => [id, title]));
    const evidenceOn = (optionId: string | null) =>
      row.evidence.filter((item) => item.optionId === optionId).map(toEvidence);
    return {
      project: row.project,
      number: row.number,
      phase: toPhase(row.phase),
      question: row.question,
      context: row.context,
      state: stateOf(row.supersededBy !== null, standing !== null),
      process: toProcess(row.process),
      owner: row.owner.account.name,
      askedBy: row.askedBy.account.name,
      askedAt: row.createdAt,
      dueOn: row.dueOn === null ? null : toDay(row.dueOn),
      consulted: row.consulted.map(({ membership }) => membership.account.name),
      options: row.options.map(({ id, effects, costOfChangeLevel, ...option }) => ({
        ...option,
        costOfChangeLevel: costsOfChange.find((level) => level === costOfChangeLevel) ?? null,
        effects: optionEffects.parse(effects),
        evidence: evidenceOn(id),
      })),
      /** What bears on the decision whichever option is chosen. */
      evidence: evidenceOn(null),
      criteria: row.criteria.map(({ name, description, worst, best, unit, words, importance }) => ({
        ...{ name, description, worst, best, unit, words, importance },
      })),
      /** Rounds of scoring that were revealed. */
      scoring: row.scoringRounds.map(({ sheets, revealedBy, ...round }) =>
        roundRecord(
          { options: row.options, criteria: row.criteria, weighting: toWeighting(row.weighting) },
          {
            ...round,
            revealedBy: revealedBy?.account.name ?? "",
            sheets: sheets.map(({ cells, membership }) => ({
              memberId: membership.id,
              name: membership.account.name,
              cells: keptCells.parse(cells),
            })),
          },
        ),
      ),
      standing,
      outcomes,
      // As they stood when it was decided; while it is open, as they stand.
      positions:
        holding?.stood?.positions.map(({ name, stance, option, reason, answer }) => ({
          name,
          stance,
          option,
          reason,
          answer,
        })) ??
        row.positions.map(({ membership, stance, optionId, reason, answer }) => ({
          name: membership.account.name,
          stance: toStance(stance),
          option: optionId === null ? null : (titles.get(optionId) ?? null),
          reason,
          answer,
        })),
      supersedes: row.supersedes,
      supersededBy: row.supersededBy,
      dependsOn: row.dependsOn.map(({ dependsOn }) => dependsOn),
    };
  });
}

type KeptEvidence = {
  readonly title: string;
  readonly note: string;
  readonly content: unknown;
  readonly createdAt: Date;
  readonly addedBy: { readonly account: { readonly name: string } };
  readonly file: {
    readonly name: string;
    readonly mediaType: string;
    readonly sizeBytes: number;
    readonly sha256: string;
  } | null;
};

function toEvidence({ title, note, content, createdAt, addedBy, file }: KeptEvidence) {
  const kept: KeptContent = keptContent.parse(content);
  return { title, note, content: kept, addedBy: addedBy.account.name, addedAt: createdAt, file };
}
