/** So many scenarios of a project may be open at once. */
export const mostScenarios = 30;
/** So many are compared side by side, beside today's plan. */
export const mostCompared = 4;
