import { phaseIds, phaseNames } from "@/planning";
import { formatDate } from "@/ui/format";

/** What the newest entry of an item is about, as its sentence needs it. */
export type ItemTold = {
  readonly kind: string;
  /** How many entries came together. */
  readonly count: number;
  /** Who did them, the latest first, each once. */
  readonly actors: readonly string[];
  /** Null for what is about the workspace. */
  readonly project: { readonly key: string; readonly name: string } | null;
  readonly decision: { readonly number: number; readonly question: string } | null;
  /** A task's name, a chosen option, a phase: what the entry of the log says. */
  readonly detail: string | null;
};

/** What happened, as a sentence: the screen's and the letter's. */
export function itemSentence(item: ItemTold): string {
  // A day has come, a model has changed: nobody did it.
  if (item.kind === "review") return item.detail ?? "To be looked at again";
  return `${whoOf(item.actors)} ${deed(item)}`;
}

/** What the item is about: the decision's question, the project's name, or else what members are proposed. */
export function itemTitle({ decision, project }: Pick<ItemTold, "decision" | "project">): string {
  if (decision !== null) return `D-${decision.number} ${decision.question}`;
  return project === null ? "Profile and expertise" : project.name;
}

function deed({ kind, count, detail, decision }: ItemTold): string {
  const times = count > 1 ? `${count} ` : "";
  switch (kind) {
    case "mention":
      return "mentioned you";
    case "reply":
      return count > 1 ? `wrote ${times}replies in a thread` : "replied in a thread";
    case "comment":
      return count > 1 ? `wrote ${times}comments` : "commented";
    case "waiting":
      return "asked, and waits for your position";
    case "advice":
      return "asks for your advice";
    case "scores":
      return "waits for your scores";
    case "asked":
      return "asked this";
    case "owner":
      return decision === null ? "made you owner of the project" : "made you owner of the decision";
    case "decided":
      return detail === null ? "decided" : `decided: ${detail}`;
    case "reopened":
      return "reopened this";
    case "superseded":
      return "superseded this";
    case "taken-over":
      return "took over the wording you suggested";
    case "turned-down":
      return "left the text without the wording you suggested";
    case "nudge":
      return "asks you to see to this decision";
    case "objection":
      return "objects";
    case "task":
      return detail === null ? "assigned you a task" : `assigned you “${detail}”`;
    case "shared":
      return "shared the project with you";
    case "moved":
      return `moved the project${phaseWord(detail)}`;
    case "proposal":
      return "proposes a level for your profile";
    case "proposal-taken":
      return "took over the level you proposed";
    case "proposal-declined":
      return "left their profile without the level you proposed";
    case "approval":
      return `asks you to pass the gate of ${phaseNameOf(detail)}`;
    case "gate-passed":
      return `passed the gate of ${phaseNameOf(detail)}`;
    case "gate-conditions":
      return `passed the gate of ${phaseNameOf(detail)} with conditions`;
    case "gate-sent-back":
      return `sent the gate of ${phaseNameOf(detail)} back`;
    case "condition":
      return detail === null ? "asks you to see to a condition" : `asks you to see to “${detail}”`;
    default:
      return "did something";
  }
}

export type DueReason =
  | { readonly kind: "review"; readonly on: string }
  | {
      readonly kind: "model";
      readonly model: string;
      readonly what: string;
      readonly before: string;
      readonly after: string;
    };

/**
 * Why a decision is to be looked at again, in words: "Review due on 3 Nov 2026; Mistral 7B changed in the catalogue (licence: MIT →
 * Apache 2.0)". Null without a reason.
 */
export function tellReasons(reasons: readonly DueReason[]): string | null {
  const days = reasons.flatMap((reason) => (reason.kind === "review" ? [reason.on] : []));
  const latest = days.toSorted().at(-1);
  const changes = new Map<string, string[]>();
  for (const reason of reasons) {
    if (reason.kind !== "model") continue;
    const { model, what, before, after } = reason;
    const known = changes.get(model) ?? [];
    changes.set(model, what === "gone" ? known : [...known, `${what}: ${before} → ${after}`]);
  }
  const parts = [
    ...(latest === undefined ? [] : [`Review due on ${formatDate(latest)}`]),
    ...[...changes].map(([model, told]) =>
      told.length === 0
        ? `${model} is gone from the catalogue`
        : `${model} changed in the catalogue (${told.join("; ")})`,
    ),
  ];
  return parts.length === 0 ? null : parts.join("; ");
}

function phaseWord(stage: string | null): string {
  if (stage === null) return "";
  if (stage === "launched") return " to its launch";
  const phase = phaseIds.find((id) => id === stage);
  return phase === undefined ? "" : ` to ${phaseNames[phase]}`;
}

function phaseNameOf(id: string | null): string {
  const phase = phaseIds.find((known) => known === id);
  return phase === undefined ? "a phase" : phaseNames[phase];
}

function whoOf(actors: readonly string[]): string {
  const [first = "Somebody", second, ...others] = actors;
  if (second === undefined) return first;
  if (others.length === 0) return `${first} and ${second}`;
  return `${first} and ${others.length + 1} others`;
}

const longestExcerpt = 240;

/** The beginning of a Markdown text as plain words on one line. */
export function excerptOf(markdown: string): string {
  const plain = markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*(?:[-*+>#]+|\d+\.)\s+/gm, "")
    .replace(/(\*\*|__|~~|`+)/g, "")
    // Marks that turn the direction of writing would turn our own words around as well.
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (plain.length <= longestExcerpt) return plain;
  const cut = plain.slice(0, longestExcerpt);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longestExcerpt - 40))}…`;
}
