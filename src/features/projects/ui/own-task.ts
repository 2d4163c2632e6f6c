import { z } from "zod";
import { projectTaskContent } from "@/features/plans/schema";

/** A task of the project's own as a refused write brings it. */
export const ownTask = z.object({ version: z.number(), content: projectTaskContent });
