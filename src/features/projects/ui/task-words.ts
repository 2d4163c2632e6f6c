/** How a task's state looks, wherever it is shown. */
export const statusTones = { planned: "neutral", started: "accent", done: "ok", dropped: "neutral" } as const;

/** What the board calls a state. */
export const statusNames = {
  planned: "Planned",
  started: "Started",
  done: "Finished",
  dropped: "Dropped",
} as const;
