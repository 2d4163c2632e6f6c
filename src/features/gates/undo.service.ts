import { holdProject } from "@/features/projects/service";
import type { Prisma } from "@/platform/db/generated/client";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { builtOnSince, type TakeBack, takeBack } from "@/platform/events/own-steps";
import { same } from "@/platform/events/take-back";
import { nameApproverWithin } from "./approval.service";
import { closeConditionWithin, lockCondition, reopenConditionWithin } from "./conditions.service";
import { judgeWithin, removeCriterionWithin, restoreCriterionWithin } from "./criteria.service";
import { removeEvidenceWithin, restoreEvidenceWithin } from "./evidence.service";
import { approverOf, findCriterion, lockGate } from "./find.queries";
import { aboutWhat, type GateDeed, readGateSteps } from "./undo.queries";

/**
 * Undoes what the member did to prepare a gate, or does again what they undid, where nobody built on it. What the approver was asked
 * and answered is not undone: a gate that was passed by mistake is asked for again.
 */
export async function takeBackAtGate(db: OrganizationDb, input: TakeBack) {
  const { projectId } = input;
  return await takeBack(db, input, {
    hold: async (tx) => await holdProject(tx, db, projectId),
    read: readGateSteps,
    inverse: async (tx, deed) => await inverse(tx, db, input, deed),
  });
}

async function inverse(tx: Transaction, db: OrganizationDb, input: TakeBack, deed: GateDeed) {
  const { organizationId } = db;
  const { phase } = deed.data;
  const gate = await lockGate(tx, db, { projectId: input.projectId, phase });
  const refusal = async (path: string[], equals: string) => {
    const deeds: Prisma.EventWhereInput = { AND: [{ data: { path, equals } }, ofPhase(phase)] };
    return await builtOnSince(tx, db, input, deeds, `“${aboutWhat(deed)}”`);
  };
  switch (deed.type) {
    case "gate.criterion-judged": {
      const { key, before, after } = deed.data;
      const row = await tx.gateCriterion.findFirst({
        where: { organizationId, gateId: gate.id, key, removedAt: null },
      });
      if (row === null || !same({ status: row.status, note: row.note }, after))
        throw await refusal(["key"], key);
      return await judgeWithin(tx, db, gate, await findCriterion(tx, db, gate, key), { key, ...before });
    }
    case "gate.criterion-added": {
      const { key, criterion: text } = deed.data;
      const untouched = {
        status: "open",
        note: "",
        evidence: { none: { removedAt: null } },
        removedAt: null,
      };
      const where = { organizationId, gateId: gate.id, key, ...untouched };
      if ((await tx.gateCriterion.count({ where })) === 0) throw await refusal(["key"], key);
      return await removeCriterionWithin(tx, db, gate, { key, text });
    }
    case "gate.criterion-removed": {
      const { key, criterion: text } = deed.data;
      const where = { organizationId, gateId: gate.id, key, removedAt: { not: null } };
      if ((await tx.gateCriterion.count({ where })) === 0) throw await refusal(["key"], key);
      return await restoreCriterionWithin(tx, db, gate, { key, text });
    }
    case "gate.evidence-added":
    case "gate.evidence-removed": {
      const { evidenceId } = deed.data;
      const isStanding = deed.type === "gate.evidence-added";
      // What shows something of a criterion that is not asked any more, or by a result that was taken away, stays away.
      const where = {
        organizationId,
        id: evidenceId,
        removedAt: isStanding ? null : { not: null },
        criterion: { removedAt: null },
        OR: [{ resultId: null }, { result: { removedAt: null } }],
      };
      if ((await tx.gateEvidence.count({ where })) === 0) throw await refusal(["evidenceId"], evidenceId);
      return await (isStanding ? removeEvidenceWithin : restoreEvidenceWithin)(tx, db, evidenceId);
    }
    case "gate.approver-named": {
      const { before, after } = deed.data;
      const approver = await approverOf(tx, db, gate);
      if (approver?.id !== after.approverId) throw await refusal(["before", "approverId"], after.approverId);
      return await nameApproverWithin(tx, db, gate, before.approverId);
    }
    case "gate.condition-closed":
    case "gate.condition-reopened": {
      const { id } = deed.data.condition;
      const locked = await lockCondition(tx, db, id);
      const isClosed = deed.type === "gate.condition-closed";
      if ((locked.condition.closedAt !== null) !== isClosed) throw await refusal(["condition", "id"], id);
      if (deed.type === "gate.condition-closed") return await reopenConditionWithin(tx, db, locked);
      return await closeConditionWithin(tx, db, locked, deed.data.before.reason);
    }
  }
}

const ofPhase = (phase: string) => ({ data: { path: ["phase"], equals: phase } });
