import { z } from "zod";
import { disciplineIds } from "@/planning";
import { id, isoDate, lineText, moneyMinor, mutationId, version, workspaceSlug } from "@/platform/schema";

export const currencies = [
  "EUR",
  "USD",
  "GBP",
  "CHF",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "CAD",
  "AUD",
  "JPY",
  "INR",
] as const;

const rates = {
  currency: z.enum(currencies),
  personDayCostMinor: moneyMinor.max(1_000_000_000),
  acceleratorHourCostMinor: moneyMinor.max(1_000_000_000),
};

export const createWorkspaceInput = z.strictObject({
  mutationId,
  name: lineText(80, 2),
  slug: workspaceSlug,
  ...rates,
});

export const configureInput = z.strictObject({ mutationId, version, name: lineText(80, 2), ...rates });

const role = z.enum(["owner", "admin", "lead", "member", "viewer"]);

export const changeRoleInput = z.strictObject({ mutationId, membershipId: id, version, role });

export const removeMemberInput = z.strictObject({ mutationId, membershipId: id, version });

export const leaveInput = z.strictObject({ mutationId });

const expertiseEntry = z.strictObject({ discipline: z.enum(disciplineIds), level: z.int().min(1).max(4) });

export const editProfileInput = z.strictObject({
  mutationId,
  membershipId: id,
  version,
  capacityPersonDaysPerWeek: z
    .number("Please give a number of days.")
    .min(0, "Please give 0 or more.")
    .max(7, "A week has 7 days at most."),
  expertise: z
    .array(expertiseEntry)
    .max(disciplineIds.length)
    .refine(eachOnce, "Each discipline once, please."),
  /** From now on; what is over is let go. */
  absences: z
    .array(
      z.strictObject({ fromOn: isoDate, toOn: isoDate }).refine(({ fromOn, toOn }) => fromOn <= toOn, {
        path: ["toOn"],
        message: "The last day comes before the first.",
      }),
    )
    .max(20, "Please name 20 absences at most.")
    .refine(
      (list) => list.every((one, at) => list.every((other, place) => place <= at || apart(one, other))),
      "These absences overlap. Please make one of them.",
    ),
  /** Levels to be reached by learning, one for a discipline: each counts from its day on. */
  trainings: z
    .array(expertiseEntry.extend({ readyOn: isoDate }))
    .max(disciplineIds.length)
    .refine(eachOnce, "Please name each discipline once."),
});

/** A level for somebody's profile; without a day it counts at once, with one it is to be learnt until then. */
export const proposeInput = z.strictObject({
  mutationId,
  membershipId: id,
  ...expertiseEntry.shape,
  readyOn: isoDate.nullable(),
  sentence: lineText(300, 0),
});

export const settleProposalInput = z.strictObject({
  mutationId,
  proposalId: id,
  as: z.enum(["taken-over", "declined"]),
});

export const withdrawProposalInput = z.strictObject({ mutationId, proposalId: id });

function eachOnce(list: readonly { discipline: string }[]): boolean {
  return new Set(list.map(({ discipline }) => discipline)).size === list.length;
}

/** A training as it is typed. */
export type TrainingDraft = {
  readonly discipline: (typeof disciplineIds)[number];
  readonly level: number;
  readonly readyOn: string;
};

/** An absence as it is typed. */
export type Away = { readonly fromOn: string; readonly toOn: string };

function apart(one: Away, other: Away): boolean {
  return one.toOn < other.fromOn || other.toOn < one.fromOn;
}

export const createInvitationInput = z.strictObject({ mutationId, role, note: lineText(120, 0) });

export const revokeInvitationInput = z.strictObject({ mutationId, invitationId: id });

const token = z.string().min(20).max(200);

export const invitationTokenInput = z.strictObject({ token });

export const acceptInvitationInput = z.strictObject({ mutationId, token });
