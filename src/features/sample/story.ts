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
  readonly targetInDays: number | null;
  readonly budgetMinor: number | null;
  readonly brief: Partial<BriefContent>;
  /** In the order in which they happened. */
  readonly steps: readonly Step[];
};

export type StoryOption = {
  readonly title: string;
  readonly description: string;
  readonly effects: readonly OptionEffect[];
};

/** `decision` is a number as shown, D-1 being the first of the template's suggestions. */
export type Step = { readonly daysAgo: number; readonly who: string } & (
  | { readonly kind: "move"; readonly to: PhaseId | "launched"; readonly reason?: string }
  | { readonly kind: "pass"; readonly reason: string }
  | {
      readonly kind: "ask";
      readonly phase: PhaseId;
      readonly question: string;
      readonly context: string;
      readonly owner: string;
      readonly dueInDays?: number;
      readonly options: readonly StoryOption[];
      readonly dependsOn?: readonly number[];
    }
  | {
      readonly kind: "decide";
      readonly decision: number;
      readonly option: number;
      readonly rationale: string;
      readonly objectionsAnswered?: string;
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
      readonly reason?: string;
    }
  | {
      readonly kind: "comment";
      readonly decision: number;
      readonly body: string;
      readonly replies?: readonly Reply[];
      readonly resolvedBy?: string;
    }
  | {
      readonly kind: "task";
      readonly task: string;
      readonly status: TaskStatus;
      readonly startedDaysAgo?: number;
      readonly finishedDaysAgo?: number;
      readonly actualEffortPersonDays?: number;
      readonly effortPersonDays?: ThreePoint;
      readonly assignee?: string;
    }
);

export type Reply = { readonly who: string; readonly body: string };
