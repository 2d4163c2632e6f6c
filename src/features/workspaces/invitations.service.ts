import { addDays } from "date-fns";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { hashToken } from "@/platform/db/gate";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { AppError, notFound } from "@/platform/errors";
import { whyNotGive } from "@/platform/permissions";
import { invitationToken } from "./queries";
import type { createInvitationInput, revokeInvitationInput } from "./schema";

const validDays = 7;

/** A link for one person, once. The answer carries no token: whoever answers derives it, and only its hash is stored. */
export async function createInvitation(
  db: OrganizationDb,
  secret: string,
  input: z.output<typeof createInvitationInput>,
) {
  return await db.write(input, async (tx) => {
    const refusal = whyNotGive(db.actor.role, input.role);
    if (refusal !== null) throw new AppError("FORBIDDEN", "ROLE_RULE", refusal);
    const id = uuidv7();
    const expiresAt = addDays(new Date(), validDays);
    const { role, note } = input;
    await tx.invitation.create({
      data: {
        organizationId: db.organizationId,
        id,
        tokenHash: hashToken(invitationToken(secret, id)),
        role,
        note,
        createdById: db.actor.membershipId,
        expiresAt,
      },
    });
    return {
      answer: { id, expiresAt },
      event: {
        type: "invitation.created",
        subject: { type: "invitation", id },
        data: { after: { role, note } },
      },
    };
  });
}

export async function revokeInvitation(db: OrganizationDb, input: z.output<typeof revokeInvitationInput>) {
  const where = {
    organizationId: db.organizationId,
    id: input.invitationId,
    acceptedAt: null,
    revokedAt: null,
  };
  return await db.write(input, async (tx) => {
    const invitation = await tx.invitation.findFirst({ where });
    if (invitation === null) throw notFound("invitation");
    const revoked = await tx.invitation.updateMany({ where, data: { revokedAt: new Date() } });
    if (revoked.count === 0) throw notFound("invitation");
    return {
      answer: null,
      event: {
        type: "invitation.revoked",
        subject: { type: "invitation", id: invitation.id },
        data: { before: { role: invitation.role, note: invitation.note } },
      },
    };
  });
}
