import { addOption, editOption } from "@/features/decisions/options.service";
import { decide, reopen, supersede } from "@/features/decisions/outcome.service";
import { answerObjection, settleObjection, takePosition } from "@/features/decisions/positions.service";
import { confirmOutcome } from "@/features/decisions/review.service";
import {
  addOptionInput,
  answerObjectionInput,
  askInput,
  decideInput,
  deleteDecisionInput,
  dismissSuggestionInput,
  editDecisionInput,
  editOptionInput,
  reopenInput,
  reviewInput,
  settleObjectionInput,
  supersedeInput,
  takePositionInput,
  takeSuggestionInput,
} from "@/features/decisions/schema";
import { ask, deleteDecision, editDecision } from "@/features/decisions/service";
import { dismissSuggestion, takeSuggestion } from "@/features/decisions/suggestions.service";
import { optionEffects } from "@/features/plans/schema";
import { toDay } from "@/platform/days";
import type { OrganizationDb } from "@/platform/db/organization-db";
import type { StepOf } from "./story";
import { memberOf, type Telling } from "./telling";
import { dayToCome, workingDay } from "./timetable";

export async function askStep(
  telling: Telling,
  db: OrganizationDb,
  projectId: string,
  step: StepOf<"ask">,
): Promise<void> {
  const prerequisites = [];
  for (const number of step.dependsOn) prerequisites.push(await findDecision(db, projectId, number));
  const input = askInput.parse({
    mutationId: crypto.randomUUID(),
    projectId,
    phase: step.phase,
    question: step.question,
    context: step.context,
    ownerId: memberOf(telling, step.owner).actor.membershipId,
    dueOn: workingDay(telling.today, -step.dueInDays),
    options: step.options,
    dependsOn: prerequisites.map(({ id }) => id),
    process: step.process,
    consulted: step.consulted.map((person) => memberOf(telling, person).actor.membershipId),
    taskKey: step.task,
  });
  await ask(db, input);
}

export async function editStep(
  telling: Telling,
  db: OrganizationDb,
  projectId: string,
  step: StepOf<"edit">,
): Promise<void> {
  const decision = await findDecision(db, projectId, step.decision);
  const input = editDecisionInput.parse({
    ...seen(decision),
    question: decision.question,
    context: step.context ?? decision.context,
    ownerId: memberOf(telling, step.owner).actor.membershipId,
    dueOn: workingDay(telling.today, -step.dueInDays),
  });
  await editDecision(db, input);
}

export async function dropStep(db: OrganizationDb, projectId: string, step: StepOf<"drop">): Promise<void> {
  await deleteDecision(db, deleteDecisionInput.parse(seen(await findDecision(db, projectId, step.decision))));
}

export async function optionStep(
  db: OrganizationDb,
  projectId: string,
  step: StepOf<"option">,
): Promise<void> {
  const decision = await findDecision(db, projectId, step.decision);
  const mutationId = crypto.randomUUID();
  if (step.option === null) {
    await addOption(db, addOptionInput.parse({ mutationId, decisionId: decision.id, ...step.content }));
    return;
  }
  const { id: optionId, version } = optionOf(decision, step.option);
  await editOption(db, editOptionInput.parse({ mutationId, optionId, version, ...step.content }));
}

export async function decideStep(
  db: OrganizationDb,
  projectId: string,
  step: StepOf<"decide">,
): Promise<void> {
  const decision = await findDecision(db, projectId, step.decision);
  const input = decideInput.parse({
    ...seen(decision),
    optionId: optionOf(decision, step.option).id,
    rationale: step.rationale,
    objectionsAnswered: step.objectionsAnswered,
    departure: step.departure,
    // A load that began yesterday would otherwise give a day that is over.
    reviewOn: step.reviewInDays === null ? null : dayToCome(new Date(), step.reviewInDays),
  });
  await decide(db, input);
}

export async function reopenStep(
  db: OrganizationDb,
  projectId: string,
  step: StepOf<"reopen">,
): Promise<void> {
  const decision = await findDecision(db, projectId, step.decision);
  await reopen(db, reopenInput.parse({ ...seen(decision), reason: step.reason }));
}

export async function supersedeStep(
  db: OrganizationDb,
  projectId: string,
  step: StepOf<"supersede">,
): Promise<void> {
  const decision = await findDecision(db, projectId, step.decision);
  const { question, reason } = step;
  await supersede(db, supersedeInput.parse({ ...seen(decision), question, reason }));
}

export async function positionStep(
  db: OrganizationDb,
  projectId: string,
  step: StepOf<"position">,
): Promise<void> {
  const decision = await findDecision(db, projectId, step.decision);
  const input = takePositionInput.parse({
    mutationId: crypto.randomUUID(),
    decisionId: decision.id,
    stance: step.stance,
    optionId: step.option === null ? null : optionOf(decision, step.option).id,
    reason: step.reason,
  });
  await takePosition(db, input);
}

export async function answerStep(
  telling: Telling,
  db: OrganizationDb,
  projectId: string,
  step: StepOf<"answer">,
): Promise<void> {
  const { id: decisionId } = await findDecision(db, projectId, step.decision);
  const { membershipId } = memberOf(telling, step.whose).actor;
  const input = answerObjectionInput.parse({
    mutationId: crypto.randomUUID(),
    decisionId,
    membershipId,
    version: await positionVersion(db, decisionId, membershipId),
    answer: step.answer,
  });
  await answerObjection(db, input);
}

export async function settleStep(
  db: OrganizationDb,
  projectId: string,
  step: StepOf<"settle">,
): Promise<void> {
  const { id: decisionId } = await findDecision(db, projectId, step.decision);
  const input = settleObjectionInput.parse({
    mutationId: crypto.randomUUID(),
    decisionId,
    version: await positionVersion(db, decisionId, db.actor.membershipId),
    settlement: step.settlement,
  });
  await settleObjection(db, input);
}

export async function reviewStep(
  db: OrganizationDb,
  projectId: string,
  step: StepOf<"review">,
): Promise<void> {
  const decision = await findDecision(db, projectId, step.decision);
  const nextOn = dayToCome(new Date(), step.nextInDays);
  await confirmOutcome(db, reviewInput.parse({ ...seen(decision), note: step.note, nextOn }));
}

export async function suggestionStep(
  db: OrganizationDb,
  projectId: string,
  step: StepOf<"take-suggestion"> | StepOf<"dismiss-suggestion">,
): Promise<void> {
  const named = { mutationId: crypto.randomUUID(), projectId, suggestion: step.suggestion };
  if (step.kind === "take-suggestion") await takeSuggestion(db, takeSuggestionInput.parse(named));
  else await dismissSuggestion(db, dismissSuggestionInput.parse({ ...named, reason: step.reason }));
}

async function positionVersion(
  db: OrganizationDb,
  decisionId: string,
  membershipId: string,
): Promise<number> {
  const key = { organizationId: db.organizationId, decisionId, membershipId };
  const where = { organizationId_decisionId_membershipId: key };
  const { version } = await db.read(async (tx) => await tx.position.findUniqueOrThrow({ where }));
  return version;
}

/** The decision as the person sees it before they act. */
export async function findDecision(db: OrganizationDb, projectId: string, number: number) {
  const decision = await db.read(
    async (tx) =>
      await tx.decision.findFirstOrThrow({
        where: { organizationId: db.organizationId, projectId, number, deletedAt: null },
        include: {
          options: { where: { deletedAt: null }, orderBy: { place: "asc" } },
          criteria: { where: { deletedAt: null }, orderBy: { place: "asc" }, select: { id: true } },
        },
      }),
  );
  return {
    id: decision.id,
    version: decision.version,
    question: decision.question,
    context: decision.context,
    dueOn: decision.dueOn === null ? null : toDay(decision.dueOn),
    criteria: decision.criteria,
    options: decision.options.map(({ id, version, title, effects }) => ({
      id,
      version,
      title,
      effects: optionEffects.parse(effects),
    })),
  };
}

type FoundDecision = Awaited<ReturnType<typeof findDecision>>;

function seen({ id: decisionId, version }: FoundDecision) {
  return { mutationId: crypto.randomUUID(), decisionId, version };
}

export function optionOf(decision: FoundDecision, place: number): FoundDecision["options"][number] {
  const option = decision.options[place];
  if (option === undefined) throw new Error(`“${decision.question}” has no option ${place}.`);
  return option;
}
