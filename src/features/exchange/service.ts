import type { z } from "zod";
import { writeTasksWithin } from "@/features/plans/many-tasks.service";
import { lockProject } from "@/features/plans/service";
import { refuseUnknownProject } from "@/features/plans/tasks.service";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { AppError, invalid } from "@/platform/errors";
import { checkImport } from "./import-rules";
import { latestSeq, readContext } from "./queries";
import type { importTasksInput } from "./schema";

/** Brings every task of a file into the plan, or none: with the faults of each row. */
export async function importTasks(db: OrganizationDb, input: z.output<typeof importTasksInput>) {
  const { projectId, rows, defaults, fileName } = input;
  return await db.write(input, async (tx) => {
    await lockProject(tx, db, projectId);
    await refuseUnknownProject(tx, db, projectId);
    if ((await latestSeq(tx, db, projectId)) !== input.seenSeq) {
      throw new AppError(
        "CONFLICT",
        "CHANGED_SINCE",
        "Somebody changed the project since. Look at the rows again: they are checked against it as it is now.",
      );
    }
    const checked = checkImport(rows, await readContext(tx, db, projectId), defaults);
    if (checked.fault !== null) throw invalid("IMPORT_REFUSED", checked.fault);
    const faulty = checked.rows.filter(({ outcome }) => outcome === "error");
    if (faulty.length > 0) {
      throw new AppError("INVALID", "IMPORT_REFUSED", "Nothing was imported: some rows need attention.", {
        rows: faulty.map(({ line, faults }) => ({ line, faults })),
      });
    }
    if (checked.writes.length === 0) {
      throw invalid("NOTHING_TO_IMPORT", "The plan is as the file says already.");
    }
    await writeTasksWithin(tx, db, projectId, checked.writes);
    const added = checked.rows.filter(({ outcome }) => outcome === "new").length;
    return {
      answer: { added, changed: checked.writes.length - added },
      event: {
        type: "tasks.imported",
        subject: { type: "project", id: projectId },
        projectId,
        data: { name: fileName, added, tasks: checked.writes },
      },
    };
  });
}
