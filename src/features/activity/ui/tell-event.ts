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

const dueReason = z.object({
  kind: z.string(),
  model: z.string().optional(),
  what: z.string().optional(),
});

/** What sentences need of an event's data; whatever is missing is left out of the sentence. */
const told = z.object({
  name: z.string().optional(),
  number: z.number().nullish(),
  question: z.string().optional(),
  about: z.string().optional(),
  reason: z.string().optional(),
  /** The phase whose gate it is about, and its name. */
  phase: z.string().optional(),
  gate: z.string().optional(),
  criterion: z.string().optional(),
  condition: z.object({ text: z.string() }).optional(),
  pass: z.number().optional(),
  /** The entry that this one took back, and the taking back that it took back. */
  undoes: z.number().optional(),
  redoes: z.number().optional(),
  /** Whose time it is. */
  member: z.string().optional(),
  tasks: z.array(z.looseObject({})).optional(),
  /** What was made of a task that was split. */
  part: z.string().optional(),
  reasons: z.array(dueReason).optional(),
  before: z
    .looseObject({
      role: z.string().optional(),
      phase: z.string().optional(),
      question: z.string().optional(),
      name: z.string().nullish(),
      note: z.string().optional(),
      title: z.string().optional(),
      hours: z.number().optional(),
      workedOn: z.string().optional(),
      readers: z.array(z.string()).optional(),
    })
    .nullish(),
  after: z
    .looseObject({
      name: z.string().nullish(),
      role: z.string().optional(),
      phase: z.string().optional(),
      status: z.string().optional(),
      verdict: z.string().optional(),
      metric: z.string().optional(),
      pass: z.number().optional(),
      withoutGates: z.array(z.string()).optional(),
      question: z.string().optional(),
      option: z.string().nullish(),
      title: z.string().optional(),
      stance: z.string().optional(),
      number: z.number().optional(),
      /** Earlier versions kept ids, which say nothing. */
      dependsOn: z.array(z.number()).optional().catch(undefined),
      note: z.string().optional(),
      consulted: z.array(z.object({ name: z.string() })).optional(),
      round: z.number().optional(),
      hours: z.number().optional(),
      workedOn: z.string().optional(),
      /** Where a project stands in the order, and whether its dates stay. */
      place: z.number().optional(),
      fixed: z.boolean().optional(),
      readers: z.array(z.string()).optional(),
    })
    .nullish(),
});

/** An event as a sentence that follows the actor's name, and the page it is about. */
export function tellEvent(event: FeedEntry): { text: string; path: string | null } {
  const parsed = told.safeParse(event.data);
  const data = parsed.success ? parsed.data : {};
  const { before, after } = data;
  const project = event.project === null ? null : `projects/${event.project.key}`;
  const forecast = project === null ? null : `${project}/forecast`;
  const decision = project === null || data.number == null ? project : `${project}/decisions/${data.number}`;
  const sizing = project === null ? null : `${project}/sizing`;
  const schedule = "/portfolio/schedule";
  const scenarios = project === null ? null : `${project}/scenarios`;
  const scoring = decision === null || data.number == null ? decision : `${decision}/scoring`;
  const question = data.question ?? after?.question ?? before?.question ?? data.about ?? "a decision";
  const asked = data.number == null ? `“${question}”` : `D-${data.number} “${question}”`;
  const gate =
    project === null || data.phase === undefined ? project : `${project}/phases/${data.phase}#gate`;
  const ofGate = `the gate of ${data.gate ?? "a phase"}`;
  const alignment = project === null ? null : `${project}/phases/model-alignment#passes`;
  const to = (text: string, path: string | null = null) => ({ text: `${text}${tellMark(data)}`, path });
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
    case "member.proposed":
      return to(`proposed a level for the profile of ${data.name ?? "somebody"}`, "expertise");
    case "member.proposal-settled":
      return to(
        data.name === event.actorName
          ? "answered what was proposed for their profile"
          : `took back what they proposed for the profile of ${data.name ?? "somebody"}`,
        "expertise",
      );
    case "project.created":
      return to(`created the project ${after?.name ?? ""}`, project);
    case "project.edited":
      return to("changed the project", project);
    case "project.moved":
      return to(
        `${tellMove(before?.phase, after?.phase, after?.pass)}${tellLeftOut(after?.withoutGates)}`,
        project,
      );
    case "project.deleted":
      return to(`deleted the project ${before?.name ?? ""}`);
    case "project.restored":
      return to("restored the project", project);
    case "project.made-private":
      return to("made the project private", project);
    case "project.made-visible":
      return to("made the project visible to the workspace", project);
    case "project.shared":
      return to(`shared the project with ${data.name ?? "somebody"}`, project);
    case "project.unshared":
      return to(`stopped sharing the project with ${data.name ?? "somebody"}`, project);
    case "gate.criterion-judged":
      return to(`${tellStatus(after?.status)}: “${data.criterion ?? ""}”`, gate);
    case "gate.criterion-added":
      return to(`added the criterion “${data.criterion ?? ""}” to ${ofGate}`, gate);
    case "gate.criterion-removed":
      return to(`removed the criterion “${data.criterion ?? ""}” from ${ofGate}`, gate);
    case "gate.evidence-added":
      return to(`added evidence${named(after?.title)} to ${ofGate}`, gate);
    case "gate.evidence-removed":
      return to(`removed evidence${named(before?.title)} from ${ofGate}`, gate);
    case "gate.approver-named":
      return to(`made ${after?.name ?? "somebody"} approver of ${ofGate}`, gate);
    case "gate.asked":
      return to(`asked ${after?.name ?? "the approver"} to pass ${ofGate}`, gate);
    case "gate.decided":
      return to(tellVerdict(after?.verdict, ofGate), gate);
    case "gate.condition-closed":
      return to(`closed the condition “${data.condition?.text ?? ""}” of ${ofGate}`, gate);
    case "gate.condition-reopened":
      return to(`opened the condition “${data.condition?.text ?? ""}” of ${ofGate} again`, gate);
    case "pass.recorded":
      return to(`recorded pass ${data.pass ?? ""} of alignment`, alignment);
    case "pass.result-added":
      return to(`added a result of pass ${data.pass ?? ""}: ${after?.metric ?? ""}`, alignment);
    case "pass.result-removed":
      return to(`removed a result of pass ${data.pass ?? ""}`, alignment);
    case "brief.edited":
      return to("edited the brief", project === null ? null : `${project}/brief`);
    case "task.edited":
      return to(`updated the task “${data.name ?? ""}”`, project === null ? null : `${project}/plan`);
    case "task.checklist-changed":
      return to(`changed the checklist of “${data.name ?? ""}”`, project === null ? null : `${project}/plan`);
    case "tasks.edited": {
      const count = data.tasks?.length ?? 0;
      return to(
        `updated ${count === 1 ? "one task" : `${count} tasks`}`,
        project === null ? null : `${project}/plan`,
      );
    }
    case "task.added":
      return to(`added the task “${data.name ?? ""}”`, project === null ? null : `${project}/plan`);
    case "task.changed":
      return to(
        after?.retired === true
          ? `removed the task “${data.name ?? ""}”`
          : `changed the task “${data.name ?? ""}”`,
        project === null ? null : `${project}/plan`,
      );
    case "task.linked":
      return to(
        `lets “${data.name ?? ""}” wait for “${after?.name ?? ""}”`,
        project === null ? null : `${project}/plan`,
      );
    case "task.unlinked":
      return to(
        `no longer lets “${data.name ?? ""}” wait for “${before?.name ?? ""}”`,
        project === null ? null : `${project}/plan`,
      );
    case "tasks.imported":
      return to(
        `${data.undoes !== undefined ? "took back the import of" : "imported"} ${data.tasks?.length === 1 ? "one task" : `${data.tasks?.length ?? 0} tasks`} from “${data.name ?? "a file"}”`,
        project === null ? null : `${project}/plan`,
      );
    case "task.split":
      return to(
        data.undoes !== undefined
          ? `put “${data.name ?? "a task"}” together again`
          : `split “${data.name ?? "a task"}”: “${data.part ?? "a part"}” is a task of its own`,
        project === null ? null : `${project}/plan`,
      );
    case "time.booked":
    case "time.corrected":
    case "time.deleted":
    case "time.restored":
      return to(tellTime(event.type, event.actorName, data), project === null ? null : `${project}/plan`);
    case "time.imported":
      return to(
        `imported time for ${data.tasks?.length === 1 ? "one task" : `${data.tasks?.length ?? 0} tasks`}`,
        project === null ? null : `${project}/plan`,
      );
    case "baseline.made":
      return to(`fixed the plan as “${data.name ?? "a baseline"}”`, forecast);
    case "baseline.reference-set":
      return to(`chose what the forecast is held against: ${after?.name ?? "nothing"}`, forecast);
    case "baseline.deleted":
      return to(`deleted the baseline “${data.name ?? ""}”`, forecast);
    case "baseline.restored":
      return to(`brought the baseline “${data.name ?? ""}” back`, forecast);
    case "project.prioritised":
      return to(
        `moved ${data.name ?? "a project"} to place ${data.after?.place ?? "?"} of the order`,
        schedule,
      );
    case "project.fixed":
      return to(
        data.after?.fixed === false
          ? `let the dates of ${data.name ?? "a project"} move again`
          : `fixed the dates of ${data.name ?? "a project"}`,
        schedule,
      );
    case "schedule.kept":
      return to(`kept the schedule “${data.name ?? ""}”`, schedule);
    case "schedule.dropped":
      return to(`dropped the schedule “${data.name ?? ""}”`, schedule);
    case "schedule.restored":
      return to(`took the schedule “${data.name ?? ""}” up again`, schedule);
    case "schedule.applied":
      return to(`applied the schedule “${data.name ?? ""}”`, schedule);
    case "schedule.taken-back":
      return to(`took the schedule “${data.name ?? ""}” back`, schedule);
    case "scenario.made":
      return to(`kept the scenario “${data.name ?? ""}”`, scenarios);
    case "scenario.edited":
      return to(`changed the scenario “${data.name ?? ""}”`, scenarios);
    case "scenario.dropped":
      return to(`dropped the scenario “${data.name ?? ""}”`, scenarios);
    case "scenario.restored":
      return to(`took the scenario “${data.name ?? ""}” up again`, scenarios);
    case "scenario.applied":
      return to(`applied the scenario “${data.name ?? ""}”`, scenarios);
    case "team.made":
      return to(`made the team “${data.name ?? ""}”`, "settings/teams");
    case "team.edited":
      return to(`changed the team “${data.name ?? ""}”`, "settings/teams");
    case "team.deleted":
      return to(`deleted the team “${data.name ?? ""}”`, "settings/teams");
    case "team.restored":
      return to(`brought the team “${data.name ?? ""}” back`, "settings/teams");
    case "view.shared":
      return to(`shared the view “${data.name ?? ""}”`, "portfolio");
    case "view.edited":
      return to(`changed the view “${data.name ?? ""}”`, "portfolio");
    case "view.unshared":
      return to(`took the view “${data.name ?? ""}” back`, "portfolio");
    case "views.arranged":
      return to("put the shared views in another order", "portfolio");
    case "view.deleted":
      return to(`deleted the view “${data.name ?? ""}”`, "portfolio");
    case "view.restored":
      return to(`brought the view “${data.name ?? ""}” back`, "portfolio");
    case "share.made":
      return to(`made a share link to “${data.name ?? ""}”`, "settings/sharing");
    case "share.revoked":
      return to(`withdrew the share link to “${data.name ?? ""}”`, "settings/sharing");
    case "workspace.sharing-changed":
      return to("changed who may open share links", "settings/sharing");
    case "letters.scheduled":
      return to(`has the view “${data.name ?? ""}” sent by e-mail${toReaders(after)}`, "portfolio");
    case "letters.changed":
      return to(`changed the e-mail of the view “${data.name ?? ""}”${toReaders(after)}`, "portfolio");
    case "letters.ended":
      return to(`ended the e-mail of the view “${data.name ?? ""}”${toReaders(before)}`, "portfolio");
    case "sizing.saved":
      return to(`kept the calculation “${after?.name ?? ""}”`, sizing);
    case "sizing.edited":
      return to(`changed the calculation “${after?.name ?? ""}”`, sizing);
    case "sizing.deleted":
      return to(`deleted the calculation “${before?.name ?? ""}”`, sizing);
    case "sizing.restored":
      return to(`brought the calculation “${after?.name ?? ""}” back`, sizing);
    case "decision.asked":
      return to(`asked ${asked}`, decision);
    case "decision.edited":
      if (after?.dependsOn !== undefined) return to(tellDependencies(asked, after.dependsOn), decision);
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
    case "evidence.added":
      return to(`added evidence${named(after?.title)} to ${asked}`, decision);
    case "evidence.edited":
      return to(`edited evidence${named(after?.title)} of ${asked}`, decision);
    case "evidence.removed":
      return to(`removed evidence${named(before?.title)} from ${asked}`, decision);
    case "evidence.restored":
      return to(`brought evidence${named(after?.title)} of ${asked} back`, decision);
    case "position.taken":
      return to(tellPosition(after?.stance, after?.option ?? null, asked), decision);
    case "decision.consulted":
      return to(`${tellAsked(after?.consulted ?? [])} for a position on ${asked}`, decision);
    case "decision.nudged":
      return to(`asked ${after?.name ?? "the owner"} to see to ${asked}`, decision);
    case "decision.reviewed":
      return to(`found that ${asked} still holds`, decision);
    case "decision.review-due":
      return to(`is to look at ${asked} again: ${tellDue(data.reasons ?? [])}`, decision);
    case "objection.answered":
      return to(`answered the objection of ${after?.name ?? "somebody"} to ${asked}`, decision);
    case "objection.kept":
      return to(`keeps their objection to ${asked} after the answer`, decision);
    case "objection.withdrawn":
      return to(`withdrew their objection to ${asked} after the answer`, decision);
    case "suggestion.dismissed":
      return to(`dismissed the suggestion ${asked}: ${data.reason ?? ""}`, project);
    case "suggestion.restored":
      return to(`brought the suggestion ${asked} back`, project);
    case "criterion.added":
      return to(`added the criterion “${after?.name ?? ""}” to ${asked}`, scoring);
    case "criterion.edited":
      return to(`edited the criterion “${after?.name ?? ""}” of ${asked}`, scoring);
    case "criterion.removed":
      return to(`removed the criterion “${before?.name ?? ""}” of ${asked}`, scoring);
    case "criteria.weighed":
      return to(`weighed the criteria of ${asked}`, scoring);
    case "scores.given":
      return to(`handed in scores for ${asked}`, scoring);
    case "scores.revealed":
      return to(`revealed the scores of ${asked}`, scoring);
    case "scoring.round-opened":
      return to(`opened round ${after?.round ?? ""} of scoring ${asked}`, scoring);
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
    case "comment.reacted":
      return to("reacted to a comment", project);
    case "suggestion.applied":
      return to(`took over a suggested wording in ${asked}`, decision);
    case "suggestion.declined":
      return to(`turned down a suggested wording in ${asked}`, decision);
    default:
      return to("did something");
  }
}

function named(title: string | undefined): string {
  return title === undefined ? "" : ` “${title}”`;
}

/** "booked 3.5 h on “Train”", "corrected Ada's time on “Train” from 3.5 h to 4 h" */
function tellTime(
  type: string,
  actorName: string,
  { name, member, before, after }: z.output<typeof told>,
): string {
  const on = `on “${name ?? "a task"}”`;
  const of = member === undefined || member === actorName ? "time" : `${member}'s time`;
  const hours = (side: { hours?: number | undefined } | null | undefined) => `${side?.hours ?? 0} h`;
  if (type === "time.deleted") return `deleted ${of} ${on}: ${hours(before)}`;
  if (type === "time.restored") return `brought ${of} ${on} back: ${hours(after)}`;
  if (before?.hours !== undefined) return `changed ${of} ${on} from ${hours(before)} to ${hours(after)}`;
  return of === "time" ? `booked ${hours(after)} ${on}` : `booked ${hours(after)} for ${member} ${on}`;
}

function tellStatus(status: string | undefined): string {
  if (status === "met") return "found a criterion met";
  if (status === "not-met") return "found a criterion not met";
  return status === "not-applicable" ? "found that a criterion does not apply" : "opened a criterion again";
}

function tellVerdict(verdict: string | undefined, gate: string): string {
  if (verdict === "sent-back") return `sent ${gate} back`;
  return verdict === "conditions" ? `passed ${gate} with conditions` : `passed ${gate}`;
}

function tellMove(from: string | undefined, stage: string | undefined, pass: number | undefined): string {
  if (pass !== undefined) return `began pass ${pass} of alignment`;
  if (stage === "launched") return "launched the project";
  const phase = phaseIds.find((id) => id === stage);
  const name = phase === undefined ? "another phase" : phaseNames[phase];
  return from === "launched" ? `took the project back to ${name}` : `moved the project to ${name}`;
}

function tellMark({ undoes, redoes }: { undoes?: number | undefined; redoes?: number | undefined }): string {
  if (undoes !== undefined) return " (undoing an earlier change)";
  return redoes === undefined ? "" : " (doing again what was undone)";
}

function tellLeftOut(phases: readonly string[] = []): string {
  const names = phaseIds.filter((id) => phases.includes(id)).map((id) => phaseNames[id]);
  if (names.length === 0) return "";
  return ` without the gate${names.length > 1 ? "s" : ""} of ${names.join(" and ")}`;
}

function tellPosition(stance: string | undefined, option: string | null, asked: string): string {
  const what = option === null ? asked : `“${option}” in ${asked}`;
  if (stance === "agree") return `agrees with ${what}`;
  return stance === "object" ? `objects to ${what}` : `abstains in ${asked}`;
}

/** Nobody did this: the entry names whom it was told to. */
function tellDue(reasons: readonly z.output<typeof dueReason>[]): string {
  const told = reasons.map(({ kind, what, model = "a model" }) => {
    if (kind === "review") return "its review is due";
    return what === "gone"
      ? `${model} is gone from the model catalogue`
      : `${model} has changed in the model catalogue`;
  });
  return [...new Set(told)].join(", and ");
}

function toReaders(told: { readers?: readonly string[] | undefined } | null | undefined): string {
  const [first, second, ...others] = told?.readers ?? [];
  if (first === undefined) return "";
  if (others.length > 0) return ` to ${first}, ${second} and ${others.length} more`;
  return second === undefined ? ` to ${first}` : ` to ${first} and ${second}`;
}

function tellAsked(consulted: readonly { readonly name: string }[]): string {
  if (consulted.length === 0) return "asks nobody in particular any more";
  const [first, second, ...others] = consulted.map(({ name }) => name);
  if (others.length > 0) return `asked ${first}, ${second} and ${others.length} more`;
  return second === undefined ? `asked ${first}` : `asked ${first} and ${second}`;
}

function tellDependencies(asked: string, numbers: readonly number[]): string {
  if (numbers.length === 0) return `said that ${asked} waits for no other decision`;
  return `said that ${asked} waits for ${numbers.map((number) => `D-${number}`).join(", ")}`;
}
