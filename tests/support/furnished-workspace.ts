import type { z } from "zod";
import { deleteBaseline, makeBaseline } from "@/features/baselines/service";
import type { Anchor } from "@/features/comments/schema";
import { deleteComment, resolveThread, writeComment } from "@/features/comments/service";
import { keepForReview } from "@/features/decide-next/review-list.service";
import { addCriterion } from "@/features/decisions/criteria.service";
import { addEvidence, removeEvidence } from "@/features/decisions/evidence.service";
import { decide } from "@/features/decisions/outcome.service";
import { answerObjection, takePosition } from "@/features/decisions/positions.service";
import { scoringOf } from "@/features/decisions/scoring.queries";
import { handIn, reveal, saveDraft } from "@/features/decisions/scoring.service";
import { ask } from "@/features/decisions/service";
import { dismissSuggestion } from "@/features/decisions/suggestions.service";
import { askApproval, decideGate } from "@/features/gates/approval.service";
import { closeCondition } from "@/features/gates/conditions.service";
import { addCriterion as addGateCriterion } from "@/features/gates/criteria.service";
import { addEvidence as addGateEvidence } from "@/features/gates/evidence.service";
import { gateOf } from "@/features/gates/queries";
import { gateSteps } from "@/features/gates/undo.queries";
import { addResult } from "@/features/loops/service";
import { passSteps } from "@/features/loops/undo.queries";
import { changeChecklist } from "@/features/plans/checklists.service";
import { addTask, linkTasks } from "@/features/plans/own-tasks.service";
import { projectPlan } from "@/features/plans/queries";
import type { projectTaskContent } from "@/features/plans/schema";
import { editTask } from "@/features/plans/tasks.service";
import { takeBackSteps } from "@/features/plans/undo.queries";
import { takeBackInPlan } from "@/features/plans/undo.service";
import { saveBrief } from "@/features/projects/brief.service";
import { briefSteps } from "@/features/projects/brief-undo.queries";
import { takeBackBrief } from "@/features/projects/brief-undo.service";
import { detailSteps } from "@/features/projects/details-undo.queries";
import { takeBackDetails } from "@/features/projects/details-undo.service";
import { moveProject } from "@/features/projects/phases.service";
import { type BriefContent, emptyBrief } from "@/features/projects/schema";
import { createProject, deleteProject, editable, editProject } from "@/features/projects/service";
import { dropScenario, makeScenario } from "@/features/scenarios/service";
import { scenarioSteps } from "@/features/scenarios/undo.queries";
import { deleteSizing, saveSizing } from "@/features/sizing/service";
import type { ownTaskContent } from "@/features/standards/schema";
import { addTask as addStandardTask } from "@/features/standards/service";
import { deleteTeam, makeTeam } from "@/features/teams/service";
import { bookTime, deleteTime } from "@/features/time/service";
import { startTimer } from "@/features/time/timer.service";
import { scheduleLetters } from "@/features/views/letters.service";
import { deleteView, makeView } from "@/features/views/service";
import { setSharing } from "@/features/views/shares.service";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { anInvitation } from "./factories";
import { someSchedules } from "./schedules";
import { aShareLink } from "./shares";
import { aFile } from "./storage";

/** A task that a workspace adds to the lifecycle. */
export const standardTask: z.input<typeof ownTaskContent> = {
  technique: "evaluation",
  name: "Ask the works council",
  deliverable: "Agreement",
  discipline: "security-legal",
  level: 2,
  effortPersonDays: { optimistic: 1, mostLikely: 2, pessimistic: 3 },
  durationWorkingDays: { optimistic: 5, mostLikely: 10, pessimistic: 20 },
  after: ["use-case-scoping/brief"],
  before: ["application/launch"],
  inLoop: false,
  retired: false,
};

/** A task that a project has besides those of the standards. */
export const projectTask: z.input<typeof projectTaskContent> = {
  technique: "use-case-scoping",
  name: "Visit the clinic",
  deliverable: "Notes of a day",
  discipline: "product",
  level: 2,
  effortPersonDays: { optimistic: 1, mostLikely: 2, pessimistic: 3 },
  durationWorkingDays: { optimistic: 1, mostLikely: 3, pessimistic: 8 },
  inLoop: false,
  retired: false,
};

export type FurnishedWorkspace = Awaited<ReturnType<typeof furnish>>;

/**
 * Fills a workspace with one of everything that procedures are about: a project in alignment and a deleted one, decisions that
 * are open and decided, threads that are open and resolved, an invitation, a task somebody settled.
 */
export async function furnish(db: OrganizationDb, keys: { project: string; deleted: string }) {
  const project = await aProject(db, keys.project);
  const deleted = await aProject(db, keys.deleted);
  await deleteProject(db, { mutationId: request(), projectId: deleted.id, version: 1 });

  const open = await aDecision(db, project.id, "Which model do we start from?");
  const other = await aDecision(db, project.id, "Where does the data come from?");
  const decided = await aDecision(db, project.id, "Who answers when it fails?");
  await decide(db, {
    mutationId: request(),
    decisionId: decided.id,
    version: 1,
    optionId: decided.firstOption.id,
    rationale: "It is the simplest.",
    objectionsAnswered: "",
    departure: "",
    reviewOn: null,
  });
  await takePosition(db, {
    mutationId: request(),
    decisionId: open.id,
    stance: "agree",
    optionId: open.firstOption.id,
    reason: "",
  });

  const link = await aLink(db, open);
  const removedLink = await aLink(db, open);
  await removeEvidence(db, { mutationId: request(), evidenceId: removedLink.id });
  const file = await aFile(db, "results.csv", "metric,value\nf1,0.9\n");
  const openScoring = await aScoring(db, keys.project, open);
  const revealedScoring = await aScoring(db, keys.project, other);
  const cells = scored(other, revealedScoring.criterion);
  await saveDraft(db, {
    mutationId: request(),
    roundId: openScoring.roundId,
    cells: scored(open, openScoring.criterion),
  });
  await handIn(db, { mutationId: request(), roundId: revealedScoring.roundId, cells });
  await reveal(db, { mutationId: request(), roundId: revealedScoring.roundId });

  const thread = await aComment(db, open.id, null);
  const answer = await aComment(db, open.id, thread.id);
  const resolved = await aComment(db, open.id, null);
  await resolveThread(db, { mutationId: request(), commentId: resolved.id });

  const taken = await aComment(db, open.id, thread.id);
  await deleteComment(db, { mutationId: request(), commentId: taken.id });

  const objection = await anAnsweredObjection(db, other);
  const dismissedSuggestion = "launch-steps";
  await dismissSuggestion(db, {
    mutationId: request(),
    projectId: project.id,
    suggestion: dismissedSuggestion,
    reason: "Nobody but us uses it.",
  });

  const suggestion = await aComment(db, open.id, null, {
    kind: "text",
    quote: "Nobody reads them.",
    before: "The letters are long. ",
    after: "",
    suggestion: "Few read them.",
  });

  const deletedBaseline = await aBaseline(db, project.id, "As of the pilot");
  await deleteBaseline(db, { mutationId: request(), baselineId: deletedBaseline.id, version: 1 });
  const baseline = await aBaseline(db, project.id, "As agreed");
  const sizing = await aSizing(db, project.id);
  const deletedSizing = await aSizing(db, project.id);
  await deleteSizing(db, { mutationId: request(), sizingId: deletedSizing.id });

  const deletedView = await aView(db, "As it was");
  await deleteView(db, { mutationId: request(), viewId: deletedView.id, version: 1 });
  const view = await aView(db, "At risk");

  const deletedTeam = await makeTeam(db, { mutationId: request(), name: "As it was", memberIds: [] });
  await deleteTeam(db, { mutationId: request(), teamId: deletedTeam.id, version: 1 });
  const team = await makeTeam(db, {
    mutationId: request(),
    name: "Retrieval",
    memberIds: [db.actor.membershipId],
  });

  const letters = await someLetters(db);

  const shareLink = await aShareLink(db, "At risk", "health=at-risk");
  await setSharing(db, { mutationId: request(), withoutSignIn: true });

  const droppedScenario = await aScenario(db, project.id, "Prompt it", other);
  await dropScenario(db, { mutationId: request(), scenarioId: droppedScenario.id, version: 1 });
  const scenario = await aScenario(db, project.id, "Take the costly one", open);

  const task = await aSettledTask(db, project);
  const bookedTask = { key: "use-case-scoping/data-inventory" };
  const timeEntry = await aTimeEntry(db, project.id, bookedTask.key, "2026-01-06");
  const deletedTimeEntry = await aTimeEntry(db, project.id, bookedTask.key, "2026-01-07");
  await deleteTime(db, { mutationId: request(), entryId: deletedTimeEntry.entryId, version: 1 });
  const { timerId } = await startTimer(db, {
    mutationId: request(),
    projectId: project.id,
    taskKey: bookedTask.key,
  });
  await moveProject(db, {
    mutationId: request(),
    projectId: project.id,
    version: await versionOf(db, project.id),
    to: "model-alignment",
    reason: "The model is given.",
  });

  const added = await addStandardTask(db, { mutationId: request(), content: standardTask });
  const linkedTask = { key: "use-case-scoping/brief" };
  const { taskKey } = await addTask(db, {
    mutationId: request(),
    projectId: project.id,
    content: projectTask,
    after: [linkedTask.key],
  });
  await changeChecklist(db, {
    mutationId: request(),
    projectId: project.id,
    taskKey: linkedTask.key,
    change: { kind: "add", itemId: request(), text: "Ask the archive" },
  });
  await aTakenBackLink(db, project, taskKey);
  const briefVersion = await aTakenBackBrief(db, project);
  await takenBackDetails(db, project);
  const gate = await aGate(db, project, decided.id);
  const result = await addResult(db, {
    mutationId: request(),
    projectId: project.id,
    number: 1,
    metric: "Supported answers",
    value: 96,
    unit: "%",
    dataSet: "400 chats",
    measuredOn: "2026-03-02",
    measuredBy: "Ada",
  });

  const schedules = await someSchedules(db);

  return {
    ...schedules,
    organizationId: db.organizationId,
    projectTask: { key: taskKey, version: 1 },
    linkedTask,
    briefVersion,
    seqToUndo: await seqsToUndo(db, project.key),
    standardTask: { key: added.subject, version: added.version },
    slug: db.slug,
    ownerId: db.actor.membershipId,
    project: { ...project, version: await versionOf(db, project.id) },
    deletedProject: deleted,
    openDecision: open,
    otherDecision: other,
    openScoring,
    revealedScoring,
    decidedDecision: { ...decided, version: 2 },
    objection,
    dismissedSuggestion,
    baseline,
    deletedBaseline,
    view,
    letters,
    shareLink,
    deletedView,
    team,
    deletedTeam,
    scenario,
    droppedScenario,
    evidence: link,
    removedEvidence: removedLink,
    sizing,
    deletedSizing,
    file,
    thread,
    answer,
    resolvedThread: resolved,
    deletedComment: taken,
    suggestion,
    gate,
    result,
    invitation: await anInvitation(db, "member"),
    task,
    bookedTask,
    timeEntry,
    deletedTimeEntry,
    timer: { id: timerId },
    reviewEntry: await keepForReview(db, { mutationId: request(), decisionId: open.id }),
  };
}

/** The gate of alignment, with a criterion of its own and evidence, that was passed with two conditions, one of which is closed. */
async function aGate(db: OrganizationDb, project: { id: string; key: string }, decisionId: string) {
  const where = { projectId: project.id, phase: "model-alignment" } as const;
  const criterion = await addGateCriterion(db, {
    mutationId: request(),
    ...where,
    text: "The works council agrees",
  });
  const evidence = await addGateEvidence(db, {
    mutationId: request(),
    ...where,
    key: criterion.key,
    content: { kind: "decision", decisionId },
  });
  const condition = { dueOn: "2026-04-01", ownerId: db.actor.membershipId };
  await askApproval(db, { mutationId: request(), ...where, version: 2, note: "Please look." });
  await decideGate(db, {
    mutationId: request(),
    ...where,
    version: 3,
    verdict: "conditions",
    reason: "Good enough to go on.",
    conditions: [
      { text: "Test for bias", ...condition },
      { text: "Write the model card", ...condition },
    ],
  });
  const read = await gateOf(db, { projectKey: project.key, phase: "model-alignment" });
  const [open, closed] = read.rounds[0]?.conditions ?? [];
  if (open === undefined || closed === undefined) throw new Error("It was passed with two conditions.");
  await closeCondition(db, { mutationId: request(), conditionId: closed.id, version: 1, note: "Done." });
  return { version: read.version, criterion, evidence, open, closed: { ...closed, version: 2 } };
}

function request(): string {
  return crypto.randomUUID();
}

async function aProject(db: OrganizationDb, key: string) {
  return await createProject(db, {
    mutationId: request(),
    key,
    name: `Project ${key}`,
    summary: "",
    template: "prompt-hosted-model",
    ownerId: db.actor.membershipId,
    startsOn: "2026-01-05",
    targetOn: null,
    budgetMinor: null,
  });
}

async function versionOf(db: OrganizationDb, projectId: string): Promise<number> {
  const where = { organizationId_id: { organizationId: db.organizationId, id: projectId } };
  const { version } = await db.read(async (tx) => await tx.project.findUniqueOrThrow({ where }));
  return version;
}

async function aDecision(db: OrganizationDb, projectId: string, question: string) {
  const asked = await ask(db, {
    mutationId: request(),
    projectId,
    phase: "model-selection",
    question,
    context: "The letters are long. Nobody reads them.",
    ownerId: db.actor.membershipId,
    dueOn: null,
    options: [
      { title: "The plain one", description: "", effects: [] },
      { title: "The costly one", description: "", effects: [{ kind: "add-cost", costMinor: 100_000 }] },
    ],
    dependsOn: [],
    process: "advice",
    consulted: [],
    taskKey: null,
    commentId: null,
  });
  const [firstOption, secondOption] = await db.read(
    async (tx) =>
      await tx.decisionOption.findMany({
        where: { organizationId: db.organizationId, decisionId: asked.id },
        orderBy: { place: "asc" },
        select: { id: true, version: true },
      }),
  );
  if (firstOption === undefined || secondOption === undefined)
    throw new Error("It was asked with two options.");
  return { ...asked, version: 1, firstOption, secondOption };
}

async function aBaseline(db: OrganizationDb, projectId: string, name: string) {
  return await makeBaseline(db, { mutationId: request(), projectId, name });
}

/** Everybody's tab. */
async function aView(db: OrganizationDb, name: string) {
  return await makeView(db, { mutationId: request(), name, query: "health=at-risk", scope: "shared" });
}

/** A view by mail, to its maker, every Monday. */
async function someLetters(db: OrganizationDb) {
  const { id: viewId } = await aView(db, "By mail");
  return await scheduleLetters(db, {
    mutationId: request(),
    viewId,
    rhythm: { frequency: "weekly", weekday: 1, hour: 8, timeZone: "Asia/Kathmandu" },
    readers: [db.actor.membershipId],
  });
}

async function aScenario(
  db: OrganizationDb,
  projectId: string,
  name: string,
  decision: { id: string; secondOption: { id: string } },
) {
  const choices = [{ decisionId: decision.id, optionId: decision.secondOption.id }];
  const content = { start: null, choices, tasks: [] };
  return await makeScenario(db, { mutationId: request(), projectId, name, content });
}

async function aLink(db: OrganizationDb, decision: { id: string; firstOption: { id: string } }) {
  const { id } = await addEvidence(db, {
    mutationId: request(),
    decisionId: decision.id,
    optionId: decision.firstOption.id,
    title: "What others measured",
    note: "",
    content: { kind: "link", url: "https://example.org/measured" },
  });
  return { id, version: 1 };
}

async function aSizing(db: OrganizationDb, projectId: string) {
  const sizing = {
    calculation: "hosted-price",
    model: "llama-3-8b",
    promptTokens: 1_000,
    outputTokens: 200,
    requestsPerDay: 10_000,
  } as const;
  return await saveSizing(db, {
    mutationId: request(),
    projectId,
    name: "What calling it costs",
    content: { sizing, follows: [] },
  });
}

type Asked = Awaited<ReturnType<typeof aDecision>>;

async function aScoring(db: OrganizationDb, projectKey: string, decision: Asked) {
  const content = { name: "Cost", description: "", worst: 1_000, best: 0, unit: "€", words: [] };
  const criterion = await addCriterion(db, { mutationId: request(), decisionId: decision.id, ...content });
  const [round] = (await scoringOf(db, projectKey, decision.number)).rounds;
  if (round === undefined) throw new Error("The first criterion opens a round.");
  return { roundId: round.id, criterion: { ...criterion, version: 1 }, weightsVersion: 2 };
}

/** A score for each option by the one criterion. */
export function scored({ firstOption, secondOption }: Asked, criterion: { readonly id: string }) {
  return [firstOption, secondOption].map((option, place) => ({
    optionId: option.id,
    criterionId: criterion.id,
    score: 100 * place,
    note: "As the price list says.",
  }));
}

async function aComment(db: OrganizationDb, decisionId: string, parentId: string | null, anchor?: Anchor) {
  const { id } = await writeComment(db, {
    mutationId: request(),
    subjectType: "decision",
    subjectId: decisionId,
    parentId,
    ...(anchor === undefined ? {} : { anchor }),
    body: "What does it **cost**?",
  });
  return { id, version: 1 };
}

/** The owner objects, and answers it. */
async function anAnsweredObjection(db: OrganizationDb, decision: Awaited<ReturnType<typeof aDecision>>) {
  const { membershipId } = db.actor;
  await takePosition(db, {
    mutationId: request(),
    decisionId: decision.id,
    stance: "object",
    optionId: decision.secondOption.id,
    reason: "It is too costly.",
  });
  const { version } = await answerObjection(db, {
    mutationId: request(),
    decisionId: decision.id,
    membershipId,
    version: 1,
    answer: "It saves more than it costs.",
  });
  return { decisionId: decision.id, membershipId, version };
}

/** Of each kind of steps, the latest of the owner's. */
async function seqsToUndo(db: OrganizationDb, projectKey: string) {
  const latest = ({ undo: [step] }: { undo: { seq: number }[] }) => step?.seq ?? 0;
  return {
    plan: latest(await takeBackSteps(db, projectKey)),
    brief: latest(await briefSteps(db, projectKey)),
    details: latest(await detailSteps(db, projectKey)),
    gate: latest(await gateSteps(db, projectKey)),
    pass: latest(await passSteps(db, projectKey)),
    scenario: latest(await scenarioSteps(db, projectKey)),
  };
}

/** The owner links a task and undoes it. */
async function aTakenBackLink(db: OrganizationDb, project: { id: string; key: string }, taskKey: string) {
  const ofProject = { mutationId: request(), projectId: project.id };
  const link = { kind: "start-to-start", lagWorkingDays: 1 } as const;
  await linkTasks(db, { ...ofProject, taskKey, after: "use-case-scoping/frame", ...link });
  const { plan: seq } = await seqsToUndo(db, project.key);
  await takeBackInPlan(db, { ...ofProject, mutationId: request(), way: "undo", seq });
}

/** A brief that was saved twice, the second time taken back; the version after it. */
async function aTakenBackBrief(db: OrganizationDb, project: { id: string; key: string }): Promise<number> {
  const ofProject = () => ({ mutationId: request(), projectId: project.id });
  const save = async (version: number, content: Partial<BriefContent>) =>
    await saveBrief(db, { ...ofProject(), version, content: { ...emptyBrief, ...content } });
  await save(1, { latencySeconds: 2 });
  const { version } = await save(2, { latencySeconds: 2, languages: ["German"] });
  const { brief: seq } = await seqsToUndo(db, project.key);
  await takeBackBrief(db, { ...ofProject(), way: "undo", seq });
  return version + 1;
}

/** Details that were saved twice, the second time taken back. */
async function takenBackDetails(db: OrganizationDb, project: { id: string; key: string }) {
  const ofProject = () => ({ mutationId: request(), projectId: project.id });
  const where = { organizationId_id: { organizationId: db.organizationId, id: project.id } };
  const save = async (summary: string) => {
    const row = await db.read(async (tx) => await tx.project.findUniqueOrThrow({ where }));
    await editProject(db, { ...ofProject(), version: row.version, ...editable(row), summary });
  };
  await save("Answers the first line of support, day and night.");
  await save("Answers the first line of support, and the second.");
  const { details: seq } = await seqsToUndo(db, project.key);
  await takeBackDetails(db, { ...ofProject(), way: "undo", seq });
}

async function aTimeEntry(db: OrganizationDb, projectId: string, taskKey: string, workedOn: string) {
  return await bookTime(db, {
    mutationId: request(),
    projectId,
    taskKey,
    memberId: null,
    workedOn,
    hours: 3.5,
    note: "",
  });
}

async function aSettledTask(db: OrganizationDb, project: { id: string; key: string }) {
  const [task] = (await projectPlan(db, project.key)).tasks;
  if (task === undefined) throw new Error("A plan has tasks.");
  await editTask(db, {
    mutationId: request(),
    projectId: project.id,
    taskKey: task.key,
    version: 0,
    effortPersonDays: { optimistic: 1, mostLikely: 2, pessimistic: 4 },
    durationWorkingDays: null,
    status: "planned",
    startedOn: null,
    finishedOn: null,
    actualEffortPersonDays: null,
    assigneeId: db.actor.membershipId,
  });
  return { key: task.key, version: 1 };
}
