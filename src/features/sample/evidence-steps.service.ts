import { Readable } from "node:stream";
import { addEvidenceInput } from "@/features/decisions/evidence.schema";
import { addEvidence } from "@/features/decisions/evidence.service";
import { saveSizingInput } from "@/features/sizing/schema";
import { saveSizing } from "@/features/sizing/service";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { receiveFile } from "@/platform/storage/receive-file";
import { findDecision, optionOf } from "./decision-steps.service";
import type { StepOf } from "./story";
import type { Telling } from "./telling";
import { workingDay } from "./timetable";

export async function evidenceStep(
  telling: Telling,
  db: OrganizationDb,
  projectId: string,
  step: StepOf<"evidence">,
): Promise<void> {
  const decision = await findDecision(db, projectId, step.decision);
  const input = addEvidenceInput.parse({
    mutationId: crypto.randomUUID(),
    decisionId: decision.id,
    optionId: step.option === null ? null : optionOf(decision, step.option).id,
    title: step.title,
    note: step.note,
    content: await contentOf(telling, db, step.content),
  });
  await addEvidence(db, input);
}

export async function sizeStep(db: OrganizationDb, projectId: string, step: StepOf<"size">): Promise<void> {
  const { name, content } = step;
  await saveSizing(db, saveSizingInput.parse({ mutationId: crypto.randomUUID(), projectId, name, content }));
}

async function contentOf(telling: Telling, db: OrganizationDb, content: StepOf<"evidence">["content"]) {
  if (content.kind === "result") {
    const { measuredDaysAgo, ...result } = content;
    return { ...result, measuredOn: workingDay(telling.today, measuredDaysAgo) };
  }
  if (content.kind !== "file") return content;
  const upload = { name: content.name, content: Readable.from([Buffer.from(content.text)]) };
  return { kind: "file", fileId: (await receiveFile(db, telling.receiving, upload)).id };
}
