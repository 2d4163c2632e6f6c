import { randomBytes } from "node:crypto";
import { makeTeamInput } from "@/features/teams/schema";
import { makeTeam } from "@/features/teams/service";
import { createInvitation } from "@/features/workspaces/invitations.service";
import { editProfile } from "@/features/workspaces/members.service";
import { invitationToken } from "@/features/workspaces/queries";
import { createInvitationInput, editProfileInput } from "@/features/workspaces/schema";
import { disciplineIds } from "@/planning";
import { enterByInvitation, foundOrganization, openOrganization } from "@/platform/db/gate";
import { founder, type SamplePerson, sampleTeams } from "./people";
import { known, memberOf, type Telling } from "./telling";
import { dayToCome } from "./timetable";

/** The first person founds the workspace. */
export async function found(telling: Telling, person: SamplePerson): Promise<void> {
  const account = known(telling.accounts, person.key);
  await foundOrganization(telling.client, account, {
    mutationId: crypto.randomUUID(),
    name: "Northwind AI",
    slug: telling.slug,
    currency: "EUR",
    personDayCostMinor: 72_000,
    acceleratorHourCostMinor: 260,
    isSample: true,
  });
  telling.members.set(person.key, await openOrganization(telling.client, account, telling.slug));
  await fillInProfile(telling, person);
}

/** The others come in as real people do: by invitation; then they fill in their profile. */
export async function join(telling: Telling, person: SamplePerson): Promise<void> {
  const secret = randomBytes(32).toString("hex");
  const { id } = await createInvitation(
    memberOf(telling, founder.key),
    secret,
    createInvitationInput.parse({
      mutationId: crypto.randomUUID(),
      role: person.role,
      note: person.name,
    }),
  );
  const account = known(telling.accounts, person.key);
  const token = invitationToken(secret, id);
  await enterByInvitation(telling.client, account, { mutationId: crypto.randomUUID(), token });
  telling.members.set(person.key, await openOrganization(telling.client, account, telling.slug));
  await fillInProfile(telling, person);
}

/** The team's id; it is made when it is first asked for, by who founded the workspace. */
export async function teamNamed(telling: Telling, name: string): Promise<string> {
  const made = telling.teams.get(name);
  if (made !== undefined) return made;
  const { id } = await makeTeam(
    memberOf(telling, founder.key),
    makeTeamInput.parse({
      mutationId: crypto.randomUUID(),
      name,
      memberIds: (sampleTeams[name] ?? []).map((person) => memberOf(telling, person).actor.membershipId),
    }),
  );
  telling.teams.set(name, id);
  return id;
}

async function fillInProfile(telling: Telling, person: SamplePerson): Promise<void> {
  const db = memberOf(telling, person.key);
  const input = editProfileInput.parse({
    mutationId: crypto.randomUUID(),
    membershipId: db.actor.membershipId,
    version: 1,
    capacityPersonDaysPerWeek: person.capacityPersonDaysPerWeek,
    expertise: disciplineIds.flatMap((discipline) => {
      const level = person.expertise[discipline];
      return level === undefined ? [] : [{ discipline, level }];
    }),
    absences:
      person.away === undefined
        ? []
        : [
            {
              fromOn: dayToCome(telling.today, person.away.fromInDays),
              toOn: dayToCome(telling.today, person.away.toInDays),
            },
          ],
    trainings:
      person.learns === undefined
        ? []
        : [
            {
              discipline: person.learns.discipline,
              level: person.learns.level,
              readyOn: dayToCome(telling.today, person.learns.inDays),
            },
          ],
  });
  await editProfile(db, input);
}
