import { makeInboxConsumer } from "@/features/attention/inbox.service";
import { inbox } from "@/features/attention/queries";
import type { InboxFilter } from "@/features/attention/schema";
import { writeComment } from "@/features/comments/service";
import { latestSeq } from "@/features/exchange/queries";
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

/** The workspace with something in its owner's inbox: somebody else mentioned them. */
export async function withInbox(
  client: Client,
  owner: OrganizationDb,
  workspace: FurnishedWorkspace,
  writer: OrganizationDb,
) {
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
  return { ...workspace, inboxItem, projectSeq };
}
