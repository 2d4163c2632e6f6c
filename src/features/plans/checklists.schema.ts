import { z } from "zod";
import { id, lineText, mutationId } from "@/platform/schema";
import type { ChecklistChange, ChecklistItem } from "./checklist-rules";
import { editTaskInput } from "./schema";

export type { ChecklistItem } from "./checklist-rules";

export const mostItems = 50;

export const checklistText = lineText(200);
const text = checklistText;
const itemId = id;

const checklistChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("add"), itemId, text }),
  z.strictObject({ kind: z.literal("reword"), itemId, seen: z.string().max(200), text }),
  z.strictObject({ kind: z.literal("tick"), itemId, done: z.boolean() }),
  z.strictObject({ kind: z.literal("move"), itemId, by: z.union([z.literal(-1), z.literal(1)]) }),
  z.strictObject({ kind: z.literal("remove"), itemId }),
]) satisfies z.ZodType<ChecklistChange>;

export const changeChecklistInput = z.strictObject({
  mutationId,
  projectId: id,
  taskKey: editTaskInput.shape.taskKey,
  change: checklistChange,
});

/** A checklist as it is kept. */
export const checklistItems = z.array(
  z.object({ id: z.string(), text: z.string(), done: z.boolean() }),
) satisfies z.ZodType<ChecklistItem[]>;
