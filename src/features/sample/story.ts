import type { z } from "zod";
import type { Reaction } from "@/features/comments/schema";
import type { addEvidenceInput } from "@/features/decisions/evidence.schema";
import type { GateEvidenceKind } from "@/features/gates/schema";
import type { BriefContent } from "@/features/projects/schema";
import type { saveSizingInput } from "@/features/sizing/schema";
import type {
  DecisionProcess,
  GateCriterionStatus,
  GateVerdict,
  OptionEffect,
  PhaseId,
  TaskStatus,
  TechniqueId,
  TemplateId,
  ThreePoint,
} from "@/planning";

/** A project of the sample workspace, told as the steps in which people did it. Days count back from the day of loading. */
export type ProjectStory = {
  readonly key: string;
  readonly name: string;
  readonly summary: string;
  readonly template: TemplateId;
  readonly owner: string;
  /** Made with the first of its projects. */
  readonly team?: string;
  readonly startsDaysAgo: number;
  readonly targetInDays: number;
  readonly budgetMinor: number;
  readonly brief: Partial<BriefContent>;
  /** Steps of one day stand in their order; days themselves may stand in any. */
  readonly steps: readonly Step[];
};

export type StoryOption = {
  readonly title: string;
  readonly description: string;
  readonly effects: readonly OptionEffect[];
  readonly pros?: readonly string[];
  readonly cons?: readonly string[];
  readonly costOfChange?: string;
  readonly costOfChangeLevel?: "low" | "medium" | "high";
  /** A model of the catalogue. */
  readonly modelId?: string;
};

/** What speaks for an option, as it is sent; a file as the text in it. */
export type StoryEvidence =
  | Exclude<z.input<typeof addEvidenceInput>["content"], { kind: "file" | "result" }>
  | (Omit<Extract<z.input<typeof addEvidenceInput>["content"], { kind: "result" }>, "measuredOn"> & {
      readonly measuredDaysAgo: number;
    })
  | { readonly kind: "file"; readonly name: string; readonly text: string };
/** What a decision is scored by, and how much it matters from 0 to 100. */
export type StoryCriterion = {
  readonly name: string;
  readonly description: string;
  readonly scale: { readonly worst: number; readonly best: number; readonly unit: string };
  readonly words: readonly string[];
  readonly importance: number;
};

/** What shows a criterion of a gate: a decision by its number, a result by its pass and metric, a deliverable by its id. */
export type StoryGateEvidence =
  | { readonly kind: Extract<GateEvidenceKind, "link">; readonly url: string; readonly title: string }
  | { readonly kind: Extract<GateEvidenceKind, "note">; readonly title: string }
  | { readonly kind: Extract<GateEvidenceKind, "decision">; readonly decision: number }
  | { readonly kind: Extract<GateEvidenceKind, "result">; readonly pass: number; readonly metric: string }
  | { readonly kind: Extract<GateEvidenceKind, "deliverable">; readonly deliverable: string };

export type StoryJudgement = {
  /** Null: every criterion that nobody has judged yet. */
  readonly criterion: string | null;
  readonly status: GateCriterionStatus;
  readonly note?: string;
  readonly evidence?: readonly StoryGateEvidence[];
};

export type StoryCondition = { readonly text: string; readonly who: string; readonly dueInDays: number };

export type StoryResult = {
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly dataSet: string;
  readonly measuredBy: string;
};

/** Decisions are named by their number in the project, options by their place from 0. */
export type Step = { readonly daysAgo: number; readonly who: string } & (
  | {
      readonly kind: "move";
      readonly to: Exclude<PhaseId, "scoping"> | "launched";
      readonly reason: string;
    }
  | { readonly kind: "pass"; readonly reason: string }
  | { readonly kind: "judge"; readonly phase: PhaseId; readonly judgements: readonly StoryJudgement[] }
  | { readonly kind: "own-criterion"; readonly phase: PhaseId; readonly text: string }
  | { readonly kind: "name-approver"; readonly phase: PhaseId; readonly approver: string }
  | { readonly kind: "ask-approval"; readonly phase: PhaseId; readonly note: string }
  | {
      readonly kind: "verdict";
      readonly phase: PhaseId;
      readonly verdict: GateVerdict;
      readonly reason: string;
      readonly conditions: readonly StoryCondition[];
    }
  | {
      readonly kind: "close-condition";
      readonly phase: PhaseId;
      readonly text: string;
      readonly note: string;
    }
  | {
      readonly kind: "record-pass";
      readonly number: number;
      readonly tried: string;
      readonly techniques: readonly TechniqueId[];
      readonly decision: number | null;
      readonly startedDaysAgo: number;
      readonly finishedDaysAgo: number | null;
      readonly costMinor: number;
      readonly personDays: number;
      readonly results: readonly StoryResult[];
    }
  | { readonly kind: "revise-brief"; readonly changes: Partial<BriefContent> }
  | { readonly kind: "retarget"; readonly targetInDays: number; readonly budgetMinor: number }
  | {
      readonly kind: "ask";
      readonly phase: PhaseId;
      readonly question: string;
      readonly context: string;
      readonly owner: string;
      readonly dueInDays: number;
      readonly options: readonly StoryOption[];
      readonly dependsOn: readonly number[];
      readonly process: DecisionProcess;
      /** Who is asked for a position. */
      readonly consulted: readonly string[];
      /** The task of the plan it is asked from. */
      readonly task: string | null;
    }
  | { readonly kind: "answer"; readonly decision: number; readonly whose: string; readonly answer: string }
  | { readonly kind: "settle"; readonly decision: number; readonly settlement: "withdraw" | "keep" }
  | {
      readonly kind: "review";
      readonly decision: number;
      readonly note: string;
      readonly nextInDays: number;
    }
  | { readonly kind: "take-suggestion"; readonly suggestion: string }
  | { readonly kind: "dismiss-suggestion"; readonly suggestion: string; readonly reason: string }
  | {
      readonly kind: "edit";
      readonly decision: number;
      readonly owner: string;
      readonly dueInDays: number;
      /** Null keeps what the template says. */
      readonly context: string | null;
    }
  | { readonly kind: "drop"; readonly decision: number }
  | {
      readonly kind: "option";
      readonly decision: number;
      /** Null adds one. */
      readonly option: number | null;
      readonly content: StoryOption;
    }
  | {
      readonly kind: "evidence";
      readonly decision: number;
      /** Null: on the decision as a whole. */
      readonly option: number | null;
      readonly title: string;
      readonly note: string;
      readonly content: StoryEvidence;
    }
  | {
      readonly kind: "size";
      readonly name: string;
      readonly content: z.input<typeof saveSizingInput>["content"];
    }
  | {
      readonly kind: "decide";
      readonly decision: number;
      readonly option: number;
      readonly rationale: string;
      readonly objectionsAnswered: string;
      readonly departure: string;
      /** From today; null for no day on which to look again. */
      readonly reviewInDays: number | null;
    }
  | { readonly kind: "reopen"; readonly decision: number; readonly reason: string }
  | {
      readonly kind: "supersede";
      readonly decision: number;
      readonly question: string;
      readonly reason: string;
    }
  | {
      readonly kind: "position";
      readonly decision: number;
      readonly stance: "agree" | "abstain" | "object";
      readonly option: number | null;
      readonly reason: string;
    }
  | { readonly kind: "criteria"; readonly decision: number; readonly criteria: readonly StoryCriterion[] }
  | {
      readonly kind: "score";
      readonly decision: number;
      /** Option by option, by the criteria in their order; null for "can't judge". */
      readonly scores: readonly (readonly (number | null)[])[];
      readonly notes: readonly {
        readonly option: number;
        readonly criterion: number;
        readonly text: string;
      }[];
    }
  | { readonly kind: "reveal"; readonly decision: number }
  | { readonly kind: "round"; readonly decision: number; readonly reason: string }
  | {
      readonly kind: "thread";
      /** Null: about the project as a whole. */
      readonly decision: number | null;
      readonly body: string;
      /** An option by its place, or words of the context and perhaps another wording for them. */
      readonly about?:
        | { readonly option: number }
        | { readonly criterion: number }
        | { readonly quote: string; readonly suggestion?: string };
      readonly reactions?: readonly StoryReaction[];
      readonly replies: readonly Reply[];
      readonly resolved: { readonly daysAgo: number; readonly who: string } | null;
    }
  | {
      readonly kind: "task";
      readonly task: string;
      readonly assignee: string;
      readonly status: TaskStatus;
      readonly estimate: ThreePoint | null;
      readonly startedDaysAgo: number | null;
      readonly finishedDaysAgo: number | null;
      readonly spentPersonDays: number | null;
      readonly spentMachineHours: number | null;
    }
  | {
      /** The person books time on a task, for themselves. */
      readonly kind: "time";
      readonly task: string;
      readonly entries: readonly {
        readonly daysAgo: number;
        readonly hours: number;
        readonly note: string;
      }[];
    }
);

export type StepOf<Kind extends Step["kind"]> = Extract<Step, { kind: Kind }>;

export type StoryReaction = { readonly who: string; readonly emoji: Reaction };

export type Reply = { readonly daysAgo: number; readonly who: string; readonly body: string };
