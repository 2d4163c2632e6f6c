import { z } from "zod";
import type { Transaction } from "@/platform/db/organization-db";
import type { LogEntry } from "@/platform/events/consumer";
import { type News, nothing } from "./audience.queries";

// Who hears of a level that is proposed for somebody's profile: that person, and of the answer whoever proposed it.

const about = z.object({ proposalId: z.string() });

/** Of a change to a profile it is news only where it answers a proposal. */
export async function newsOfProposal(
  tx: Transaction,
  organizationId: string,
  entry: LogEntry,
): Promise<News[]> {
  const asked = about.safeParse(entry.data);
  if (!asked.success) return [];
  const proposal = await tx.profileProposal.findFirst({
    where: { organizationId, id: asked.data.proposalId },
    select: { id: true, membershipId: true, byId: true, discipline: true, outcome: true },
  });
  if (proposal === null) return [];
  const subject = subjectOf(proposal.id);
  const news = { ...nothing, place: { projectId: null, decisionId: null } };
  if (entry.type === "member.proposed") {
    // It may have been answered, or taken back, before the log was read.
    if (proposal.outcome !== null) return [];
    const { membershipId, byId, discipline } = proposal;
    const replaced = await tx.profileProposal.findMany({
      where: { organizationId, membershipId, byId, discipline, outcome: "withdrawn" },
      select: { id: true },
    });
    return [
      {
        ...news,
        settled: replaced.map(({ id }) => ({ subject: subjectOf(id), only: membershipId })),
        notices: [{ membershipId, kind: "proposal", subject }],
      },
    ];
  }
  const kind = answers[proposal.outcome ?? ""];
  return [
    {
      ...news,
      settled: [{ subject }],
      notices: kind === undefined ? [] : [{ membershipId: proposal.byId, kind, subject }],
    },
  ];
}

const subjectOf = (id: string) => `proposal:${id}`;

const answers: Readonly<Record<string, string>> = {
  "taken-over": "proposal-taken",
  declined: "proposal-declined",
};
