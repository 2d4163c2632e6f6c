import { minorDigits } from "@/ui/format";

/** A project's details as they are typed. */
export type ProjectDraft = {
  name: string;
  summary: string;
  ownerId: string;
  startsOn: string;
  targetOn: string;
  /** In major units, as people write money. */
  budgetMinor: string;
  /** Empty for none. */
  teamId: string;
};

export type ProjectDetails = {
  name: string;
  summary: string;
  ownerId: string;
  startsOn: string;
  targetOn: string | null;
  budgetMinor: number | null;
  teamId: string | null;
};

export const projectFieldNames = {
  name: "Name",
  summary: "Summary",
  ownerId: "Owner",
  startsOn: "Starts on",
  targetOn: "Target",
  budgetMinor: "Budget",
  teamId: "Team",
} as const satisfies Record<keyof ProjectDraft, string>;

export const projectFields = [
  "name",
  "summary",
  "ownerId",
  "startsOn",
  "targetOn",
  "budgetMinor",
  "teamId",
] as const satisfies readonly (keyof ProjectDraft)[];

export function projectDraft(details: ProjectDetails, currency: string): ProjectDraft {
  const { name, summary, ownerId, startsOn, targetOn, budgetMinor, teamId } = details;
  return {
    name,
    summary,
    ownerId,
    startsOn,
    targetOn: targetOn ?? "",
    budgetMinor: budgetMinor === null ? "" : String(budgetMinor / 10 ** minorDigits(currency)),
    teamId: teamId ?? "",
  };
}

export function toDetails(draft: ProjectDraft, currency: string): ProjectDetails {
  const { targetOn, budgetMinor, teamId } = draft;
  return {
    ...draft,
    targetOn: targetOn === "" ? null : targetOn,
    teamId: teamId === "" ? null : teamId,
    budgetMinor: budgetMinor === "" ? null : Math.round(Number(budgetMinor) * 10 ** minorDigits(currency)),
  };
}

/** The details as text to compare with another version of them. */
export function projectTexts(
  draft: ProjectDraft,
  nameOf: { readonly member: (id: string) => string; readonly team: (id: string) => string },
): ProjectDraft {
  const teamId = draft.teamId === "" ? "" : nameOf.team(draft.teamId);
  return { ...draft, ownerId: nameOf.member(draft.ownerId), teamId };
}
