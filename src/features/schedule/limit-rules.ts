/** What fits side by side on a screen. */
export const mostCompared = 3;

/** Open schedules of a workspace: each holds all days of all tasks. */
export const mostSchedules = 20;
