import { z } from "zod";

/** The job that brings all stored forecasts of a workspace up to date. */
export const freshenJob = { name: "plans.freshen-forecasts", payload: z.strictObject({}) };
