/** Why no letter goes out at all. */
export const whyNoMail = {
  "not-configured":
    "This server sends no mail: whoever runs it has not named a mail server. What you schedule waits until one is named.",
  sample: "The sample workspace sends no mail: its people are made up.",
} as const;
