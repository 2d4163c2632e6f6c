import { randomUUID } from "node:crypto";
import { removeMember } from "@/features/workspaces/members.service";
import type { Client } from "@/platform/db/client";
import { aMember, anAccount, aWorkspace, password } from "./factories";
import { type FurnishedWorkspace, furnish } from "./furnished-workspace";

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
  return {
    people,
    own: await furnish(ownerDb, { project: "OWN", deleted: "OWNGONE" }),
    foreign: await furnish(strangerDb, { project: "FAR", deleted: "FARGONE" }),
  };
}

/** What there is in a workspace that an input may name, by the name of its field. */
export function knownBy(
  own: FurnishedWorkspace,
  people: People,
): Readonly<Record<string, readonly unknown[]>> {
  const members = roles.map((role) => people[role].membershipId);
  const decisions = [own.openDecision, own.otherDecision, own.decidedDecision];
  const options = decisions.flatMap(({ firstOption, secondOption }) => [firstOption.id, secondOption.id]);
  const comments = [own.thread, own.answer, own.resolvedThread, own.deletedComment].map(
    (comment) => comment.id,
  );
  const projects = [own.project.id, own.deletedProject.id];
  return {
    projectId: projects,
    projectKey: [own.project.key, own.deletedProject.key],
    decisionId: decisions.map((decision) => decision.id),
    number: decisions.map((decision) => decision.number),
    dependsOn: decisions.map((decision) => decision.id),
    optionId: options,
    commentId: comments,
    parentId: comments,
    subjectId: [own.project.id, ...decisions.map((decision) => decision.id)],
    ownerId: [...members, people["removed member"].membershipId],
    assigneeId: members,
    membershipId: members,
    invitationId: [own.invitation.id],
    token: [own.invitation.token],
    taskKey: [own.task.key],
    version: [1, 2, own.project.version],
    currentPassword: [password],
  };
}
