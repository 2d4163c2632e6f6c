import { z } from "zod";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { readOwnDeeds, tellOwnSteps } from "@/platform/events/own-steps";
import { id } from "@/platform/schema";
import { scenarioContent } from "./schema";

/** What the member may undo and redo of a project's scenarios, each with the next to be taken back first. */
export async function scenarioSteps(db: OrganizationDb, projectKey: string) {
  return await tellOwnSteps(db, projectKey, readScenarioSteps, ({ type, data }) => ({
    type,
    scenario: data.name,
  }));
}

export async function readScenarioSteps(tx: Transaction, db: OrganizationDb, projectId: string) {
  return await readOwnDeeds(tx, db, projectId, scenarioDeed);
}

const named = { scenarioId: id, name: z.string() };
const namedContent = scenarioContent.extend({ name: z.string() });

/** What an entry of the log says that was done to a scenario. */
const scenarioDeed = z.discriminatedUnion("type", [
  z.object({ type: z.literal("scenario.made"), data: z.object({ ...named, after: scenarioContent }) }),
  z.object({
    type: z.literal("scenario.edited"),
    data: z.object({ ...named, before: namedContent, after: namedContent }),
  }),
  z.object({ type: z.literal("scenario.dropped"), data: z.object(named) }),
  z.object({ type: z.literal("scenario.restored"), data: z.object(named) }),
]);

export type ScenarioDeed = z.output<typeof scenarioDeed>;
