import { type Choice, type DecisionRefusal, decisionRefusal, type StandingPosition } from "@/planning";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { type AppError, invalid, notFound } from "@/platform/errors";
import { alreadyDecided, type FoundDecision, mayBeDecidedBy, superseded } from "./find.queries";

/** Why this can't be chosen now, or null when it can. */
export function whyNotDecided(decision: FoundDecision, choice: Choice): AppError | null {
  const refusal = decisionRefusal(
    { ...decision, deleted: false, positions: decision.positions.map(toStanding) },
    choice,
  );
  return refusal === null ? null : inWords(refusal);
}

/**
 * What deciding for this option would ask of the person, for who is to see it before they try: what stands against it, and what it
 * needs beside a rationale.
 */
export function readiness(db: OrganizationDb, decision: FoundDecision, optionId: string) {
  const choice = { optionId, answersObjections: true, explainsDeparture: true };
  const unexplained = whyNotDecided(decision, { ...choice, explainsDeparture: false });
  return {
    isAllowed: mayBeDecidedBy(db, decision),
    refusal: whyNotDecided(decision, choice)?.message ?? null,
    /** Objections that the outcome has to answer. */
    objections: decision.positions
      .filter(({ stance, answer }) => stance === "object" && answer === null)
      .map(({ membership, reason }) => ({ name: membership.account.name, reason })),
    needsDeparture: unexplained?.code === "AGAINST_PLURALITY",
  };
}

function toStanding(position: FoundDecision["positions"][number]): StandingPosition {
  return { stance: position.stance, optionId: position.optionId, answered: position.answer !== null };
}

function inWords(refusal: DecisionRefusal): AppError {
  switch (refusal) {
    case "already-decided":
      return alreadyDecided();
    case "superseded":
      return superseded();
    case "deleted":
      return notFound("decision");
    case "no-options":
      return invalid("NO_OPTIONS", "Please add an option first.");
    case "unknown-option":
      return invalid("UNKNOWN_OPTION", "Please choose one of this decision's options.", "optionId");
    case "no-consent":
      return invalid(
        "NO_CONSENT",
        "An objection has no answer yet. Answer each one on the page, so that who objects can read it, then decide.",
      );
    case "objections-open":
      return invalid(
        "OBJECTIONS_OPEN",
        "Somebody objects. Please answer before deciding.",
        "objectionsAnswered",
      );
    case "against-plurality":
      return invalid(
        "AGAINST_PLURALITY",
        "Most voted for something else. Please say why you decide otherwise.",
        "departure",
      );
  }
}
