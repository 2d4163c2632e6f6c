import { findDecisions } from "@/features/decisions/find.queries";
import { readiness } from "@/features/decisions/readiness.service";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { findScenario } from "./service";
import { readAgainst, readState } from "./state.queries";

/** What applying a scenario would do, and what it asks of the person: all there is to see before they confirm. */
export async function applyingOf(db: OrganizationDb, scenarioId: string) {
  return await db.read(async (tx) => {
    const { id, name, version, projectId, content } = await findScenario(tx, db, scenarioId, "open");
    const { reading, steps, faults } = readAgainst(content, await readState(tx, db, projectId));
    const { choices } = reading.whatIf;
    const optionOf = new Map(choices.map(({ decisionId, optionId }) => [decisionId, optionId]));
    const decisions = await findDecisions(
      tx,
      db,
      choices.map(({ decisionId }) => decisionId),
    );
    return {
      id,
      name,
      version,
      steps,
      faults,
      decisions: decisions.map((decision) => ({
        decisionId: decision.id,
        number: decision.number,
        question: decision.question,
        version: decision.version,
        /** What is written of it already. */
        rationale: decision.rationale,
        process: decision.process,
        ...readiness(db, decision, optionOf.get(decision.id) ?? ""),
      })),
    };
  });
}

export type Applying = Awaited<ReturnType<typeof applyingOf>>;
