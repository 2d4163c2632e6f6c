import type { BriefContent } from "@/features/projects/schema";
import { type PhaseId, type RiskAnswers, riskQuestionIds, type ThreePoint } from "@/planning";
import type {
  Reply,
  StepOf,
  StoryCondition,
  StoryCriterion,
  StoryEvidence,
  StoryJudgement,
  StoryOption,
} from "./story";

// The words stories are told in. Each begins with when and who.

/** A task that was done: recorded on the day it ended, by the person who did it. */
export function done(
  task: string,
  who: string,
  days: {
    readonly from: number;
    readonly to: number;
    readonly took: number;
    /** Accelerator-hours. */
    readonly machineHours?: number;
  },
): StepOf<"task"> {
  return {
    kind: "task",
    daysAgo: days.to,
    who,
    task,
    assignee: who,
    status: "done",
    estimate: null,
    startedDaysAgo: days.from,
    finishedDaysAgo: days.to,
    spentPersonDays: days.took,
    spentMachineHours: days.machineHours ?? null,
  };
}

/** A task under way, with what it took up to the day on which that was recorded. */
export function begun(
  task: string,
  who: string,
  days: {
    readonly from: number;
    readonly told: number;
    readonly spent: number;
    readonly estimate?: ThreePoint;
  },
): StepOf<"task"> {
  return {
    kind: "task",
    daysAgo: days.told,
    who,
    task,
    assignee: who,
    status: "started",
    estimate: days.estimate ?? null,
    startedDaysAgo: days.from,
    finishedDaysAgo: null,
    spentPersonDays: days.spent,
    spentMachineHours: null,
  };
}

/** A task that was given up, with what it had taken by then. */
export function gaveUp(
  task: string,
  who: string,
  days: { readonly from: number; readonly told: number; readonly spent: number },
): StepOf<"task"> {
  return { ...begun(task, who, days), status: "dropped" };
}

/** Hours of a task, day by day as days ago and hours, and what they went into if it is worth a word. */
export function worked(
  daysAgo: number,
  who: string,
  task: string,
  entries: readonly (readonly [daysAgo: number, hours: number, note?: string])[],
): StepOf<"time"> {
  return {
    kind: "time",
    daysAgo,
    who,
    task,
    entries: entries.map(([day, hours, note = ""]) => ({ daysAgo: day, hours, note })),
  };
}

/** The team's own estimate of a task that has not begun, and who will do it. */
export function estimated(
  daysAgo: number,
  who: string,
  task: string,
  assignee: string,
  [optimistic, mostLikely, pessimistic]: readonly [number, number, number],
): StepOf<"task"> {
  return {
    kind: "task",
    daysAgo,
    who,
    task,
    assignee,
    status: "planned",
    estimate: { optimistic, mostLikely, pessimistic },
    startedDaysAgo: null,
    finishedDaysAgo: null,
    spentPersonDays: null,
    spentMachineHours: null,
  };
}

export function moved(
  daysAgo: number,
  who: string,
  to: StepOf<"move">["to"],
  reason: string,
): StepOf<"move"> {
  return { kind: "move", daysAgo, who, to, reason };
}

/** What the team says of a gate's criteria, with what shows them. */
export function judged(
  daysAgo: number,
  who: string,
  phase: PhaseId,
  judgements: readonly StoryJudgement[],
): StepOf<"judge"> {
  return { kind: "judge", daysAgo, who, phase, judgements };
}

export function ownCriterion(
  daysAgo: number,
  who: string,
  phase: PhaseId,
  text: string,
): StepOf<"own-criterion"> {
  return { kind: "own-criterion", daysAgo, who, phase, text };
}

export function approverNamed(
  daysAgo: number,
  who: string,
  phase: PhaseId,
  approver: string,
): StepOf<"name-approver"> {
  return { kind: "name-approver", daysAgo, who, phase, approver };
}

export function approvalAsked(
  daysAgo: number,
  who: string,
  phase: PhaseId,
  note: string,
): StepOf<"ask-approval"> {
  return { kind: "ask-approval", daysAgo, who, phase, note };
}

/** What the approver says of a gate. */
export function said(
  daysAgo: number,
  who: string,
  phase: PhaseId,
  verdict: StepOf<"verdict">["verdict"],
  reason: string,
  conditions: readonly StoryCondition[] = [],
): StepOf<"verdict"> {
  return { kind: "verdict", daysAgo, who, phase, verdict, reason, conditions };
}

export function conditionClosed(
  daysAgo: number,
  who: string,
  phase: PhaseId,
  text: string,
  note: string,
): StepOf<"close-condition"> {
  return { kind: "close-condition", daysAgo, who, phase, text, note };
}

/** What was tried in a pass, what it took, and what the evaluation found. */
export function passRecorded(
  daysAgo: number,
  who: string,
  number: number,
  content: Omit<StepOf<"record-pass">, "kind" | "daysAgo" | "who" | "number">,
): StepOf<"record-pass"> {
  return { kind: "record-pass", daysAgo, who, number, ...content };
}

export function nextPass(daysAgo: number, who: string, reason: string): StepOf<"pass"> {
  return { kind: "pass", daysAgo, who, reason };
}

/** Every question about the risk class answered with no, but for these. */
export function noBut(answers: RiskAnswers): RiskAnswers {
  return { ...Object.fromEntries(riskQuestionIds.map((id) => [id, "no" as const])), ...answers };
}

export function briefRevised(
  daysAgo: number,
  who: string,
  changes: Partial<BriefContent>,
): StepOf<"revise-brief"> {
  return { kind: "revise-brief", daysAgo, who, changes };
}

export function retargeted(
  daysAgo: number,
  who: string,
  to: { readonly targetInDays: number; readonly budgetMinor: number },
): StepOf<"retarget"> {
  return { kind: "retarget", daysAgo, who, ...to };
}

export function asked(
  daysAgo: number,
  who: string,
  content: Omit<StepOf<"ask">, "kind" | "daysAgo" | "who" | AskedAround> &
    Partial<Pick<StepOf<"ask">, AskedAround>>,
): StepOf<"ask"> {
  const around = { dependsOn: [], process: "advice", consulted: [], task: null } as const;
  return { kind: "ask", daysAgo, who, ...around, ...content };
}

type AskedAround = "dependsOn" | "process" | "consulted" | "task";

/** Gives a decision an owner and a day by which it is needed. */
export function scheduled(
  daysAgo: number,
  who: string,
  decision: number,
  content: { readonly owner: string; readonly dueInDays: number; readonly context?: string },
): StepOf<"edit"> {
  const { owner, dueInDays, context = null } = content;
  return { kind: "edit", daysAgo, who, decision, owner, dueInDays, context };
}

export function dropped(daysAgo: number, who: string, decision: number): StepOf<"drop"> {
  return { kind: "drop", daysAgo, who, decision };
}

export function optionAdded(
  daysAgo: number,
  who: string,
  decision: number,
  content: StoryOption,
): StepOf<"option"> {
  return { kind: "option", daysAgo, who, decision, option: null, content };
}

export function optionEdited(
  daysAgo: number,
  who: string,
  [decision, option]: readonly [number, number],
  content: StoryOption,
): StepOf<"option"> {
  return { kind: "option", daysAgo, who, decision, option, content };
}

/** Evidence on an option, or on the decision as a whole where the option is null. */
export function evidence(
  daysAgo: number,
  who: string,
  [decision, option]: readonly [number, number | null],
  title: string,
  content: StoryEvidence,
  note = "",
): StepOf<"evidence"> {
  return { kind: "evidence", daysAgo, who, decision, option, title, note, content };
}

/** A calculation that the project keeps. */
export function sized(
  daysAgo: number,
  who: string,
  name: string,
  sizing: StepOf<"size">["content"]["sizing"],
  follows: StepOf<"size">["content"]["follows"] = [],
): StepOf<"size"> {
  return { kind: "size", daysAgo, who, name, content: { sizing, follows } };
}

export function decided(
  daysAgo: number,
  who: string,
  [decision, option]: readonly [number, number],
  rationale: string,
  objectionsAnswered = "",
  more: Partial<Pick<StepOf<"decide">, "departure" | "reviewInDays">> = {},
): StepOf<"decide"> {
  const { departure = "", reviewInDays = null } = more;
  const words = { rationale, objectionsAnswered, departure };
  return { kind: "decide", daysAgo, who, decision, option, ...words, reviewInDays };
}

/** Who decides answers one objection. */
export function answered(
  daysAgo: number,
  who: string,
  decision: number,
  whose: string,
  answer: string,
): StepOf<"answer"> {
  return { kind: "answer", daysAgo, who, decision, whose, answer };
}

/** Who objected keeps to it after the answer. */
export function kept(daysAgo: number, who: string, decision: number): StepOf<"settle"> {
  return { kind: "settle", daysAgo, who, decision, settlement: "keep" };
}

/** Who objected is convinced by the answer. */
export function withdrew(daysAgo: number, who: string, decision: number): StepOf<"settle"> {
  return { kind: "settle", daysAgo, who, decision, settlement: "withdraw" };
}

export function stillHolds(
  daysAgo: number,
  who: string,
  decision: number,
  note: string,
  nextInDays: number,
): StepOf<"review"> {
  return { kind: "review", daysAgo, who, decision, note, nextInDays };
}

export function suggestionTaken(daysAgo: number, who: string, suggestion: string): StepOf<"take-suggestion"> {
  return { kind: "take-suggestion", daysAgo, who, suggestion };
}

export function suggestionDismissed(
  daysAgo: number,
  who: string,
  suggestion: string,
  reason: string,
): StepOf<"dismiss-suggestion"> {
  return { kind: "dismiss-suggestion", daysAgo, who, suggestion, reason };
}

export function reopened(daysAgo: number, who: string, decision: number, reason: string): StepOf<"reopen"> {
  return { kind: "reopen", daysAgo, who, decision, reason };
}

export function superseded(
  daysAgo: number,
  who: string,
  decision: number,
  question: string,
  reason: string,
): StepOf<"supersede"> {
  return { kind: "supersede", daysAgo, who, decision, question, reason };
}

export function agrees(
  daysAgo: number,
  who: string,
  [decision, option]: readonly [number, number],
  reason = "",
): StepOf<"position"> {
  return { kind: "position", daysAgo, who, decision, stance: "agree", option, reason };
}

export function objects(
  daysAgo: number,
  who: string,
  [decision, option]: readonly [number, number],
  reason: string,
): StepOf<"position"> {
  return { kind: "position", daysAgo, who, decision, stance: "object", option, reason };
}

export function abstains(daysAgo: number, who: string, decision: number, reason = ""): StepOf<"position"> {
  return { kind: "position", daysAgo, who, decision, stance: "abstain", option: null, reason };
}

export function criteriaSet(
  daysAgo: number,
  who: string,
  decision: number,
  criteria: readonly StoryCriterion[],
): StepOf<"criteria"> {
  return { kind: "criteria", daysAgo, who, decision, criteria };
}

/** Hands in scores, option by option. */
export function scores(
  daysAgo: number,
  who: string,
  decision: number,
  given: StepOf<"score">["scores"],
  notes: StepOf<"score">["notes"] = [],
): StepOf<"score"> {
  return { kind: "score", daysAgo, who, decision, scores: given, notes };
}

export function scoresRevealed(daysAgo: number, who: string, decision: number): StepOf<"reveal"> {
  return { kind: "reveal", daysAgo, who, decision };
}

export function nextRound(daysAgo: number, who: string, decision: number, reason: string): StepOf<"round"> {
  return { kind: "round", daysAgo, who, decision, reason };
}

/** The same thread, about an option, a criterion or words of the context, and with who reacted to it. */
export function anchored(
  step: StepOf<"thread">,
  about: NonNullable<StepOf<"thread">["about"]>,
  reactions: NonNullable<StepOf<"thread">["reactions"]> = [],
): StepOf<"thread"> {
  return { ...step, about, reactions };
}

/** A comment that others may answer, about a decision, or about the project when it is null. */
export function thread(
  daysAgo: number,
  who: string,
  decision: number | null,
  body: string,
  replies: readonly Reply[] = [],
  resolved: StepOf<"thread">["resolved"] = null,
): StepOf<"thread"> {
  return { kind: "thread", daysAgo, who, decision, body, replies, resolved };
}

export function reply(daysAgo: number, who: string, body: string): Reply {
  return { daysAgo, who, body };
}

export function resolvedBy(who: string, daysAgo: number) {
  return { who, daysAgo };
}
