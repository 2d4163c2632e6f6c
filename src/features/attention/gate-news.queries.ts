import { z } from "zod";
import { gateVerdicts } from "@/planning";
import type { Transaction } from "@/platform/db/organization-db";
import type { LogEntry } from "@/platform/events/consumer";
import { hearersOf, type News, nothing } from "./audience.queries";

// Who is waited for at a gate, who hears what came of it, and who has to see to a condition.

const waitsFor = (projectId: string, phase: string) => `gate:${projectId}/${phase}`;
const conditionOf = (phase: string, id: string) => `condition:${phase}/${id}`;

const asked = z.object({ phase: z.string(), after: z.object({ approverId: z.string() }) });
const named = asked.extend({ waits: z.boolean() });
const decided = z.object({
  phase: z.string(),
  after: z.object({
    verdict: z.enum(gateVerdicts),
    conditions: z.array(z.object({ id: z.string(), ownerId: z.string() })),
  }),
});
const condition = z.object({
  phase: z.string(),
  condition: z.object({ id: z.string(), ownerId: z.string().optional() }),
});

export async function newsOfGate(tx: Transaction, organizationId: string, entry: LogEntry): Promise<News[]> {
  const project = await tx.project.findFirst({
    where: { organizationId, id: entry.projectId ?? entry.subjectId, deletedAt: null },
    select: { id: true, ownerId: true },
  });
  if (project === null) return [];
  const place = { projectId: project.id, decisionId: null };
  switch (entry.type) {
    case "gate.asked": {
      const { phase, after } = asked.parse(entry.data);
      return [{ ...nothing, place, ...approvalBy(after.approverId, waitsFor(project.id, phase)) }];
    }
    case "gate.approver-named": {
      const { phase, after, waits } = named.parse(entry.data);
      if (!waits) return [];
      return [{ ...nothing, place, ...approvalBy(after.approverId, waitsFor(project.id, phase)) }];
    }
    case "gate.decided":
      return await ofVerdict(tx, organizationId, entry, project);
    case "gate.condition-closed": {
      const { phase, condition: closed } = condition.parse(entry.data);
      return [{ ...nothing, place, settled: [{ subject: conditionOf(phase, closed.id) }] }];
    }
    case "gate.condition-reopened": {
      const { phase, condition: opened } = condition.parse(entry.data);
      const { ownerId } = opened;
      if (ownerId === undefined) return [];
      const notice = { membershipId: ownerId, kind: "condition", subject: conditionOf(phase, opened.id) };
      return [{ ...nothing, place, notices: [notice] }];
    }
    default:
      return [];
  }
}

function approvalBy(membershipId: string, subject: string) {
  return {
    notices: [{ membershipId, kind: "approval", subject }],
    settled: [{ subject, except: membershipId }],
  };
}

const kinds = {
  passed: "gate-passed",
  conditions: "gate-conditions",
  "sent-back": "gate-sent-back",
} as const;

/** The project's followers, its owner and whoever asked hear the verdict; each condition goes to who sees to it. */
async function ofVerdict(
  tx: Transaction,
  organizationId: string,
  entry: LogEntry,
  project: { id: string; ownerId: string },
): Promise<News[]> {
  const { phase, after } = decided.parse(entry.data);
  const askers = await tx.gateRound.findMany({
    where: { organizationId, gateId: entry.subjectId },
    distinct: ["askedById"],
    select: { askedById: true },
  });
  const place = { projectId: project.id, phase, decisionId: null };
  const involved = [project.ownerId, ...askers.map(({ askedById }) => askedById)];
  const { hearers } = await hearersOf(tx, organizationId, place, involved);
  const subject = waitsFor(project.id, phase);
  return [
    {
      ...nothing,
      place,
      settled: [{ subject }],
      notices: hearers.map((membershipId) => ({ membershipId, kind: kinds[after.verdict], subject })),
    },
    ...after.conditions.map(({ id, ownerId }) => ({
      ...nothing,
      place,
      notices: [{ membershipId: ownerId, kind: "condition", subject: conditionOf(phase, id) }],
    })),
  ];
}

/** Gates without a named approver wait for the project's owner: for the new one when it has another. */
export async function approvalsOfOwner(
  tx: Transaction,
  organizationId: string,
  projectId: string,
  ownerId: string,
): Promise<News[]> {
  const waiting = await tx.gate.findMany({
    where: { organizationId, projectId, approverId: null, rounds: { some: { verdict: null } } },
    select: { phase: true },
  });
  return waiting.map(({ phase }) => ({
    ...nothing,
    place: { projectId, decisionId: null },
    ...approvalBy(ownerId, waitsFor(projectId, phase)),
  }));
}
