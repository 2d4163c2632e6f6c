import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { validate as isUuid } from "uuid";
import { workWithin } from "../db/background";
import type { Client } from "../db/client";
import { tellInboxes } from "../db/inbox-channel";

// The link out of a letter. It is signed, so it works without signing in; it can stop one member's mail of one organization and
// nothing else, and it shows nothing.

export const unsubscribePath = "/unsubscribe/";

type Reader = { readonly organizationId: string; readonly membershipId: string };

export function unsubscribeToken(secret: string, { organizationId, membershipId }: Reader): string {
  return `${organizationId}.${membershipId}.${signatureOf(secret, organizationId, membershipId)}`;
}

function signatureOf(secret: string, organizationId: string, membershipId: string): string {
  return createHmac("sha256", secret)
    .update(`stop mail of ${membershipId} in ${organizationId}`)
    .digest("base64url");
}

function readToken(secret: string, token: string): Reader | null {
  const [organizationId = "", membershipId = "", signature = ""] = token.split(".");
  if (!isUuid(organizationId) || !isUuid(membershipId)) return null;
  const given = Buffer.from(signature);
  const right = Buffer.from(signatureOf(secret, organizationId, membershipId));
  return given.length === right.length && timingSafeEqual(given, right)
    ? { organizationId, membershipId }
    : null;
}

/** Stops the mail that the token was sent with. Answers false for a token that is not ours. */
async function stopMail(client: Client, secret: string, token: string): Promise<boolean> {
  const reader = readToken(secret, token);
  if (reader === null) return false;
  const { organizationId, membershipId } = reader;
  await workWithin(client, organizationId).transaction(async (tx) => {
    await tx.membership.updateMany({
      where: { organizationId, id: membershipId },
      data: { mailFrequency: "off" },
    });
    // What waits for a letter now will not go out when mail is turned on again.
    await tx.inboxEntry.updateMany({
      where: { organizationId, toMail: true, deliveryId: null, item: { membershipId } },
      data: { toMail: false },
    });
    await tellInboxes(tx, [membershipId]);
  });
  return true;
}

/**
 * A POST to the link: a mail program's one click (RFC 8058), or the button of the page. It uses no cookie, so it may come from
 * anywhere.
 */
export async function answerUnsubscribe(
  parts: { client: Client; secret: string },
  req: IncomingMessage,
  res: ServerResponse,
  token: string,
): Promise<void> {
  req.resume();
  const stopped = await stopMail(parts.client, parts.secret, token);
  if (req.headers.accept?.includes("text/html") === true) {
    const state = stopped ? "stopped" : "unknown";
    res.writeHead(303, { location: `${unsubscribePath}${encodeURIComponent(token)}?state=${state}` }).end();
    return;
  }
  const words = stopped ? "No more mail will be sent." : "This link can't be used.";
  res
    .writeHead(stopped ? 200 : 404, { "content-type": "text/plain", "cache-control": "no-store" })
    .end(words);
}
