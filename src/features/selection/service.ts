import type { z } from "zod";
import type { NamedSizing } from "@/features/decisions/evidence.service";
import { lockDecision } from "@/features/decisions/find.queries";
import { insertModelOption } from "@/features/decisions/options.service";
import { type AssessedModel, assessModel, isModelId, type ModelRequirements, modelById } from "@/planning";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { invalid } from "@/platform/errors";
import { readNeed, tried } from "./need.queries";
import type { makeOptionInput } from "./schema";

/**
 * Makes a row of the shortlist an option of an open decision: with what the catalogue says of the model and its numbers for the
 * brief's requests as evidence, all computed here anew.
 */
export async function makeOption(db: OrganizationDb, input: z.output<typeof makeOptionInput>) {
  const { modelId } = input;
  if (!isModelId(modelId)) throw invalid("UNKNOWN_MODEL", "The catalogue has no such model.", "modelId");
  return await db.write(input, async (tx) => {
    const decision = await lockDecision(tx, db, input.decisionId);
    const { given } = await readNeed(tx, db, decision.projectId);
    const need = tried(given, input.limits);
    const assessed = assessModel(modelId, need);
    const [reason] = assessed.reasons;
    if (reason !== undefined)
      throw invalid("FELL_OUT", `${modelById(modelId).name} is not on the shortlist. ${reason.sentence}`);
    return await insertModelOption(tx, db, decision, {
      modelId,
      remarks: remarksOf(assessed),
      sizings: sizingsOf(assessed, need),
    });
  });
}

function remarksOf({ unsaid }: AssessedModel): string {
  if (unsaid.length === 0) return "";
  return `\n\nOpen when it was shortlisted:\n\n${unsaid.map(({ sentence }) => `- ${sentence}`).join("\n")}`;
}

function sizingsOf({ id, memory, served, called }: AssessedModel, need: ModelRequirements): NamedSizing[] {
  const { name } = modelById(id);
  const note = "From the shortlist of models, for the requests of the brief.";
  return [
    ...(called === null ? [] : [{ title: `Calling ${name} at ${called.host}`, note, sizing: called.sizing }]),
    ...(served === null || served.usdPerMonth === null
      ? []
      : [{ title: `Serving ${name} ourselves`, note, sizing: served.sizing }]),
    ...(served === null || memory === null
      ? []
      : [
          {
            title: `Memory to serve ${name}`,
            note,
            sizing: {
              calculation: "serving-memory" as const,
              model: id,
              precision: need.precision,
              contextTokens: memory.contextTokens,
              batch: 1,
            },
          },
        ]),
  ];
}
