import { shareToken } from "@/features/views/shares.queries";
import { makeShare } from "@/features/views/shares.service";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { secret } from "./factories";

/** A share link that can be used for thirty days, with its token. */
export async function aShareLink(db: OrganizationDb, name: string, query: string) {
  const input = { mutationId: crypto.randomUUID(), name, query, validDays: 30 };
  const { id } = await makeShare(db, secret, input);
  return { id, token: shareToken(secret, id) };
}
