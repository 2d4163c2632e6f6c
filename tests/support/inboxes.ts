import { makeInboxConsumer } from "@/features/attention/inbox.service";
import { inbox } from "@/features/attention/queries";
import type { InboxFilter } from "@/features/attention/schema";
import { writeComment } from "@/features/comments/service";
import { latestSeq } from "@/features/exchange/queries";
import { propose } from "@/features/workspaces/proposals.service";
import type { Client } from "@/platform/db/client";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { catchUp } from "@/platform/events/consumers";
import type { FurnishedWorkspace } from "./furnished-workspace";

/** Reads the organization's log into the inboxes, as far as it goes now. */
export async function readLog(
  client: Client,
  db: Pick<OrganizationDb, "organizationId">,
  mail: Parameters<typeof makeInboxConsumer>[0] = null,
): Promise<void> {
  await catchUp(client, makeInboxConsumer(mail), db.organizationId);
}

export async function itemsOf(db: OrganizationDb, filter: InboxFilter = "all") {
  return (await inbox(db, { filter, limit: 500 })).items;
}

export function mentionOf({ actor }: OrganizationDb): string {
  return `[@${actor.name}](mention:member/${actor.membershipId})`;
}

export type ReadWorkspace = Awaited<ReturnType<typeof withInbox>>;

/** The workspace with something in its owner's inbox: somebody else proposed them a level, and mentioned them last. */
export async function withInbox(
  client: Client,
  owner: OrganizationDb,
  workspace: FurnishedWorkspace,
  writer: OrganizationDb,
) {
  const aProposal = async (by: OrganizationDb, of: OrganizationDb) => {
    const { id } = await propose(by, {
      mutationId: crypto.randomUUID(),
      membershipId: of.actor.membershipId,
      discipline: "evaluation",
      level: 3,
      readyOn: null,
      sentence: "It shows.",
    });
    return id;
  };
  const proposals = { forOwner: await aProposal(writer, owner), byOwner: await aProposal(owner, writer) };
  await writeComment(writer, {
    mutationId: crypto.randomUUID(),
    subjectType: "decision",
    subjectId: workspace.openDecision.id,
    parentId: null,
    body: `${mentionOf(owner)}, what do you think?`,
  });
  await readLog(client, owner);
  const [inboxItem] = await itemsOf(owner);
  if (inboxItem === undefined) throw new Error("A mention is an item.");
  /** Where the log stands about the project, now that all is furnished. */
  const projectSeq = await owner.read(async (tx) => await latestSeq(tx, owner, workspace.project.id));
  return { ...workspace, proposals, inboxItem, projectSeq };
}
