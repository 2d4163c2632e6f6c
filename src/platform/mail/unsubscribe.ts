import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { validate as isUuid } from "uuid";
import { workWithin } from "../db/background";
import type { Client, Transaction } from "../db/client";
import { tellInboxes } from "../db/inbox-channel";

// The link out of a letter. It is signed, so it works without signing in; it can stop one member's mail of one organization, or the
// letters that the member gets of one schedule, and nothing else, and it shows nothing.

export const unsubscribePath = "/unsubscribe/";

type Reader = {
  readonly organizationId: string;
  readonly membershipId: string;
  /** The schedule whose letters it stops; null: all mail. */
  readonly letterId: string | null;
};

export function unsubscribeToken(secret: string, reader: Reader): string {
  const { organizationId, membershipId, letterId } = reader;
  const ids = letterId === null ? [organizationId, membershipId] : [organizationId, membershipId, letterId];
  return [...ids, signatureOf(secret, reader)].join(".");
}

function signatureOf(secret: string, { organizationId, membershipId, letterId }: Reader): string {
  const what = letterId === null ? "mail" : `letters ${letterId}`;
  return createHmac("sha256", secret)
    .update(`stop ${what} of ${membershipId} in ${organizationId}`)
    .digest("base64url");
}

function readToken(secret: string, token: string): Reader | null {
  const parts = token.split(".");
  const signature = parts.pop() ?? "";
  const [organizationId = "", membershipId = "", letterId = null, ...more] = parts;
  if (more.length > 0 || ![organizationId, membershipId, letterId ?? membershipId].every((id) => isUuid(id)))
    return null;
  const reader = { organizationId, membershipId, letterId };
  const given = Buffer.from(signature);
  const right = Buffer.from(signatureOf(secret, reader));
  return given.length === right.length && timingSafeEqual(given, right) ? reader : null;
}

/** Stops the mail that the token was sent with. Answers false for a token that is not ours. */
async function stopMail(client: Client, secret: string, token: string): Promise<boolean> {
  const reader = readToken(secret, token);
  if (reader === null) return false;
  await workWithin(client, reader.organizationId).transaction(async (tx) => {
    await stopLetters(tx, reader);
    if (reader.letterId === null) await stopInboxMail(tx, reader);
    await tellInboxes(tx, [reader.membershipId]);
  });
  return true;
}

async function stopInboxMail(tx: Transaction, { organizationId, membershipId }: Reader): Promise<void> {
  await tx.membership.updateMany({
    where: { organizationId, id: membershipId },
    data: { mailFrequency: "off" },
  });
  // What waits for a letter now will not go out when mail is turned on again.
  await tx.inboxEntry.updateMany({
    where: { organizationId, toMail: true, deliveryId: null, item: { membershipId } },
    data: { toMail: false },
  });
}

/** Takes the member off the schedules; one that nobody reads any more ends. */
async function stopLetters(
  tx: Transaction,
  { organizationId, membershipId, letterId }: Reader,
): Promise<void> {
  const which = letterId === null ? {} : { letterId };
  await tx.letterReader.deleteMany({ where: { organizationId, memberId: membershipId, ...which } });
  await tx.letterSchedule.updateMany({
    where: { organizationId, endedAt: null, readers: { none: {} } },
    data: { endedAt: new Date() },
  });
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
