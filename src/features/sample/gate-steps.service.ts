import { askApproval, decideGate, nameApprover } from "@/features/gates/approval.service";
import { closeCondition } from "@/features/gates/conditions.service";
import { addCriterion, judge } from "@/features/gates/criteria.service";
import { addEvidence } from "@/features/gates/evidence.service";
import { gateOf } from "@/features/gates/queries";
import {
  addCriterionInput,
  addEvidenceInput,
  askApprovalInput,
  closeConditionInput,
  decideGateInput,
  judgeInput,
  nameApproverInput,
} from "@/features/gates/schema";
import { passesOf } from "@/features/loops/queries";
import { addResultInput, recordPassInput } from "@/features/loops/schema";
import { addResult, recordPass } from "@/features/loops/service";
import type { PhaseId } from "@/planning";
import type { OrganizationDb } from "@/platform/db/organization-db";
import type { ProjectStory, StepOf, StoryGateEvidence } from "./story";
import { memberOf, type Telling } from "./telling";
import { dayToCome, workingDay } from "./timetable";

const request = () => ({ mutationId: crypto.randomUUID() });

/** The gate as the person of the story sees it. */
async function seen(db: OrganizationDb, story: ProjectStory, phase: PhaseId) {
  const gate = await gateOf(db, { projectKey: story.key, phase });
  return { gate, where: { ...request(), projectId: gate.projectId, phase, version: gate.version } };
}

export async function judgeStep(
  db: OrganizationDb,
  story: ProjectStory,
  step: StepOf<"judge">,
): Promise<void> {
  for (const { criterion, status, note = "", evidence = [] } of step.judgements) {
    const { gate, where } = await seen(db, story, step.phase);
    const meant = gate.criteria.filter((known) =>
      criterion === null ? known.status === "open" : known.key === criterion || known.text === criterion,
    );
    if (meant.length === 0 && criterion !== null) throw new Error(`No gate asks “${criterion}”.`);
    for (const { key, version } of meant) {
      for (const shown of evidence) {
        const content = pointed(gate, shown);
        const { projectId, phase } = where;
        await addEvidence(db, addEvidenceInput.parse({ ...request(), projectId, phase, key, content }));
      }
      const known = evidence.length > 0 && version === 0 ? 1 : version;
      await judge(db, judgeInput.parse({ ...where, ...request(), key, version: known, status, note }));
    }
  }
}

type Gate = Awaited<ReturnType<typeof gateOf>>;

function pointed(gate: Gate, evidence: StoryGateEvidence) {
  if (evidence.kind === "decision") {
    const decision = gate.outcomes.find(({ number }) => number === evidence.decision);
    return { kind: evidence.kind, decisionId: decision?.id };
  }
  if (evidence.kind === "result") {
    const { pass, metric } = evidence;
    const result = gate.results.find((known) => known.pass === pass && known.metric === metric);
    return { kind: evidence.kind, resultId: result?.id };
  }
  return evidence;
}

export async function ownCriterionStep(
  db: OrganizationDb,
  projectId: string,
  { phase, text }: StepOf<"own-criterion">,
): Promise<void> {
  await addCriterion(db, addCriterionInput.parse({ ...request(), projectId, phase, text }));
}

export async function namedStep(
  telling: Telling,
  db: OrganizationDb,
  story: ProjectStory,
  step: StepOf<"name-approver">,
): Promise<void> {
  const { where } = await seen(db, story, step.phase);
  const approverId = memberOf(telling, step.approver).actor.membershipId;
  await nameApprover(db, nameApproverInput.parse({ ...where, approverId }));
}

export async function approvalStep(
  db: OrganizationDb,
  story: ProjectStory,
  step: StepOf<"ask-approval">,
): Promise<void> {
  const { where } = await seen(db, story, step.phase);
  await askApproval(db, askApprovalInput.parse({ ...where, note: step.note }));
}

export async function verdictStep(
  telling: Telling,
  db: OrganizationDb,
  story: ProjectStory,
  step: StepOf<"verdict">,
): Promise<void> {
  const { where } = await seen(db, story, step.phase);
  const { verdict, reason } = step;
  const conditions = step.conditions.map(({ text, who, dueInDays }) => ({
    text,
    dueOn: dayToCome(telling.today, dueInDays),
    ownerId: memberOf(telling, who).actor.membershipId,
  }));
  await decideGate(db, decideGateInput.parse({ ...where, verdict, reason, conditions }));
}

export async function conditionStep(
  db: OrganizationDb,
  story: ProjectStory,
  step: StepOf<"close-condition">,
): Promise<void> {
  const { gate } = await seen(db, story, step.phase);
  const condition = gate.rounds
    .flatMap(({ conditions }) => conditions)
    .find(({ text }) => text === step.text);
  const input = { ...request(), conditionId: condition?.id, version: condition?.version, note: step.note };
  await closeCondition(db, closeConditionInput.parse(input));
}

export async function passStep(
  telling: Telling,
  db: OrganizationDb,
  story: ProjectStory,
  step: StepOf<"record-pass">,
): Promise<void> {
  const { projectId, passes, decisions } = await passesOf(db, { projectKey: story.key });
  const { number, tried, techniques, costMinor, personDays } = step;
  const decision = decisions.find((known) => known.number === step.decision);
  const finishedOn = step.finishedDaysAgo === null ? null : workingDay(telling.today, step.finishedDaysAgo);
  await recordPass(
    db,
    recordPassInput.parse({
      ...{ ...request(), projectId, number, tried, techniques, costMinor, personDays, finishedOn },
      version: passes.find((pass) => pass.number === number)?.version ?? 0,
      decisionId: decision?.id ?? null,
      startedOn: workingDay(telling.today, step.startedDaysAgo),
    }),
  );
  const measuredOn = finishedOn ?? workingDay(telling.today, step.daysAgo);
  for (const result of step.results)
    await addResult(db, addResultInput.parse({ ...request(), projectId, number, ...result, measuredOn }));
}
