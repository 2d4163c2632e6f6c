import { z } from "zod";
import { phaseIds, phaseNames } from "@/planning";

export type FeedEntry = {
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly actorName: string;
  readonly project: { readonly key: string; readonly name: string } | null;
  readonly data: unknown;
};

/** What sentences need of an event's data; whatever is missing is left out of the sentence. */
const told = z.object({
  name: z.string().optional(),
  number: z.number().nullish(),
  question: z.string().optional(),
  about: z.string().optional(),
  reason: z.string().optional(),
  before: z
    .looseObject({
      role: z.string().optional(),
      phase: z.string().optional(),
      question: z.string().optional(),
      name: z.string().optional(),
      note: z.string().optional(),
    })
    .nullish(),
  after: z
    .looseObject({
      name: z.string().optional(),
      role: z.string().optional(),
      phase: z.string().optional(),
      pass: z.number().optional(),
      question: z.string().optional(),
      option: z.string().nullish(),
      title: z.string().optional(),
      stance: z.string().optional(),
      number: z.number().optional(),
      note: z.string().optional(),
    })
    .nullish(),
});

/** An event as a sentence that follows the actor's name, and the page it is about. */
export function tellEvent(event: FeedEntry): { text: string; path: string | null } {
  const parsed = told.safeParse(event.data);
  const data = parsed.success ? parsed.data : {};
  const { before, after } = data;
  const project = event.project === null ? null : `projects/${event.project.key}`;
  const decision = project === null || data.number == null ? project : `${project}/decisions/${data.number}`;
  const question = data.question ?? after?.question ?? before?.question ?? data.about ?? "a decision";
  const asked = data.number == null ? `“${question}”` : `D-${data.number} “${question}”`;
  const to = (text: string, path: string | null = null) => ({ text, path });
  switch (event.type) {
    case "workspace.created":
      return to("created the workspace");
    case "workspace.configured":
      return to("changed the workspace's settings", "settings");
    case "standard.changed":
      return to(`changed the standard of “${data.name ?? "the lifecycle"}”`, "settings/standards");
    case "invitation.created":
      return to(
        `invited somebody as ${after?.role ?? "member"}${after?.note ? ` (${after.note})` : ""}`,
        "settings/members",
      );
    case "invitation.revoked":
      return to("withdrew an invitation", "settings/members");
    case "member.joined":
      return to(`joined as ${after?.role ?? "member"}`, "settings/members");
    case "member.role-changed":
      return to(`made ${data.name ?? "somebody"} ${after?.role ?? ""}`, "settings/members");
    case "member.removed":
      return to(`removed ${data.name ?? "somebody"}`, "settings/members");
    case "member.left":
      return to("left the workspace");
    case "member.profile-changed":
      return to(
        data.name === event.actorName
          ? "changed their profile"
          : `changed the profile of ${data.name ?? "somebody"}`,
        "expertise",
      );
    case "project.created":
      return to(`created the project ${after?.name ?? ""}`, project);
    case "project.edited":
      return to("changed the project", project);
    case "project.moved":
      return to(tellMove(before?.phase, after?.phase, after?.pass), project);
    case "project.deleted":
      return to(`deleted the project ${before?.name ?? ""}`);
    case "project.restored":
      return to("restored the project", project);
    case "brief.edited":
      return to("edited the brief", project === null ? null : `${project}/brief`);
    case "task.edited":
      return to(`updated the task “${data.name ?? ""}”`, project === null ? null : `${project}/plan`);
    case "decision.asked":
      return to(`asked ${asked}`, decision);
    case "decision.edited":
      return to(`edited ${asked}`, decision);
    case "decision.decided":
      return to(`decided ${asked}: ${after?.option ?? ""}`, decision);
    case "decision.reopened":
      return to(`reopened ${asked}`, decision);
    case "decision.superseded":
      return to(`superseded ${asked} by D-${after?.number ?? ""}`, decision);
    case "decision.deleted":
      return to(`deleted ${asked}`, project);
    case "option.added":
      return to(`added the option “${after?.title ?? ""}” to ${asked}`, decision);
    case "option.edited":
      return to(`edited an option of ${asked}`, decision);
    case "option.removed":
      return to(`removed an option of ${asked}`, decision);
    case "position.taken":
      return to(tellPosition(after?.stance, after?.option ?? null, asked), decision);
    case "comment.written":
      return to(`commented on ${asked}`, decision);
    case "comment.edited":
      return to("edited a comment", project);
    case "comment.deleted":
      return to("deleted a comment", project);
    case "comment.restored":
      return to("brought a comment back", project);
    case "comment.resolved":
      return to("resolved a thread", project);
    case "comment.unresolved":
      return to("opened a thread again", project);
    default:
      return to("did something");
  }
}

function tellMove(from: string | undefined, stage: string | undefined, pass: number | undefined): string {
  if (pass !== undefined) return `began pass ${pass} of alignment`;
  if (stage === "launched") return "launched the project";
  const phase = phaseIds.find((id) => id === stage);
  const name = phase === undefined ? "another phase" : phaseNames[phase];
  return from === "launched" ? `took the project back to ${name}` : `moved the project to ${name}`;
}

function tellPosition(stance: string | undefined, option: string | null, asked: string): string {
  const what = option === null ? asked : `“${option}” in ${asked}`;
  if (stance === "agree") return `agrees with ${what}`;
  return stance === "object" ? `objects to ${what}` : `abstains in ${asked}`;
}
