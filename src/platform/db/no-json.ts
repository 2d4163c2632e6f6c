import { Prisma } from "./generated/client";

/** SQL's NULL for a JSON column: there is nothing, which is not the same as the JSON value null. */
export const noJson = Prisma.DbNull;
