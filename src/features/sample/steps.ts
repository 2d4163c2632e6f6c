import type { BriefContent } from "@/features/projects/schema";
import type { ThreePoint } from "@/planning";
import type { Reply, StepOf, StoryOption } from "./story";

// The words stories are told in. Each begins with when and who.

/** A task that was done: recorded on the day it ended, by the person who did it. */
export function done(
  task: string,
  who: string,
  days: { readonly from: number; readonly to: number; readonly took: number },
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

export function nextPass(daysAgo: number, who: string, reason: string): StepOf<"pass"> {
  return { kind: "pass", daysAgo, who, reason };
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
  content: Omit<StepOf<"ask">, "kind" | "daysAgo" | "who" | "dependsOn"> & {
    readonly dependsOn?: readonly number[];
  },
): StepOf<"ask"> {
  return { kind: "ask", daysAgo, who, ...content, dependsOn: content.dependsOn ?? [] };
}

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

export function decided(
  daysAgo: number,
  who: string,
  [decision, option]: readonly [number, number],
  rationale: string,
  objectionsAnswered = "",
): StepOf<"decide"> {
  return { kind: "decide", daysAgo, who, decision, option, rationale, objectionsAnswered };
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
