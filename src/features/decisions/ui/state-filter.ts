export const decisionStates = ["open", "decided", "superseded", "all"] as const;

/** Which decisions a list shows. */
export type StateFilter = (typeof decisionStates)[number];
