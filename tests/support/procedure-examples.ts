import { randomUUID } from "node:crypto";
import type { inferRouterInputs } from "@trpc/server";
import type { AppRouter } from "@/api";
import { emptyBrief } from "@/features/projects/schema";
import { password } from "./factories";
import { standardTask } from "./furnished-workspace";
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
const ofProject = ({ own }: World) => ({ projectKey: own.project.key });
const ofDecision = (world: World) => ({ ...ofProject(world), number: world.own.openDecision.number });
const rates = { currency: "EUR", personDayCostMinor: 50_000, acceleratorHourCostMinor: 200 } as const;
const projectDetails = ({ own }: World) => ({
  name: "A new name",
  summary: "What it is for.",
  ownerId: own.ownerId,
  startsOn: "2026-02-02",
  targetOn: "2026-12-18",
  budgetMinor: 9_000_000,
});
const option = {
  title: "Another way",
  description: "It costs more.",
  effects: [{ kind: "add-cost", costMinor: 200_000 } as const],
};

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
    feed: (world) => ({ ...workspace(world), projectId: world.own.project.id }),
    follow: (world) => ({ ...workspace(world), after: 0, place: "projects" }),
  },

  comments: {
    discussion: (world) => ({
      ...workspace(world),
      subjectType: "decision",
      subjectId: world.own.openDecision.id,
    }),
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

  decisions: {
    list: (world) => ({ ...workspace(world), ...ofProject(world) }),
    byNumber: (world) => ({ ...workspace(world), ...ofDecision(world) }),
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
    }),
    edit: (world) => ({
      ...write(world),
      ...seen(world.own.openDecision),
      question: "Which model is it?",
      context: "There are many.",
      ownerId: world.own.ownerId,
      dueOn: null,
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
  },

  plans: {
    plan: (world) => ({ ...workspace(world), ...ofProject(world) }),
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
  },

  portfolio: { overview: workspace },

  projects: {
    list: workspace,
    byKey: (world) => ({ ...workspace(world), ...ofProject(world) }),
    brief: (world) => ({ ...workspace(world), ...ofProject(world) }),
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
    saveBrief: (world) => ({
      ...write(world),
      projectId: world.own.project.id,
      version: 1,
      content: { ...emptyBrief, useCase: "Answers to customers." },
    }),
    delete: (world) => ({ ...write(world), ...seenProject(world) }),
    restore: (world) => ({ ...write(world), projectId: world.own.deletedProject.id }),
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
    }),
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
