import { randomUUID } from "node:crypto";
import type { inferRouterInputs } from "@trpc/server";
import { toBase64 } from "lib0/buffer";
import type { AppRouter } from "@/api";
import { readFilter } from "@/features/portfolio/ui/filter-address";
import { emptyBrief } from "@/features/projects/schema";
import { beginningOf } from "@/features/texts/text-rules";
import { isoDate, mondayOf } from "@/planning";
import { password } from "./factories";
import { projectTask, scored, standardTask } from "./furnished-workspace";
import type { World } from "./procedure-world";

type Inputs = inferRouterInputs<AppRouter>;

/** One row per procedure, checked by the compiler: what its owner could ask for in the world as it is in the beginning. */
type Rows = {
  readonly [Feature in keyof Inputs]: {
    readonly [Name in keyof Inputs[Feature]]: (world: World) => Inputs[Feature][Name];
  };
};

const workspace = (world: World) => ({ workspace: world.slug });
const write = (world: World) => ({ ...workspace(world), mutationId: randomUUID() });
const takingBack = (world: World, seq: number) => ({
  ...write(world),
  projectId: world.own.project.id,
  way: "undo" as const,
  seq,
});
const ofProject = ({ own }: World) => ({ projectKey: own.project.key });
const ofDecision = (world: World) => ({ ...ofProject(world), number: world.own.openDecision.number });
const ofText = ({ own }: World) => ({ decisionId: own.openDecision.id, field: "context" as const });
const ofBriefText = ({ own }: World) => ({ projectId: own.project.id, field: "goals" as const });
/** Writes words at the beginning of a text. */
const aChange = toBase64(beginningOf("It has to be fast."));
const ofGate = ({ own }: World) => ({ projectId: own.project.id, phase: "model-alignment" as const });
const rates = { currency: "EUR", personDayCostMinor: 50_000, acceleratorHourCostMinor: 200 } as const;
const projectDetails = ({ own }: World) => ({
  name: "A new name",
  summary: "What it is for.",
  ownerId: own.ownerId,
  startsOn: "2026-02-02",
  targetOn: "2026-12-18",
  budgetMinor: 9_000_000,
  teamId: own.team.id,
});
const option = {
  title: "Another way",
  description: "It costs more.",
  effects: [{ kind: "add-cost", costMinor: 200_000 } as const],
};

const sizing = {
  calculation: "serving-memory",
  model: "llama-3-8b",
  precision: "bf16",
  contextTokens: 8192,
  batch: 4,
} as const;
const criterion = { description: "", worst: 10, best: 0, unit: "s", words: [] };
const reviewEntry = ({ own }: World) => ({ reviewEntryId: own.reviewEntry.id });
const revealed = ({ own }: World) => ({
  projectKey: own.project.key,
  number: own.otherDecision.number,
  round: 1,
});

const rows: Rows = {
  accounts: {
    register: () => ({ email: `${randomUUID()}@example.org`, name: "Somebody new", password }),
    sampleAccounts: () => ({}),
    me: () => ({}),
    sessions: () => ({}),
    rename: () => ({ mutationId: randomUUID(), name: "Another name" }),
    changePassword: () => ({
      mutationId: randomUUID(),
      currentPassword: password,
      password: "another password for tests",
    }),
    signOutOthers: () => ({ mutationId: randomUUID() }),
    signOutEverywhere: () => ({ mutationId: randomUUID() }),
  },

  activity: {
    position: workspace,
    feed: (world) => ({ ...workspace(world), projectId: world.own.project.id, limit: 100 }),
    typing: (world) => ({ ...workspace(world), place: "projects", commentId: world.own.thread.id }),
    follow: (world) => ({ ...workspace(world), after: 0, place: "projects" }),
  },

  attention: {
    inbox: (world) => ({ ...workspace(world), filter: "all" }),
    mark: (world) => ({
      ...write(world),
      items: [{ id: world.own.inboxItem.id, lastSeq: world.own.inboxItem.lastSeq }],
      read: true,
      done: true,
      snoozedUntil: null,
    }),
    subscription: (world) => ({
      ...workspace(world),
      subject: { kind: "decision", decisionId: world.own.openDecision.id },
    }),
    subscriptions: workspace,
    subscribe: (world) => ({
      ...write(world),
      subject: { kind: "phase", projectId: world.own.project.id, phase: "model-alignment" },
      choice: "muted",
    }),
    mail: workspace,
    setMail: (world) => ({
      ...write(world),
      frequency: "digest",
      digestHour: 7,
      timeZone: "Asia/Kathmandu",
    }),
  },

  comments: {
    discussion: (world) => ({
      ...workspace(world),
      subjectType: "decision",
      subjectId: world.own.openDecision.id,
    }),
    outline: (world) => ({
      ...workspace(world),
      subjectType: "decision",
      subjectId: world.own.openDecision.id,
    }),
    answers: (world) => ({ ...workspace(world), commentId: world.own.thread.id }),
    history: (world) => ({ ...workspace(world), commentId: world.own.thread.id }),
    mentionable: (world) => ({
      ...workspace(world),
      of: "things",
      text: "",
      projectId: world.own.project.id,
    }),
    react: (world) => ({ ...write(world), commentId: world.own.thread.id, emoji: "agree", on: true }),
    write: (world) => ({
      ...write(world),
      subjectType: "decision",
      subjectId: world.own.openDecision.id,
      parentId: world.own.thread.id,
      body: "I think so, too.",
    }),
    edit: (world) => ({
      ...write(world),
      commentId: world.own.thread.id,
      version: world.own.thread.version,
      body: "What did it cost?",
    }),
    delete: (world) => ({ ...write(world), commentId: world.own.answer.id }),
    restore: (world) => ({ ...write(world), commentId: world.own.deletedComment.id }),
    resolve: (world) => ({ ...write(world), commentId: world.own.thread.id }),
    unresolve: (world) => ({ ...write(world), commentId: world.own.resolvedThread.id }),
  },

  decideNext: {
    open: (world) => ({
      ...workspace(world),
      order: "days",
      projectKey: null,
      ownerId: null,
      phase: null,
      limit: 1_000,
    }),
    nudge: (world) => ({
      ...write(world),
      decisionId: world.own.otherDecision.id,
      sentence: "The model waits for it.",
    }),
    reviewList: workspace,
    keepForReview: (world) => ({ ...write(world), decisionId: world.own.otherDecision.id }),
    noteReview: (world) => ({
      ...write(world),
      ...reviewEntry(world),
      version: world.own.reviewEntry.version,
      note: "Ask about the licence.",
    }),
    moveReview: (world) => ({ ...write(world), ...reviewEntry(world), direction: "up" }),
    settleReview: (world) => ({ ...write(world), ...reviewEntry(world), as: "reviewed" }),
  },

  decisionLog: {
    projects: workspace,
    timeline: (world) => ({ ...workspace(world), ...ofProject(world), state: "all" }),
    graph: (world) => ({ ...workspace(world), ...ofProject(world), state: "all" }),
  },

  decisions: {
    list: (world) => ({ ...workspace(world), ...ofProject(world) }),
    byNumber: (world) => ({ ...workspace(world), ...ofDecision(world) }),
    export: (world) => ({ ...workspace(world), ...ofDecision(world), format: "markdown" }),
    optionPreviews: (world) => ({ ...workspace(world), ...ofDecision(world) }),
    previewEffects: (world) => ({
      ...workspace(world),
      decisionId: world.own.openDecision.id,
      optionId: world.own.openDecision.firstOption.id,
      effects: option.effects,
    }),
    ask: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      phase: "scoping",
      question: "How good is good enough?",
      context: "",
      ownerId: world.own.ownerId,
      dueOn: "2026-06-01",
      options: [option],
      dependsOn: [world.own.openDecision.id],
      process: "vote",
      consulted: [world.people.member.membershipId],
      taskKey: world.own.task.key,
      commentId: world.own.thread.id,
    }),
    edit: (world) => ({
      ...write(world),
      ...seen(world.own.openDecision),
      question: "Which model is it?",
      context: "There are many.",
      ownerId: world.own.ownerId,
      dueOn: null,
      process: "consent",
    }),
    openText: (world) => ({ ...workspace(world), ...ofText(world) }),
    changeText: (world) => ({ ...workspace(world), ...ofText(world), change: aChange }),
    pointInText: (world) => ({
      ...workspace(world),
      ...ofText(world),
      connectionId: "0197e6a0-0000-7000-8000-000000000001",
      clientId: 7,
      selection: null,
    }),
    settleText: (world) => ({ ...write(world), ...ofText(world) }),
    followText: (world) => ({
      ...workspace(world),
      ...ofText(world),
      connectionId: "0197e6a0-0000-7000-8000-000000000002",
      after: 0,
    }),
    setDependencies: (world) => ({
      ...write(world),
      ...seen(world.own.openDecision),
      dependsOn: [world.own.otherDecision.id],
    }),
    delete: (world) => ({ ...write(world), ...seen(world.own.openDecision) }),
    addOption: (world) => ({ ...write(world), decisionId: world.own.openDecision.id, ...option }),
    editOption: (world) => ({ ...write(world), ...seenOption(world), ...option }),
    removeOption: (world) => ({ ...write(world), ...seenOption(world) }),
    applySuggestion: (world) => ({ ...write(world), commentId: world.own.suggestion.id, version: 1 }),
    declineSuggestion: (world) => ({ ...write(world), commentId: world.own.suggestion.id }),
    takePosition: (world) => ({
      ...write(world),
      decisionId: world.own.openDecision.id,
      stance: "object",
      optionId: world.own.openDecision.secondOption.id,
      reason: "It is too costly.",
    }),
    decide: (world) => ({
      ...write(world),
      ...seen(world.own.openDecision),
      optionId: world.own.openDecision.firstOption.id,
      rationale: "It does what we need.",
      objectionsAnswered: "",
    }),
    reopen: (world) => ({ ...write(world), ...seen(world.own.decidedDecision), reason: "We know more now." }),
    supersede: (world) => ({
      ...write(world),
      ...seen(world.own.decidedDecision),
      question: "Who answers at night?",
      reason: "The day is settled.",
    }),
    consult: (world) => ({
      ...write(world),
      decisionId: world.own.openDecision.id,
      consulted: [world.people.member.membershipId],
    }),
    answerObjection: (world) => ({ ...write(world), ...world.own.objection, answer: "It pays for itself." }),
    settleObjection: (world) => ({
      ...write(world),
      decisionId: world.own.objection.decisionId,
      version: world.own.objection.version,
      settlement: "withdraw",
    }),
    review: (world) => ({
      ...write(world),
      ...seen(world.own.decidedDecision),
      note: "Nothing has changed.",
      nextOn: null,
    }),
    reviewsDue: workspace,
    draft: (world) => ({
      ...workspace(world),
      ...ofProject(world),
      taskKey: null,
      commentId: world.own.thread.id,
    }),
    suggestions: (world) => ({ ...workspace(world), ...ofProject(world) }),
    suggestedNow: workspace,
    takeSuggestion: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      suggestion: "data-reach",
    }),
    dismissSuggestion: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      suggestion: "quality-bar",
      reason: "There is a bar in the contract.",
    }),
    restoreSuggestion: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      suggestion: world.own.dismissedSuggestion,
    }),
  },

  baselines: {
    ofProject: (world) => ({ ...workspace(world), ...ofProject(world) }),
    compare: (world) => ({ ...workspace(world), ...ofProject(world), baselineId: world.own.baseline.id }),
    make: (world) => ({ ...write(world), projectId: world.own.project.id, name: "As the sponsor saw it" }),
    setReference: (world) => ({
      ...write(world),
      baselineId: world.own.baseline.id,
      version: world.own.baseline.version,
      isReference: false,
    }),
    delete: (world) => ({
      ...write(world),
      baselineId: world.own.baseline.id,
      version: world.own.baseline.version,
    }),
    restore: (world) => ({ ...write(world), baselineId: world.own.deletedBaseline.id }),
  },

  evidence: {
    ofDecision: (world) => ({ ...workspace(world), decisionId: world.own.openDecision.id }),
    searchModels: (world) => ({ ...workspace(world), text: "llama 8b", access: "any" }),
    accelerators: workspace,
    previewSizing: (world) => ({ ...workspace(world), sizing }),
    fileRules: workspace,
    add: (world) => ({
      ...write(world),
      decisionId: world.own.openDecision.id,
      optionId: world.own.openDecision.secondOption.id,
      title: "Measured by us",
      note: "On our own tickets.",
      content: { kind: "file", fileId: world.own.file.id },
    }),
    edit: (world) => ({
      ...write(world),
      evidenceId: world.own.evidence.id,
      version: world.own.evidence.version,
      title: "Measured by others",
      note: "",
      content: { kind: "link", url: "https://example.org/elsewhere" },
    }),
    remove: (world) => ({ ...write(world), evidenceId: world.own.evidence.id }),
    restore: (world) => ({ ...write(world), evidenceId: world.own.removedEvidence.id }),
  },

  schedule: {
    overview: workspace,
    run: workspace,
    compare: (world) => ({ ...workspace(world), scheduleIds: [world.own.schedule.id] }),
    prioritise: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      beforeProjectId: null,
      version: 0,
    }),
    fix: (world) => ({ ...write(world), projectId: world.own.project.id, fixed: true, version: 0 }),
    start: write,
    goOn: write,
    stop: write,
    cancel: write,
    keep: (world) => ({ ...write(world), name: "Everybody in turn" }),
    drop: (world) => ({
      ...write(world),
      scheduleId: world.own.schedule.id,
      version: world.own.schedule.version,
    }),
    restore: (world) => ({ ...write(world), scheduleId: world.own.droppedSchedule.id }),
    applyAll: (world) => ({
      ...write(world),
      scheduleId: world.own.schedule.id,
      version: world.own.schedule.version,
      assign: true,
    }),
    takeBack: (world) => ({
      ...write(world),
      scheduleId: world.own.appliedSchedule.id,
      version: world.own.appliedSchedule.version,
    }),
  },

  scenarios: {
    steps: (world) => ({ ...workspace(world), ...ofProject(world) }),
    takeBack: (world) => takingBack(world, world.own.seqToUndo.scenario),
    ofProject: (world) => ({ ...workspace(world), ...ofProject(world) }),
    compare: (world) => ({ ...workspace(world), ...ofProject(world), scenarioIds: [world.own.scenario.id] }),
    applying: (world) => ({ ...workspace(world), scenarioId: world.own.scenario.id }),
    make: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      name: "Begin in summer",
      content: { start: { from: "2026-01-05", to: "2026-06-01" }, choices: [], tasks: [] },
    }),
    edit: (world) => ({
      ...write(world),
      scenarioId: world.own.scenario.id,
      version: world.own.scenario.version,
      name: "Take the costly one, with more time",
      content: {
        start: null,
        choices: [
          { decisionId: world.own.openDecision.id, optionId: world.own.openDecision.secondOption.id },
        ],
        tasks: [
          {
            taskKey: world.own.projectTask.key,
            version: 0,
            durationWorkingDays: { optimistic: 2, mostLikely: 5, pessimistic: 9 },
            assigneeId: world.own.ownerId,
          },
        ],
      },
    }),
    drop: (world) => ({
      ...write(world),
      scenarioId: world.own.scenario.id,
      version: world.own.scenario.version,
    }),
    restore: (world) => ({ ...write(world), scenarioId: world.own.droppedScenario.id }),
    applyToPlan: (world) => ({
      ...write(world),
      scenarioId: world.own.scenario.id,
      version: world.own.scenario.version,
      decisions: [
        {
          decisionId: world.own.openDecision.id,
          version: world.own.openDecision.version,
          rationale: "It is worth its price.",
          objectionsAnswered: "",
          departure: "",
        },
      ],
    }),
  },

  gates: {
    steps: (world) => ({ ...workspace(world), ...ofProject(world) }),
    takeBack: (world) => takingBack(world, world.own.seqToUndo.gate),
    gate: (world) => ({ ...workspace(world), ...ofProject(world), phase: "model-alignment" }),
    judge: (world) => ({
      ...write(world),
      ...ofGate(world),
      key: "harms-tested",
      version: 0,
      status: "not-applicable",
      note: "Nobody outside reads it.",
    }),
    addCriterion: (world) => ({ ...write(world), ...ofGate(world), text: "The sponsor has seen it" }),
    removeCriterion: (world) => ({
      ...write(world),
      ...ofGate(world),
      key: world.own.gate.criterion.key,
      version: 1,
    }),
    addEvidence: (world) => ({
      ...write(world),
      ...ofGate(world),
      key: world.own.gate.criterion.key,
      content: { kind: "result", resultId: world.own.result.id },
    }),
    removeEvidence: (world) => ({ ...write(world), evidenceId: world.own.gate.evidence.id }),
    nameApprover: (world) => ({
      ...write(world),
      ...ofGate(world),
      version: world.own.gate.version,
      approverId: world.own.ownerId,
    }),
    askApproval: (world) => ({
      ...write(world),
      ...ofGate(world),
      version: world.own.gate.version,
      note: "Once more.",
    }),
    decide: (world) => ({
      ...write(world),
      ...ofGate(world),
      version: world.own.gate.version,
      verdict: "conditions",
      reason: "The rest can follow.",
      conditions: [{ text: "Test for bias", dueOn: "2026-05-04", ownerId: world.own.ownerId }],
    }),
    closeCondition: (world) => ({
      ...write(world),
      conditionId: world.own.gate.open.id,
      version: 1,
      note: "Tested.",
    }),
    reopenCondition: (world) => ({ ...write(world), conditionId: world.own.gate.closed.id, version: 2 }),
  },

  home: {
    overview: workspace,
  },

  learning: {
    cohorts: (world) => ({ ...workspace(world), by: "template" }),
    cohort: (world) => ({ ...workspace(world), by: "technique", cohort: "evaluation" }),
  },

  letters: {
    mine: workspace,
    schedule: (world) => ({
      ...write(world),
      viewId: world.own.view.id,
      rhythm: { frequency: "monthly", monthDay: 1, hour: 7, timeZone: "Europe/Berlin" },
      readers: [world.people.lead.membershipId],
    }),
    change: (world) => ({
      ...write(world),
      letterId: world.own.letters.letterId,
      version: world.own.letters.version,
      rhythm: { frequency: "daily", hour: 7, timeZone: "Europe/Berlin" },
      readers: [world.own.ownerId, world.people.lead.membershipId],
      paused: false,
    }),
    sendNow: (world) => ({ ...write(world), letterId: world.own.letters.letterId }),
    end: (world) => ({ ...write(world), letterId: world.own.letters.letterId }),
  },

  loops: {
    steps: (world) => ({ ...workspace(world), ...ofProject(world) }),
    takeBack: (world) => takingBack(world, world.own.seqToUndo.pass),
    passes: (world) => ({ ...workspace(world), ...ofProject(world) }),
    record: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      number: 1,
      version: 1,
      tried: "A longer prompt.",
      techniques: ["prompt-engineering"],
      decisionId: world.own.openDecision.id,
      startedOn: "2026-02-02",
      finishedOn: "2026-02-20",
      costMinor: 120_000,
      personDays: 9,
    }),
    addResult: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      number: 1,
      metric: "Seconds",
      value: 4.1,
      unit: "s",
      dataSet: "400 chats",
      measuredOn: "2026-02-20",
      measuredBy: "Ada",
    }),
    removeResult: (world) => ({ ...write(world), resultId: world.own.result.id }),
    askNext: (world) => ({ ...write(world), projectId: world.own.project.id, number: 1 }),
  },

  exchange: {
    export: (world) => ({ ...workspace(world), ...ofProject(world), format: "json" }),
    importContext: (world) => ({ ...workspace(world), projectId: world.own.project.id }),
    importTasks: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      seenSeq: world.own.projectSeq,
      fileName: "tasks.csv",
      rows: [{ line: 2, cells: { name: "Ask the patients", effort: "1 / 2 / 4" } }],
      defaults: { technique: "use-case-scoping", effort: "" },
    }),
  },

  plans: {
    plan: (world) => ({ ...workspace(world), ...ofProject(world) }),
    learned: workspace,
    whatIfInput: (world) => ({ ...workspace(world), ...ofProject(world) }),
    taskPreviewInput: (world) => ({ ...workspace(world), projectId: world.own.project.id }),
    editTask: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      taskKey: world.own.task.key,
      version: world.own.task.version,
      effortPersonDays: { optimistic: 2, mostLikely: 3, pessimistic: 5 },
      durationWorkingDays: null,
      status: "started",
      startedOn: "2026-01-06",
      finishedOn: null,
      actualEffortPersonDays: 1.5,
      assigneeId: world.people.member.membershipId,
    }),
    changeChecklist: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      taskKey: world.own.task.key,
      change: { kind: "add", itemId: "0193a000-0000-7000-8000-00000000c0de", text: "Ask the archive" },
    }),
    editTasks: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      tasks: [
        {
          taskKey: world.own.task.key,
          version: world.own.task.version,
          effortPersonDays: null,
          durationWorkingDays: { optimistic: 2, mostLikely: 3, pessimistic: 5 },
          status: "started",
          startedOn: "2026-01-06",
          finishedOn: null,
          actualEffortPersonDays: 1.5,
          assigneeId: world.people.member.membershipId,
          expertise: { discipline: "evaluation", level: 2 },
        },
      ],
    }),
    addTask: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      content: projectTask,
      after: [world.own.task.key],
    }),
    changeTask: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      taskKey: world.own.projectTask.key,
      version: world.own.projectTask.version,
      content: { ...projectTask, retired: true },
    }),
    linkTasks: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      taskKey: world.own.projectTask.key,
      after: world.own.task.key,
      kind: "start-to-start",
      lagWorkingDays: 2,
    }),
    splitTask: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      taskKey: world.own.linkedTask.key,
      version: 0,
      name: "Half of it",
      share: 0.5,
      order: "after",
    }),
    unlinkTasks: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      taskKey: world.own.projectTask.key,
      after: world.own.linkedTask.key,
    }),
    takeBackSteps: (world) => ({ ...workspace(world), ...ofProject(world) }),
    takeBack: (world) => takingBack(world, world.own.seqToUndo.plan),
  },

  expertise: {
    weeks: (world) => ({ ...workspace(world), quantile: "p80" }),
    cell: (world) => ({
      ...workspace(world),
      quantile: "p50",
      weekOn: mondayOf(isoDate(new Date().toISOString().slice(0, 10))),
      discipline: "product",
      level: 2,
    }),
    closing: (world) => ({
      ...workspace(world),
      quantile: "p80",
      weekOn: mondayOf(isoDate(new Date().toISOString().slice(0, 10))),
      discipline: "product",
      level: 2,
    }),
  },

  portfolio: {
    overview: (world) => ({ ...workspace(world), filter: readFilter({ group: "phase" }) }),
    rows: (world) => ({ ...workspace(world), filter: readFilter({ show: "phase:scoping" }), page: 1 }),
  },

  projects: {
    list: workspace,
    byKey: (world) => ({ ...workspace(world), ...ofProject(world) }),
    brief: (world) => ({ ...workspace(world), ...ofProject(world) }),
    briefPdf: (world) => ({ ...workspace(world), ...ofProject(world) }),
    deleted: workspace,
    create: (world) => ({
      ...write(world),
      key: "NEW",
      template: "prompt-hosted-model",
      ...projectDetails(world),
    }),
    edit: (world) => ({ ...write(world), ...seenProject(world), ...projectDetails(world) }),
    move: (world) => ({
      ...write(world),
      ...seenProject(world),
      to: "scoping",
      reason: "Back to the start.",
    }),
    startPass: (world) => ({ ...write(world), ...seenProject(world), reason: "Once more." }),
    openText: (world) => ({ ...workspace(world), ...ofBriefText(world) }),
    changeText: (world) => ({ ...workspace(world), ...ofBriefText(world), change: aChange }),
    pointInText: (world) => ({
      ...workspace(world),
      ...ofBriefText(world),
      connectionId: "0197e6a0-0000-7000-8000-000000000003",
      clientId: 7,
      selection: null,
    }),
    settleText: (world) => ({ ...write(world), ...ofBriefText(world) }),
    followText: (world) => ({
      ...workspace(world),
      ...ofBriefText(world),
      connectionId: "0197e6a0-0000-7000-8000-000000000004",
      after: 0,
    }),
    briefSteps: (world) => ({ ...workspace(world), ...ofProject(world) }),
    takeBackBrief: (world) => takingBack(world, world.own.seqToUndo.brief),
    detailSteps: (world) => ({ ...workspace(world), ...ofProject(world) }),
    takeBackDetails: (world) => takingBack(world, world.own.seqToUndo.details),
    saveBrief: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      version: world.own.briefVersion,
      content: { ...emptyBrief, useCase: "Answers to customers." },
    }),
    delete: (world) => ({ ...write(world), ...seenProject(world) }),
    restore: (world) => ({ ...write(world), projectId: world.own.deletedProject.id }),
    sharing: (world) => ({ ...workspace(world), ...ofProject(world) }),
    setVisibility: (world) => ({ ...write(world), ...seenProject(world), visibility: "private" }),
    share: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      membershipId: world.people.member.membershipId,
    }),
    unshare: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      membershipId: world.people.viewer.membershipId,
    }),
  },

  scoring: {
    byNumber: (world) => ({ ...workspace(world), ...ofDecision(world) }),
    matrix: (world) => ({ ...workspace(world), ...revealed(world) }),
    cell: (world) => ({
      ...workspace(world),
      ...revealed(world),
      optionId: world.own.otherDecision.firstOption.id,
      criterionId: world.own.revealedScoring.criterion.id,
    }),
    result: (world) => ({
      ...workspace(world),
      ...ofProject(world),
      number: world.own.otherDecision.number,
    }),
    addCriterion: (world) => ({
      ...write(world),
      decisionId: world.own.openDecision.id,
      name: "Latency",
      ...criterion,
    }),
    editCriterion: (world) => ({
      ...write(world),
      criterionId: world.own.openScoring.criterion.id,
      version: world.own.openScoring.criterion.version,
      name: "Running cost",
      ...criterion,
    }),
    removeCriterion: (world) => ({
      ...write(world),
      criterionId: world.own.openScoring.criterion.id,
      version: world.own.openScoring.criterion.version,
    }),
    weigh: (world) => ({
      ...write(world),
      decisionId: world.own.openDecision.id,
      weightsVersion: world.own.openScoring.weightsVersion,
      weighting: "direct",
      weights: [{ criterionId: world.own.openScoring.criterion.id, importance: 40 }],
    }),
    saveDraft: (world) => ({
      ...write(world),
      roundId: world.own.openScoring.roundId,
      cells: scored(world.own.openDecision, world.own.openScoring.criterion),
    }),
    handIn: (world) => ({
      ...write(world),
      roundId: world.own.openScoring.roundId,
      cells: scored(world.own.openDecision, world.own.openScoring.criterion),
    }),
    reveal: (world) => ({ ...write(world), roundId: world.own.openScoring.roundId }),
    openRound: (world) => ({
      ...write(world),
      decisionId: world.own.otherDecision.id,
      reason: "We have talked.",
    }),
  },

  selection: {
    shortlist: (world) => ({ ...workspace(world), ...ofProject(world), limits: { promptTokens: 2_000 } }),
    makeOption: (world) => ({
      ...write(world),
      decisionId: world.own.openDecision.id,
      modelId: "llama-3-1-8b",
    }),
  },

  shares: {
    open: workspace,
    make: (world) => ({ ...write(world), name: "At risk", query: "health=at-risk", validDays: 30 }),
    revoke: (world) => ({ ...write(world), shareId: world.own.shareLink.id }),
    setSharing: (world) => ({ ...write(world), withoutSignIn: false }),
    view: (world) => ({ token: world.own.shareLink.token }),
  },

  sizing: {
    ofProject: (world) => ({ ...workspace(world), ...ofProject(world) }),
    save: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      name: "Memory it takes",
      content: { sizing, follows: [] },
    }),
    edit: (world) => ({
      ...write(world),
      sizingId: world.own.sizing.id,
      version: world.own.sizing.version,
      name: "A new name",
      content: null,
    }),
    delete: (world) => ({ ...write(world), sizingId: world.own.sizing.id }),
    restore: (world) => ({ ...write(world), sizingId: world.own.deletedSizing.id }),
  },

  standards: {
    all: workspace,
    setTask: (world) => ({
      ...write(world),
      taskKey: "evaluation/harness",
      version: 0,
      content: {
        effortPersonDays: { optimistic: 3, mostLikely: 6, pessimistic: 12 },
        durationWorkingDays: null,
        discipline: null,
        level: 3,
      },
    }),
    setTechnique: (world) => ({
      ...write(world),
      technique: "guardrails",
      version: 0,
      content: { name: "Safety", summary: null, inclusion: "always" },
    }),
    addTask: (world) => ({ ...write(world), content: standardTask }),
    editTask: (world) => ({
      ...write(world),
      taskKey: world.own.standardTask.key,
      version: world.own.standardTask.version,
      content: { ...standardTask, retired: true },
    }),
    setGate: (world) => ({
      ...write(world),
      phase: "scoping",
      version: 0,
      content: {
        leftOut: ["budget-named"],
        own: [{ text: "The works council agrees.", evidence: ["use-case-scoping/risk-review"] }],
      },
    }),
    setHolidays: (world) => ({
      ...write(world),
      version: 0,
      content: { days: [{ on: "2027-01-06", name: "Epiphany" }] },
    }),
    setLoop: (world) => ({
      ...write(world),
      version: 0,
      content: { chanceOfFurtherPass: 0.5, laterPassShare: null },
    }),
    setCorrelation: (world) => ({
      ...write(world),
      version: 0,
      content: { teamShareOfDataWork: 0.1, dataShareOfDataWork: null, teamShareOfOtherWork: null },
    }),
    setAccelerator: (world) => ({ ...write(world), version: 0, content: { accelerator: "h100-sxm" } }),
  },

  time: {
    week: (world) => ({ ...workspace(world), day: "2026-01-06", memberId: null }),
    book: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      taskKey: world.own.bookedTask.key,
      memberId: null,
      workedOn: "2026-01-08",
      hours: 2.25,
      note: "Asked around",
    }),
    correct: (world) => ({
      ...write(world),
      entryId: world.own.timeEntry.entryId,
      version: world.own.timeEntry.version,
      hours: 4,
      note: "",
    }),
    delete: (world) => ({
      ...write(world),
      entryId: world.own.timeEntry.entryId,
      version: world.own.timeEntry.version,
    }),
    restore: (world) => ({ ...write(world), entryId: world.own.deletedTimeEntry.entryId }),
    booked: (world) => ({ ...workspace(world), memberId: null }),
    import: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      memberId: null,
      text: `date,task,hours,note\n2026-01-09,${world.own.bookedTask.key},2.5,From the old sheet`,
    }),
    startTimer: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      taskKey: world.own.bookedTask.key,
    }),
    stopTimer: (world) => ({
      ...write(world),
      timerId: world.own.timer.id,
      workedOn: new Date().toISOString().slice(0, 10),
      hours: null,
    }),
    discardTimer: (world) => ({ ...write(world), timerId: world.own.timer.id }),
  },

  teams: {
    list: workspace,
    make: (world) => ({ ...write(world), name: "Evaluation", memberIds: [world.own.ownerId] }),
    edit: (world) => ({
      ...write(world),
      teamId: world.own.team.id,
      version: world.own.team.version,
      name: "Retrieval and search",
      memberIds: [world.people.member.membershipId],
    }),
    delete: (world) => ({ ...write(world), teamId: world.own.team.id, version: world.own.team.version }),
    restore: (world) => ({ ...write(world), teamId: world.own.deletedTeam.id }),
  },

  views: {
    mine: workspace,
    export: (world) => ({ ...workspace(world), query: "sort=name", name: "", format: "csv" }),
    make: (world) => ({ ...write(world), name: "Late ones", query: "?health=off-track", scope: "shared" }),
    edit: (world) => ({
      ...write(world),
      viewId: world.own.view.id,
      version: world.own.view.version,
      name: "Off track",
      query: "health=off-track",
      scope: "shared",
    }),
    arrange: (world) => ({ ...write(world), scope: "shared", viewIds: [world.own.view.id] }),
    delete: (world) => ({
      ...write(world),
      viewId: world.own.view.id,
      version: world.own.view.version,
    }),
    restore: (world) => ({ ...write(world), viewId: world.own.deletedView.id }),
    setDefault: (world) => ({ ...write(world), viewId: world.own.view.id }),
  },

  workspaces: {
    create: () => ({ mutationId: randomUUID(), name: "A new one", slug: "brand-new", ...rates }),
    frame: workspace,
    configure: (world) => ({ ...write(world), version: 1, name: "Another name", ...rates }),
    members: workspace,
    changeRole: (world) => ({ ...write(world), ...seenMember(world), role: "viewer" }),
    removeMember: (world) => ({ ...write(world), ...seenMember(world) }),
    leave: write,
    editProfile: (world) => ({
      ...write(world),
      ...seenMember(world),
      capacityPersonDaysPerWeek: 2.5,
      expertise: [],
      absences: [{ fromOn: "2030-01-07", toOn: "2030-01-11" }],
      trainings: [{ discipline: "serving", level: 3, readyOn: "2030-03-01" }],
    }),
    proposals: workspace,
    propose: (world) => ({
      ...write(world),
      membershipId: world.people.member.membershipId,
      discipline: "serving",
      level: 3,
      readyOn: "2030-03-01",
      sentence: "Two deployments went well.",
    }),
    settleProposal: (world) => ({
      ...write(world),
      proposalId: world.own.proposals.forOwner,
      as: "taken-over",
    }),
    withdrawProposal: (world) => ({ ...write(world), proposalId: world.own.proposals.byOwner }),
    invitations: workspace,
    createInvitation: (world) => ({ ...write(world), role: "viewer", note: "for a guest" }),
    revokeInvitation: (world) => ({ ...write(world), invitationId: world.own.invitation.id }),
    invitationPreview: (world) => ({ token: world.own.invitation.token }),
    acceptInvitation: (world) => ({ mutationId: randomUUID(), token: world.own.invitation.token }),
  },
};

/** The rows by the path that the procedure is called by. */
export const examples: Readonly<Record<string, (world: World) => object>> = Object.fromEntries(
  Object.entries(rows).flatMap(([feature, procedures]) =>
    Object.entries<(world: World) => object>(procedures).map(([name, example]) => [
      `${feature}.${name}`,
      example,
    ]),
  ),
);

function seen({ id, version }: { id: string; version: number }) {
  return { decisionId: id, version };
}

function seenOption({ own }: World) {
  const { id, version } = own.openDecision.secondOption;
  return { optionId: id, version };
}

function seenProject({ own }: World) {
  return { projectId: own.project.id, version: own.project.version };
}

function seenMember({ people }: World) {
  return { membershipId: people.member.membershipId, version: 1 };
}
