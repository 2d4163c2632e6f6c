/** The version of a standard that an edit must name; 0 while the default stands. */
export type VersionOf = (
  kind: "task" | "own-task" | "technique" | "gate" | "planning",
  subject: string,
) => number;
