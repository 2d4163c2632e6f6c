/** Who may see a project, as it is chosen. */
export const visibilityChoices = [
  { value: "workspace", label: "The workspace", hint: "Every member sees it." },
  {
    value: "private",
    label: "Private",
    hint: "Only its owner, the people it is shared with and the owners of the workspace see it. To everybody else it is not there: not in lists, not in sums.",
  },
] as const;
