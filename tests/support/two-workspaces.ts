import { randomUUID } from "node:crypto";
import { share } from "@/features/projects/sharing.service";
import { removeMember } from "@/features/workspaces/members.service";
import type { Client } from "@/platform/db/client";
import { openOrganization } from "@/platform/db/gate";
import { aMember, anAccount, aWorkspace, password, signIn } from "./factories";
import { furnish } from "./furnished-workspace";
import { type ReadWorkspace, withInbox } from "./inboxes";

const roles = ["viewer", "member", "lead", "admin", "owner"] as const;

/** Everybody who may come and ask. */
export const askers = ["signed out", ...roles, "removed member", "member of another organization"] as const;

export type Asker = (typeof askers)[number];

type Person = { readonly accountId: string; readonly email: string; readonly membershipId: string };
export type People = Readonly<Record<Exclude<Asker, "signed out">, Person>>;

/** Two workspaces of the same furniture, and people of every kind. */
export async function populate(client: Client) {
  const founder = await anAccount(client, "owner@own.example");
  const ownerDb = await aWorkspace(client, founder, "own");
  const join = async (name: string, role: (typeof roles)[number]): Promise<Person> => {
    const account = await anAccount(client, `${name}@own.example`);
    const { membershipId } = (await aMember(client, ownerDb, account, role)).actor;
    return { accountId: account.accountId, email: account.email, membershipId };
  };
  const removed = await join("removed", "member");
  const { membershipId } = removed;
  await removeMember(ownerDb, { mutationId: randomUUID(), membershipId, version: 1 });
  const stranger = await anAccount(client, "owner@foreign.example");
  const strangerDb = await aWorkspace(client, stranger, "foreign");
  const person = (account: typeof founder, db: typeof ownerDb): Person => ({
    accountId: account.accountId,
    email: account.email,
    membershipId: db.actor.membershipId,
  });
  const people: People = {
    owner: person(founder, ownerDb),
    admin: await join("admin", "admin"),
    lead: await join("lead", "lead"),
    member: await join("member", "member"),
    viewer: await join("viewer", "viewer"),
    "removed member": removed,
    "member of another organization": person(stranger, strangerDb),
  };
  const strangersColleague = await anAccount(client, "colleague@foreign.example");
  const writers = {
    own: await openOrganization(client, await signIn(client, people.member.accountId), "own"),
    foreign: await aMember(client, strangerDb, strangersColleague, "member"),
  };
  const own = await furnish(ownerDb, { project: "OWN", deleted: "OWNGONE" });
  const viewer = { projectId: own.project.id, membershipId: people.viewer.membershipId };
  await share(ownerDb, { mutationId: randomUUID(), ...viewer });
  const foreign = await furnish(strangerDb, { project: "FAR", deleted: "FARGONE" });
  return {
    people,
    own: await withInbox(client, ownerDb, own, writers.own),
    foreign: await withInbox(client, strangerDb, foreign, writers.foreign),
  };
}

/** What there is in a workspace that an input may name, by the name of its field. */
export function knownBy(own: ReadWorkspace, people: People): Readonly<Record<string, readonly unknown[]>> {
  const members = roles.map((role) => people[role].membershipId);
  const decisions = [own.openDecision, own.otherDecision, own.decidedDecision];
  const options = decisions.flatMap(({ firstOption, secondOption }) => [firstOption.id, secondOption.id]);
  const comments = [own.thread, own.answer, own.resolvedThread, own.deletedComment, own.suggestion].map(
    (comment) => comment.id,
  );
  const projects = [own.project.id, own.deletedProject.id];
  return {
    projectId: projects,
    projectKey: [own.project.key, own.deletedProject.key],
    decisionId: decisions.map((decision) => decision.id),
    number: decisions.map((decision) => decision.number),
    dependsOn: decisions.map((decision) => decision.id),
    consulted: members,
    suggestion: ["data-reach", "quality-bar", own.dismissedSuggestion],
    optionId: options,
    modelId: ["llama-3-1-8b", "gpt-4o"],
    evidenceId: [own.evidence.id, own.removedEvidence.id],
    baselineId: [own.baseline.id, own.deletedBaseline.id],
    shareId: [own.shareLink.id],
    viewId: [own.view.id, own.deletedView.id],
    viewIds: [own.view.id],
    teamId: [own.team.id, own.deletedTeam.id],
    memberIds: [members, []],
    letterId: [own.letters.letterId],
    readers: [[own.ownerId], members],
    query: ["", "health=at-risk&sort=name", "view=all&text=a"],
    scenarioId: [own.scenario.id, own.droppedScenario.id],
    scheduleId: [own.schedule.id, own.droppedSchedule.id, own.appliedSchedule.id],
    beforeProjectId: projects,
    sizingId: [own.sizing.id, own.deletedSizing.id],
    entryId: [own.timeEntry.entryId, own.deletedTimeEntry.entryId],
    timerId: [own.timer.id],
    reviewEntryId: [own.reviewEntry.id],
    proposalId: [own.proposals.forOwner, own.proposals.byOwner],
    memberId: members,
    fileId: [own.file.id],
    roundId: [own.openScoring.roundId, own.revealedScoring.roundId],
    criterionId: [own.openScoring.criterion.id, own.revealedScoring.criterion.id],
    weightsVersion: [1, 2],
    round: [1, 2],
    commentId: comments,
    parentId: comments,
    subjectId: [own.project.id, ...decisions.map((decision) => decision.id)],
    ownerId: [...members, people["removed member"].membershipId],
    assigneeId: members,
    membershipId: members,
    invitationId: [own.invitation.id],
    items: [[{ id: own.inboxItem.id, lastSeq: own.inboxItem.lastSeq }]],
    token: [own.invitation.token, own.shareLink.token],
    taskKey: [own.task.key],
    seenSeq: [own.projectSeq],
    seq: Object.values(own.seqToUndo),
    version: [1, 2, own.project.version, own.briefVersion],
    currentPassword: [password],
  };
}
