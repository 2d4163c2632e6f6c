import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { expertiseLevelName, type IsoDate, type Skill, type Training } from "@/planning";
import { fromDay, toDay, today } from "@/platform/days";
import type { OrganizationDb, Transaction } from "@/platform/db/organization-db";
import { invalid, notFound } from "@/platform/errors";
import { type PresentMember, presentMember, saveProfile } from "./members.service";
import { profileOf, toSkills } from "./queries";
import type { proposeInput, settleProposalInput, withdrawProposalInput } from "./schema";

// A level that a lead proposes for somebody's profile: the two of them see it, and the person says what becomes of it. The log says
// that there is one, and nothing of what is in it.

const mostOpen = 50;

/** Takes the place of what the same person proposed for the discipline and what is not answered yet. */
export async function propose(db: OrganizationDb, input: z.output<typeof proposeInput>) {
  const { organizationId, actor } = db;
  const { membershipId, discipline, level, readyOn, sentence } = input;
  return await db.write(input, async (tx) => {
    if (membershipId === actor.membershipId) {
      throw invalid("OWN_PROFILE", "This is your own profile: change it where your profile is.");
    }
    const member = await presentMember(tx, db, membershipId);
    const { name } = member.account;
    refuseUnlessNew(profileOf(member), input, (known) => `${name} is at ${known} already.`);
    const open = { organizationId, membershipId, settledAt: null };
    await tx.profileProposal.updateMany({
      where: { ...open, byId: actor.membershipId, discipline },
      data: { settledAt: new Date(), outcome: "withdrawn" },
    });
    if ((await tx.profileProposal.count({ where: open })) >= mostOpen) {
      throw invalid("MANY_PROPOSALS", `${name} has ${mostOpen} proposals to answer. Wait until some are.`);
    }
    const id = uuidv7();
    await tx.profileProposal.create({
      data: {
        organizationId,
        id,
        membershipId,
        byId: actor.membershipId,
        discipline,
        level,
        readyOn: readyOn === null ? null : fromDay(readyOn),
        sentence,
      },
    });
    return { answer: { id }, event: told("member.proposed", member, id) };
  });
}

/** Whoever it is for takes it over into their profile, or declines it. */
export async function settleProposal(db: OrganizationDb, input: z.output<typeof settleProposalInput>) {
  return await db.writeMembers(input, async (tx) => {
    const proposal = await openProposal(tx, db, input.proposalId);
    if (proposal.membershipId !== db.actor.membershipId) {
      throw invalid("NOT_FOR_YOU", "This is proposed to somebody else, and for them to answer.");
    }
    const member = await presentMember(tx, db, proposal.membershipId);
    await settle(tx, db, proposal.id, input.as);
    const answer = { outcome: input.as };
    if (input.as === "declined") {
      return { answer, event: told("member.proposal-settled", member, proposal.id) };
    }
    const [skill] = toSkills([proposal]);
    if (skill === undefined)
      throw invalid("UNKNOWN_DISCIPLINE", "This discipline is gone: decline the proposal.");
    const proposed = { ...skill, readyOn: proposal.readyOn === null ? null : toDay(proposal.readyOn) };
    const before = profileOf(member);
    refuseUnlessNew(before, proposed, (known) => `Your profile is at ${known} already: decline it.`);
    const { event } = await saveProfile(tx, db, member, member.version, {
      capacityPersonDaysPerWeek: member.capacityPersonDaysPerWeek,
      absences: member.absences.map(({ fromOn, toOn }) => ({ fromOn: toDay(fromOn), toOn: toDay(toOn) })),
      ...withProposed(before, proposed),
    });
    return { answer, event: { ...event, data: { ...event.data, proposalId: proposal.id } } };
  });
}

export async function withdrawProposal(db: OrganizationDb, input: z.output<typeof withdrawProposalInput>) {
  return await db.write(input, async (tx) => {
    const proposal = await openProposal(tx, db, input.proposalId);
    if (proposal.byId !== db.actor.membershipId) {
      throw invalid("NOT_YOUR_PROPOSAL", "Somebody else proposed this, and only they take it back.");
    }
    const member = await presentMember(tx, db, proposal.membershipId);
    await settle(tx, db, proposal.id, "withdrawn");
    return { answer: null, event: told("member.proposal-settled", member, proposal.id) };
  });
}

type Proposed = {
  readonly discipline: string;
  readonly level: number;
  /** From when on; null: now. */
  readonly readyOn: string | null;
};

type Profile = { readonly skills: readonly Skill[]; readonly trainings: readonly Training[] };

function refuseUnlessNew(
  { skills }: Profile,
  { discipline, level, readyOn }: Proposed,
  say: (known: string) => string,
): void {
  const known = skills.find((skill) => skill.discipline === discipline)?.level;
  if (known === undefined) return;
  const isToLearn = readyOn !== null && readyOn > today();
  if (level === known || (isToLearn && level < known)) {
    throw invalid("KNOWN_ALREADY", say(expertiseLevelName(known)));
  }
}

/** A level that counts now takes the place of what there was; one to be learnt takes the place of the training planned. */
function withProposed(
  { skills, trainings }: Profile,
  { discipline, level, readyOn }: Skill & { readonly readyOn: IsoDate | null },
) {
  if (readyOn === null || readyOn <= today()) {
    return {
      expertise: [...skills.filter((one) => one.discipline !== discipline), { discipline, level }],
      trainings: trainings.filter((one) => one.discipline !== discipline || one.level > level),
    };
  }
  return {
    expertise: skills,
    trainings: [...trainings.filter((one) => one.discipline !== discipline), { discipline, level, readyOn }],
  };
}

function told(
  type: "member.proposed" | "member.proposal-settled",
  { id, account }: PresentMember,
  proposalId: string,
) {
  return { type, subject: { type: "member", id }, data: { name: account.name, proposalId } };
}

async function openProposal(tx: Transaction, { organizationId }: OrganizationDb, id: string) {
  const proposal = await tx.profileProposal.findFirst({ where: { organizationId, id } });
  if (proposal === null) throw notFound("proposal");
  if (proposal.settledAt !== null)
    throw invalid("SETTLED", "This has been answered or taken back meanwhile.");
  return proposal;
}

async function settle(
  tx: Transaction,
  { organizationId }: OrganizationDb,
  id: string,
  outcome: "taken-over" | "declined" | "withdrawn",
): Promise<void> {
  const { count } = await tx.profileProposal.updateMany({
    where: { organizationId, id, settledAt: null },
    data: { settledAt: new Date(), outcome },
  });
  if (count === 0) throw invalid("SETTLED", "This has been answered or taken back meanwhile.");
}
