import type { BriefContent } from "@/features/projects/schema";
import type { OptionEffect, PhaseId, TaskStatus, TemplateId, ThreePoint } from "@/planning";

/** A project of the sample workspace, told as the steps in which people did it. Days count back from the day of loading. */
export type ProjectStory = {
  readonly key: string;
  readonly name: string;
  readonly summary: string;
  readonly template: TemplateId;
  readonly owner: string;
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
};

/** Decisions are named by their number in the project, options by their place from 0. */
export type Step = { readonly daysAgo: number; readonly who: string } & (
  | {
      readonly kind: "move";
      readonly to: Exclude<PhaseId, "scoping"> | "launched";
      readonly reason: string;
    }
  | { readonly kind: "pass"; readonly reason: string }
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
    }
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
      readonly kind: "decide";
      readonly decision: number;
      readonly option: number;
      readonly rationale: string;
      readonly objectionsAnswered: string;
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
  | {
      readonly kind: "thread";
      /** Null: about the project as a whole. */
      readonly decision: number | null;
      readonly body: string;
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
    }
);

export type StepOf<Kind extends Step["kind"]> = Extract<Step, { kind: Kind }>;

export type Reply = { readonly daysAgo: number; readonly who: string; readonly body: string };
