import { randomBytes } from "node:crypto";
import { createInvitation } from "@/features/workspaces/invitations.service";
import { editProfile } from "@/features/workspaces/members.service";
import { invitationToken } from "@/features/workspaces/queries";
import { disciplineIds } from "@/planning";
import type { AccountDb } from "@/platform/db/account-db";
import type { Client } from "@/platform/db/client";
import { enterByInvitation, openOrganization } from "@/platform/db/gate";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { samplePeople } from "./people";

/** Brings the sample people in as real ones come in: by invitation; then each fills in their profile. */
export async function inviteEverybody(
  client: Client,
  owner: OrganizationDb,
  accounts: ReadonlyMap<string, AccountDb>,
): Promise<void> {
  const secret = randomBytes(32).toString("hex");
  for (const person of samplePeople) {
    const account = accounts.get(person.key);
    if (account === undefined) continue;
    if (account.accountId !== owner.actor.accountId) {
      const { id } = await createInvitation(owner, secret, {
        mutationId: crypto.randomUUID(),
        role: person.role,
        note: person.name,
      });
      const token = invitationToken(secret, id);
      await enterByInvitation(client, account, { mutationId: crypto.randomUUID(), token });
    }
    const db = await openOrganization(client, account, owner.slug);
    await editProfile(db, {
      mutationId: crypto.randomUUID(),
      membershipId: db.actor.membershipId,
      version: 1,
      capacityPersonDaysPerWeek: person.capacityPersonDaysPerWeek,
      expertise: disciplineIds.flatMap((discipline) => {
        const level = person.expertise[discipline];
        return level === undefined ? [] : [{ discipline, level }];
      }),
    });
  }
}
