import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { readPlan, replan } from "@/features/plans/service";
import { phaseById } from "@/planning";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid } from "@/platform/errors";
import { passedGates } from "./gates.queries";
import { gatesLeftOut, type MoveRefusal, mostPasses, moveRefusal } from "./move-rules";
import type { moveProjectInput, startPassInput } from "./schema";
import { findProject, updateProject } from "./service";

/**
 * Moves a project to another phase, forward through the gate or back, or launches it out of the last one. Going on without the gate,
 * skipping or going back is possible, and needs a word why. Whoever comes back to alignment begins another pass of it.
 */
export async function moveProject(db: OrganizationDb, input: z.output<typeof moveProjectInput>) {
  return await db.write(input, async (tx) => {
    const project = await findProject(tx, db, input.projectId);
    const from = project.launchedAt === null ? project.phase : "launched";
    const passed = await passedGates(tx, db, project.id);
    const refusal = moveRefusal({ from, to: input.to, reason: input.reason, passed });
    if (refusal !== null) throw whyNotMoved(refusal, input.to);
    const launched = input.to === "launched";
    const loopPass =
      input.to === "model-alignment" ? Math.min(project.loopPass + 1, mostPasses) : project.loopPass;
    await updateProject(tx, db, input, {
      phase: launched ? "application-integration" : input.to,
      launchedAt: launched ? new Date() : null,
      loopPass,
    });
    const withoutGates = gatesLeftOut(from, input.to, passed);
    await tx.gatePassage.create({
      data: {
        organizationId: db.organizationId,
        id: uuidv7(),
        projectId: project.id,
        fromPhase: from,
        toPhase: input.to,
        reason: input.reason,
        withoutGates,
        actorId: db.actor.membershipId,
      },
    });
    if (loopPass > project.loopPass) await beginPass(tx, db, project.id, loopPass);
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
          after: { phase: input.to, withoutGates },
          reason: input.reason,
        },
      },
    };
  });
}

/** Begins the next pass of adapting and evaluating; beyond the passes that the plan has a budget for, with a reason. */
export async function startPass(db: OrganizationDb, input: z.output<typeof startPassInput>) {
  return await db.write(input, async (tx) => {
    const project = await findProject(tx, db, input.projectId);
    if (project.phase !== "model-alignment" || project.launchedAt !== null) {
      throw invalid("NOT_IN_ALIGNMENT", "Passes belong to model alignment. Move the project there first.");
    }
    const loopPass = project.loopPass + 1;
    if (loopPass > mostPasses) {
      throw invalid("TOO_MANY_PASSES", `A project counts up to ${mostPasses} passes.`);
    }
    const budget = (await readPlan(tx, db, project.id)).parameters["loop-passes"];
    if (loopPass > budget && input.reason === "") {
      throw invalid(
        "REASON_NEEDED",
        `The plan has a budget of ${budget} passes. Please say why pass ${loopPass} is needed.`,
        "reason",
      );
    }
    await updateProject(tx, db, input, { loopPass });
    await beginPass(tx, db, project.id, loopPass);
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

/** From here on there is something to record what is tried and found in. */
async function beginPass(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  projectId: string,
  number: number,
): Promise<void> {
  await tx.loopPass.createMany({
    data: [{ organizationId, id: uuidv7(), projectId, number }],
    skipDuplicates: true,
  });
}

function whyNotMoved(refusal: MoveRefusal, to: z.output<typeof moveProjectInput>["to"]) {
  switch (refusal) {
    case "already-there":
      return invalid(
        "ALREADY_THERE",
        `The project is ${to === "launched" ? "launched" : `in ${phaseById(to).name}`} already.`,
        "to",
      );
    case "not-integrated":
      return invalid(
        "NOT_INTEGRATED",
        "A project is launched out of application integration. Move it there first.",
        "to",
      );
    case "reason-needed-back":
      return invalid("REASON_NEEDED", "Please say why: going back should be understood later.", "reason");
    case "reason-needed-gate":
      return invalid(
        "REASON_NEEDED",
        "The gate has not been passed. Please say why the project goes on without it.",
        "reason",
      );
    case "reason-needed-skipping":
      return invalid(
        "REASON_NEEDED",
        "Please say why: skipping a phase should be understood later.",
        "reason",
      );
  }
}
