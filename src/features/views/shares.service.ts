import { addDays } from "date-fns";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { normalQuery } from "@/features/portfolio/shown.queries";
import { hashToken } from "@/platform/db/gate";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { invalid, notFound } from "@/platform/errors";
import type { makeShareInput, revokeShareInput, setSharingInput } from "./schema";
import { shareToken } from "./shares.queries";

const mostLinks = 100;

/**
 * A link to what the portfolio shows now, until it expires. It keeps the filter: whoever changes the view later does not widen the link.
 * The answer carries no token: whoever answers derives it, and only its hash is stored.
 */
export async function makeShare(db: OrganizationDb, secret: string, input: z.output<typeof makeShareInput>) {
  const { organizationId, actor } = db;
  const { name, validDays } = input;
  return await db.write(input, async (tx) => {
    const usable = { organizationId, revokedAt: null, expiresAt: { gt: new Date() } };
    if ((await tx.shareLink.count({ where: usable })) >= mostLinks) {
      throw invalid("TOO_MANY_LINKS", `There are ${mostLinks} share links. Withdraw one first.`);
    }
    const id = uuidv7();
    const query = normalQuery(input.query);
    const expiresAt = addDays(new Date(), validDays);
    const tokenHash = hashToken(shareToken(secret, id));
    await tx.shareLink.create({
      data: { organizationId, id, tokenHash, name, query, createdById: actor.membershipId, expiresAt },
    });
    return {
      answer: { id, expiresAt },
      event: {
        type: "share.made",
        subject: { type: "share", id },
        data: { name, after: { name, query, expiresAt: expiresAt.toISOString() } },
      },
    };
  });
}

/** The link opens nothing from now on. */
export async function revokeShare(db: OrganizationDb, input: z.output<typeof revokeShareInput>) {
  const where = { organizationId: db.organizationId, id: input.shareId, revokedAt: null };
  return await db.write(input, async (tx) => {
    const link = await tx.shareLink.findFirst({ where, select: { id: true, name: true } });
    if (link === null) throw notFound("share link");
    const revoked = await tx.shareLink.updateMany({ where, data: { revokedAt: new Date() } });
    if (revoked.count === 0) throw notFound("share link");
    return {
      answer: null,
      event: {
        type: "share.revoked",
        subject: { type: "share", id: link.id },
        data: { name: link.name, before: { name: link.name } },
      },
    };
  });
}

/** Whether links open for somebody who is not signed in; those that exist, too, from now on. */
export async function setSharing(db: OrganizationDb, input: z.output<typeof setSharingInput>) {
  const where = { id: db.organizationId };
  const { withoutSignIn } = input;
  return await db.write(input, async (tx) => {
    const before = await tx.organization.findUniqueOrThrow({ where });
    await tx.organization.update({ where, data: { sharesWithoutSignIn: withoutSignIn } });
    return {
      answer: null,
      event: {
        type: "workspace.sharing-changed",
        subject: { type: "workspace", id: db.organizationId },
        data: { before: { withoutSignIn: before.sharesWithoutSignIn }, after: { withoutSignIn } },
      },
    };
  });
}
