import { z } from "zod";
import { techniqueIds } from "@/planning";
import { id, lineText, mutationId, projectKey } from "@/platform/schema";
import { cellIds, longestCell, mostRows } from "./columns-rules";

/** What a plan's tasks can leave as. */
export const exportFormats = ["csv", "xlsx", "project-xml", "jira-csv", "calendar", "json"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportTasksInput = z.strictObject({ projectKey, format: z.enum(exportFormats) });

/** What a file is held against. */
export const importContextInput = z.strictObject({ projectId: id });

const cell = z
  .string()
  .max(longestCell, `Please keep cells to ${longestCell.toLocaleString("en")} characters.`);

export const importTasksInput = z.strictObject({
  mutationId,
  projectId: id,
  /** What the person saw of the log: whoever changed the project since changed what the rows were held against. */
  seenSeq: z.int().min(0).max(2_147_483_647),
  /** Of the file, for the log. */
  fileName: lineText(200),
  /** The file as the browser read it: what each row says, in words. It is understood and checked again here. */
  rows: z
    .array(
      z.strictObject({
        line: z.int().min(1).max(10_000_000),
        cells: z.partialRecord(z.enum(cellIds), cell),
      }),
    )
    .min(1, "There is no task in this file.")
    .max(mostRows, `Please import at most ${mostRows} tasks at once.`),
  /** What stands in where a row says nothing. */
  defaults: z.strictObject({ technique: z.enum(techniqueIds).nullable(), effort: z.string().max(100) }),
});
