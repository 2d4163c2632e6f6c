import type { DecisionProcess } from "@/planning";

/** How a decision is decided, in the words of a form, of a page's header and of an outcome. */
export const processWords: Readonly<
  Record<DecisionProcess, { name: string; hint: string; decides: string; decided: string }>
> = {
  advice: {
    name: "Advice",
    hint: "The owner decides after hearing the others.",
    decides: "decides after advice",
    decided: "decided after advice",
  },
  consent: {
    name: "Consent",
    hint: "It holds when no objection is unanswered: the owner answers each one, and who objects may withdraw or keep it.",
    decides: "asks for consent",
    decided: "decided by consent",
  },
  vote: {
    name: "Vote",
    hint: "Everybody chooses one option. The owner decides, and says why where it is not what most voted for.",
    decides: "decides after a vote",
    decided: "decided after a vote",
  },
  scoring: {
    name: "Scoring",
    hint: "Members score the options by criteria; the owner decides with the ranking.",
    decides: "decides by scores",
    decided: "decided by scores",
  },
};
