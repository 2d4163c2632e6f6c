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
};

export type ProjectDetails = {
  name: string;
  summary: string;
  ownerId: string;
  startsOn: string;
  targetOn: string | null;
  budgetMinor: number | null;
};

export const projectFieldNames = {
  name: "Name",
  summary: "Summary",
  ownerId: "Owner",
  startsOn: "Starts on",
  targetOn: "Target",
  budgetMinor: "Budget",
} as const satisfies Record<keyof ProjectDraft, string>;

export const projectFields = [
  "name",
  "summary",
  "ownerId",
  "startsOn",
  "targetOn",
  "budgetMinor",
] as const satisfies readonly (keyof ProjectDraft)[];

export function projectDraft(details: ProjectDetails, currency: string): ProjectDraft {
  const { name, summary, ownerId, startsOn, targetOn, budgetMinor } = details;
  return {
    name,
    summary,
    ownerId,
    startsOn,
    targetOn: targetOn ?? "",
    budgetMinor: budgetMinor === null ? "" : String(budgetMinor / 10 ** minorDigits(currency)),
  };
}

export function toDetails(draft: ProjectDraft, currency: string): ProjectDetails {
  const { targetOn, budgetMinor } = draft;
  return {
    ...draft,
    targetOn: targetOn === "" ? null : targetOn,
    budgetMinor: budgetMinor === "" ? null : Math.round(Number(budgetMinor) * 10 ** minorDigits(currency)),
  };
}

/** The details as text to compare with another version of them. */
export function projectTexts(draft: ProjectDraft, nameOf: (memberId: string) => string): ProjectDraft {
  return { ...draft, ownerId: nameOf(draft.ownerId) };
}
