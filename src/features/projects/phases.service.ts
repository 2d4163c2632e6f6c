import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { replan } from "@/features/plans/service";
import { phaseById, phaseIds } from "@/planning";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { invalid } from "@/platform/errors";
import type { moveProjectInput, startPassInput } from "./schema";
import { findProject, updateProject } from "./service";

/**
 * Moves a project to another phase, forward through the gate or back, or launches it out of the last one. Skipping or going
 * back is possible, and needs a word why.
 */
export async function moveProject(db: OrganizationDb, input: z.output<typeof moveProjectInput>) {
  return await db.write(input, async (tx) => {
    const project = await findProject(tx, db, input.projectId);
    const from = project.launchedAt === null ? project.phase : "launched";
    refuseMove(from, input.to, input.reason);
    const launched = input.to === "launched";
    const entersLoop = input.to === "model-alignment" && project.loopPass === 0;
    await updateProject(tx, db, input, {
      phase: launched ? "application-integration" : input.to,
      launchedAt: launched ? new Date() : null,
      ...(entersLoop ? { loopPass: 1 } : {}),
    });
    await tx.gatePassage.create({
      data: {
        organizationId: db.organizationId,
        id: uuidv7(),
        projectId: project.id,
        fromPhase: from,
        toPhase: input.to,
        reason: input.reason,
        actorId: db.actor.membershipId,
      },
    });
    await replan(tx, db, project.id);
    return {
      answer: { version: input.version + 1 },
      event: {
        type: "project.moved",
        subject: { type: "project", id: project.id },
        projectId: project.id,
        data: {
          name: project.name,
          before: { phase: from },
          after: { phase: input.to },
          reason: input.reason,
        },
      },
    };
  });
}

/** Begins the next pass of adapting and evaluating. */
export async function startPass(db: OrganizationDb, input: z.output<typeof startPassInput>) {
  return await db.write(input, async (tx) => {
    const project = await findProject(tx, db, input.projectId);
    if (project.phase !== "model-alignment" || project.launchedAt !== null) {
      throw invalid("NOT_IN_ALIGNMENT", "Passes belong to model alignment. Move the project there first.");
    }
    const loopPass = project.loopPass + 1;
    if (loopPass > 99) throw invalid("TOO_MANY_PASSES", "A project counts up to 99 passes.");
    await updateProject(tx, db, input, { loopPass });
    await replan(tx, db, project.id);
    return {
      answer: { version: input.version + 1, loopPass },
      event: {
        type: "project.moved",
        subject: { type: "project", id: project.id },
        projectId: project.id,
        data: {
          name: project.name,
          before: { pass: project.loopPass },
          after: { pass: loopPass },
          reason: input.reason,
        },
      },
    };
  });
}

const stages: readonly string[] = [...phaseIds, "launched"];

function refuseMove(from: string, to: string, reason: string): void {
  const step = stages.indexOf(to) - stages.indexOf(from);
  if (step === 0) throw invalid("ALREADY_THERE", `The project is ${stageName(to)} already.`, "to");
  if (step !== 1 && reason === "") {
    const what = step < 0 ? "going back" : "skipping a phase";
    throw invalid("REASON_NEEDED", `Please say why: ${what} should be understood later.`, "reason");
  }
}

function stageName(stage: string): string {
  const phase = phaseIds.find((id) => id === stage);
  return phase === undefined ? "launched" : `in ${phaseById(phase).name}`;
}
