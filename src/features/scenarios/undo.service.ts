import { holdProject } from "@/features/projects/service";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { builtOnSince, type TakeBack, takeBack } from "@/platform/events/own-steps";
import { changedBack, same } from "@/platform/events/take-back";
import { scenarioContent } from "./schema";
import { dropScenarioWithin, editScenarioWithin, restoreScenarioWithin } from "./service";
import { readScenarioSteps, type ScenarioDeed } from "./undo.queries";

/** Undoes what the member did to a scenario, or does again what they undid, where nobody built on it. The plan stays as it is. */
export async function takeBackScenario(db: OrganizationDb, input: TakeBack) {
  const { projectId } = input;
  return await takeBack(db, input, {
    hold: async (tx) => await holdProject(tx, db, projectId),
    read: readScenarioSteps,
    inverse: async (tx, deed) => await inverse(tx, db, input, deed),
  });
}

async function inverse(tx: Transaction, db: OrganizationDb, input: TakeBack, { type, data }: ScenarioDeed) {
  const { scenarioId } = data;
  const row = await tx.scenario.findFirst({
    where: { organizationId: db.organizationId, id: scenarioId, projectId: input.projectId },
    select: { name: true, content: true, version: true, appliedAt: true, deletedAt: true },
  });
  const isOpen = row !== null && row.appliedAt === null && row.deletedAt === null;
  const refusal = async () => {
    const deeds = { data: { path: ["scenarioId"], equals: scenarioId } };
    return await builtOnSince(tx, db, input, deeds, `the scenario “${data.name}”`);
  };
  if (type === "scenario.dropped") {
    if (row === null || row.deletedAt === null) throw await refusal();
    return await restoreScenarioWithin(tx, db, scenarioId);
  }
  if (!isOpen) throw await refusal();
  const { name, version } = row;
  const content = scenarioContent.parse(row.content);
  if (type === "scenario.edited") {
    const back = changedBack({ name, ...content }, data);
    if (back === null) throw await refusal();
    const { name: formerName, ...former } = back;
    return await editScenarioWithin(tx, db, { scenarioId, version, name: formerName, content: former });
  }
  if (type === "scenario.made" && !(name === data.name && same(content, data.after))) throw await refusal();
  return await dropScenarioWithin(tx, db, { scenarioId, version });
}
