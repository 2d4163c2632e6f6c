import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { AppError, invalid, notFound } from "../errors";
import { mayDo } from "../permissions";
import { type AccountDb, issueAccountDb } from "./account-db";
import { breaksUnique, type Client, inScope, setScope, type Transaction } from "./client";
import type { Role } from "./generated/enums";
import { applyOnce, issueOrganizationDb, lockMembers, type OrganizationDb } from "./organization-db";
import { issueSharedDb, type SharedDb } from "./shared-db";

// The only ways to a handle on the database. Each reads the proof from the database, never from what the caller says.

/** The person behind a login session that is neither revoked nor expired, or null. */
export async function openAccount(client: Client, loginSessionId: string): Promise<AccountDb | null> {
  const session = await client.loginSession.findFirst({
    where: { id: loginSessionId, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { account: { select: { id: true, name: true, email: true } } },
  });
  return session === null ? null : issueAccountDb(client, session.account, loginSessionId);
}

/** The organization as a present member may use it. Throws NOT_FOUND for everybody else. */
export async function openOrganization(
  client: Client,
  account: AccountDb,
  slug: string,
): Promise<OrganizationDb> {
  // One statement, so that the role is the one that holds at this position of the log.
  const [membership] = await account.read(
    async (tx) =>
      await tx.$queryRaw<
        { organizationId: string; id: string; role: Role; eventSeq: number; hidden: string[] }[]
      >`SELECT m.organization_id AS "organizationId", m.id, m.role::text AS role, c.event_seq AS "eventSeq",
          see_as(m.organization_id, m.id) AS hidden
        FROM membership m
        JOIN organization o ON o.id = m.organization_id
        JOIN organization_counter c ON c.organization_id = m.organization_id
        WHERE m.account_id = ${account.accountId}::uuid AND m.removed_at IS NULL AND o.slug = ${slug}`,
  );
  if (membership === undefined) throw notFound("workspace");
  const actor = {
    accountId: account.accountId,
    membershipId: membership.id,
    role: membership.role,
    name: account.name,
  };
  return issueOrganizationDb(client, membership.organizationId, slug, actor, {
    openedAtSeq: membership.eventSeq,
    hiddenProjects: membership.hidden,
  });
}

/**
 * The organization as the person may use it by now: what goes on for long asks again. Null when the login session or the
 * membership has ended.
 */
export async function openAgain(
  client: Client,
  loginSessionId: string,
  slug: string,
): Promise<OrganizationDb | null> {
  const account = await openAccount(client, loginSessionId);
  return account === null ? null : await openOrganization(client, account, slug).catch(() => null);
}

export type NewOrganization = {
  readonly mutationId: string;
  readonly name: string;
  readonly slug: string;
  readonly currency: string;
  readonly personDayCostMinor: number;
  readonly acceleratorHourCostMinor: number;
  readonly isSample: boolean;
};

/** Founds an organization with the account as its owner. Throws SLUG_TAKEN. */
export async function foundOrganization(
  client: Client,
  account: AccountDb,
  organization: NewOrganization,
): Promise<{ slug: string }> {
  // The id follows from the request, so that a retry meets the organization it made.
  const organizationId = uuidFrom(`${account.accountId}:${organization.mutationId}`);
  const membershipId = uuidv7();
  const { mutationId, ...data } = organization;
  const lock = `founding of ${organizationId}`;
  try {
    return await inScope(client, { accountId: account.accountId, organizationId }, async (tx) => {
      // The same request twice at once: the later one finds what the earlier made.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
      const existing = await tx.organization.findUnique({
        where: { id: organizationId },
        select: { slug: true },
      });
      if (existing !== null) return existing;
      await tx.organization.create({ data: { id: organizationId, ...data } });
      await tx.organizationCounter.create({ data: { organizationId } });
      await tx.membership.create({
        data: { organizationId, id: membershipId, accountId: account.accountId, role: "owner" },
      });
      return await applyOnce(
        tx,
        organizationId,
        { accountId: account.accountId, membershipId },
        { mutationId },
        async () => ({
          answer: { slug: data.slug },
          event: {
            type: "workspace.created",
            subject: { type: "workspace", id: organizationId },
            data: { after: { name: data.name, slug: data.slug } },
          },
        }),
      );
    });
  } catch (error) {
    if (breaksUnique(error, "slug")) {
      throw invalid("SLUG_TAKEN", "This address is taken. Please choose another.", "slug");
    }
    throw error;
  }
}

/**
 * Work of the process itself within one organization, on nobody's behalf. Null when this database knows no such organization.
 */
export async function withinOrganization<T>(
  client: Client,
  organizationId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T | null> {
  return await inScope(client, { accountId: nobody, organizationId }, async (tx) => {
    const counter = await tx.organizationCounter.findUnique({ where: { organizationId } });
    return counter === null ? null : await work(tx);
  });
}

export type HeldInvitation = {
  readonly organizationName: string;
  readonly slug: string;
  readonly role: string;
  readonly invitedBy: string;
  readonly expiresAt: Date;
};

/** What a still usable invitation link invites to. Throws INVITATION_UNUSABLE. */
export async function readInvitation(client: Client, token: string): Promise<HeldInvitation> {
  const invitationHash = hashToken(token);
  return await inScope(client, { accountId: nobody, invitationHash }, async (tx) => {
    const invitation = await usableInvitation(tx, invitationHash);
    await setScope(tx, { accountId: nobody, organizationId: invitation.organizationId, invitationHash });
    const organization = await tx.organization.findUniqueOrThrow({
      where: { id: invitation.organizationId },
    });
    const inviter = await tx.membership.findUniqueOrThrow({
      where: { organizationId_id: { organizationId: invitation.organizationId, id: invitation.createdById } },
      select: { account: { select: { name: true } } },
    });
    return {
      organizationName: organization.name,
      slug: organization.slug,
      role: invitation.role,
      invitedBy: inviter.account.name,
      expiresAt: invitation.expiresAt,
    };
  });
}

/** Uses an invitation up and makes the account a member. Throws INVITATION_UNUSABLE, or ALREADY_MEMBER. */
export async function enterByInvitation(
  client: Client,
  account: AccountDb,
  request: { readonly mutationId: string; readonly token: string },
): Promise<{ slug: string }> {
  const invitationHash = hashToken(request.token);
  const accountId = account.accountId;
  return await inScope(client, { accountId, invitationHash }, async (tx) => {
    const { organizationId, id, role } = await heldInvitation(tx, invitationHash);
    await setScope(tx, { accountId, organizationId, invitationHash });
    await lockMembers(tx, organizationId);
    const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
    const earlier = await tx.membership.findUnique({
      where: { organizationId_accountId: { organizationId, accountId } },
    });
    const membershipId = earlier?.id ?? uuidv7();
    const actor = { accountId, membershipId };
    // The token itself is a secret: only its hash may take part in what is stored.
    return await applyOnce(tx, organizationId, actor, { mutationId: request.mutationId }, async () => {
      if (earlier !== null && earlier.removedAt === null) {
        throw new AppError("CONFLICT", "ALREADY_MEMBER", "You already belong to this workspace.", {
          slug: organization.slug,
        });
      }
      const used = await tx.invitation.updateMany({
        where: { organizationId, id, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
        data: { acceptedAt: new Date(), acceptedByAccountId: accountId },
      });
      if (used.count === 0) throw unusable();
      await tx.membership.upsert({
        where: { organizationId_id: { organizationId, id: membershipId } },
        create: { organizationId, id: membershipId, accountId, role },
        update: { role, removedAt: null, version: { increment: 1 } },
      });
      return {
        answer: { slug: organization.slug },
        event: {
          type: "member.joined",
          subject: { type: "member", id: membershipId },
          data: { after: { name: account.name, role } },
        },
      };
    });
  });
}

async function usableInvitation(tx: Transaction, invitationHash: string) {
  const invitation = await heldInvitation(tx, invitationHash);
  const usable =
    invitation.acceptedAt === null && invitation.revokedAt === null && invitation.expiresAt > new Date();
  if (!usable) throw unusable();
  return invitation;
}

async function heldInvitation(tx: Transaction, invitationHash: string) {
  const invitation = await tx.invitation.findUnique({ where: { tokenHash: invitationHash } });
  if (invitation === null) throw unusable();
  return invitation;
}

function unusable(): AppError {
  return new AppError(
    "NOT_FOUND",
    "INVITATION_UNUSABLE",
    "This invitation was used, withdrawn or has expired. Ask the person who sent it for a new link.",
  );
}

/**
 * What a still usable share link shows. Who is not signed in sees it where the workspace allows that, and its members always. A link
 * ends with its maker's right to share. Throws the same SHARE_UNUSABLE for whatever is the matter.
 */
export async function openShare(client: Client, token: string, account: AccountDb | null): Promise<SharedDb> {
  const shareHash = hashToken(token);
  return await inScope(client, { accountId: nobody, shareHash }, async (tx) => {
    const link = await tx.shareLink.findUnique({ where: { tokenHash: shareHash } });
    const now = new Date();
    if (link === null || link.revokedAt !== null || link.expiresAt <= now) throw shareUnusable();
    const { organizationId, id, name, query, expiresAt, createdById } = link;
    await setScope(tx, { accountId: nobody, organizationId, shareHash });
    const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
    const accountId = account?.accountId ?? nobody;
    const people = await tx.membership.findMany({
      where: { organizationId, removedAt: null, OR: [{ id: createdById }, { accountId }] },
      select: { id: true, accountId: true, role: true },
    });
    const maker = people.find((member) => member.id === createdById);
    const isMember = people.some((member) => member.accountId === accountId);
    if (maker === undefined || !mayDo(maker.role, "view.share")) throw shareUnusable();
    if (!organization.sharesWithoutSignIn && !isMember) throw shareUnusable();
    await tx.$executeRaw`INSERT INTO share_use (organization_id, share_id, last_at) VALUES (${organizationId}::uuid, ${id}::uuid, ${now})
      ON CONFLICT (organization_id, share_id) DO UPDATE SET last_at = excluded.last_at
      WHERE share_use.last_at < excluded.last_at - interval '1 minute'`;
    const { name: organizationName, currency } = organization;
    return issueSharedDb(client, organizationId, { organizationName, currency, name, query, expiresAt });
  });
}

function shareUnusable(): AppError {
  return new AppError(
    "NOT_FOUND",
    "SHARE_UNUSABLE",
    "This link was withdrawn, has expired or is not for you. Ask the person who sent it for a new one.",
  );
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

const nobody = "00000000-0000-0000-0000-000000000000";

/** A UUID (version 8) that follows from a text. */
function uuidFrom(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
