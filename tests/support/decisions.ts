import { decide } from "@/features/decisions/outcome.service";
import { takePosition } from "@/features/decisions/positions.service";
import { decisionByNumber } from "@/features/decisions/queries";
import { askInput, decideInput, takePositionInput } from "@/features/decisions/schema";
import { ask } from "@/features/decisions/service";
import type { OrganizationDb } from "@/platform/db/organization-db";

// Decisions and what is done to them, as a person would send it: through the schemas, with a request of its own.

type AskInput = ReturnType<typeof askInput.parse>;
type Project = { readonly id: string; readonly key: string };

/** A question with an option that leaves the plan alone and one that tunes a model for it, at a price. */
export function questionInput(
  db: OrganizationDb,
  project: Project,
  change: Partial<AskInput> = {},
): AskInput {
  return askInput.parse({
    mutationId: crypto.randomUUID(),
    projectId: project.id,
    phase: "model-alignment",
    question: "Is prompting enough?",
    context: "Answers are **long**.",
    ownerId: db.actor.membershipId,
    dueOn: null,
    options: [
      { title: "Prompt it", description: "", effects: [] },
      {
        title: "Tune it",
        description: "On our own tickets.",
        effects: [
          { kind: "include-technique", technique: "fine-tuning" },
          { kind: "add-cost", costMinor: 250_000 },
        ],
      },
    ],
    dependsOn: [],
    ...change,
  });
}

/** A decision that was just asked, as its page shows it, with its first two options. */
export async function aDecision(db: OrganizationDb, project: Project, change: Partial<AskInput> = {}) {
  const { number } = await ask(db, questionInput(db, project, change));
  const decision = await decisionByNumber(db, project.key, number);
  const [plain, tuned] = decision.options;
  if (plain === undefined || tuned === undefined) throw new Error("It was asked with two options.");
  return { ...decision, plain, tuned };
}

type DecideInput = ReturnType<typeof decideInput.parse>;

/** Decides for an option. */
export async function choose(
  db: OrganizationDb,
  decision: { readonly id: string; readonly version: number },
  option: { readonly id: string },
  change: Partial<DecideInput> = {},
) {
  return await decide(
    db,
    decideInput.parse({
      mutationId: crypto.randomUUID(),
      decisionId: decision.id,
      version: decision.version,
      optionId: option.id,
      rationale: "It meets the bar.",
      objectionsAnswered: "",
      ...change,
    }),
  );
}

type PositionInput = ReturnType<typeof takePositionInput.parse>;

export async function take(
  db: OrganizationDb,
  decision: { readonly id: string },
  change: Pick<PositionInput, "stance"> & Partial<PositionInput>,
) {
  return await takePosition(
    db,
    takePositionInput.parse({
      mutationId: crypto.randomUUID(),
      decisionId: decision.id,
      optionId: null,
      reason: "",
      ...change,
    }),
  );
}
