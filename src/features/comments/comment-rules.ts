/** How many characters a comment may have. */
export const longestComment = 10_000;

/** Which reactions there are, in the order in which they are offered. */
export const reactions = ["agree", "thanks", "celebrate", "insight", "doubt", "looking"] as const;

export type Reaction = (typeof reactions)[number];

/** What is shown of each, and what a screen reader says. */
export const reactionSigns: Readonly<Record<Reaction, { readonly sign: string; readonly words: string }>> = {
  agree: { sign: "👍", words: "Agree" },
  thanks: { sign: "🙏", words: "Thanks" },
  celebrate: { sign: "🎉", words: "Celebrate" },
  insight: { sign: "💡", words: "Insight" },
  doubt: { sign: "🤔", words: "Not sure" },
  looking: { sign: "👀", words: "Looking into it" },
};
