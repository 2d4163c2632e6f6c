import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { recalibrate } from "@/features/plans/service";
import { fromDay, nextDayBegins, toDay } from "@/platform/days";
import type { OrganizationDb } from "@/platform/db/organization-db";
import { AppError } from "@/platform/errors";
import { findMember, lockPlan } from "./find.queries";
import { checkImport } from "./import-rules";
import { readBooked } from "./queries";
import type { importInput } from "./schema";
import { eventAbout } from "./service";
import { countEntries } from "./settle.service";

/** Books every row of a file on one project's tasks, or none: with the faults of each row. */
export async function importTime(db: OrganizationDb, input: z.output<typeof importInput>) {
  const { organizationId, actor } = db;
  const { projectId } = input;
  return await db.write(input, async (tx) => {
    const member = await findMember(tx, db, input.memberId);
    const plan = await lockPlan(tx, db, projectId);
    const checked = checkImport(input.text, {
      projectId,
      tasks: plan.tasks,
      booked: await readBooked(tx, db, member.id),
      latestDay: toDay(nextDayBegins(new Date())),
    });
    if ("fault" in checked) throw refusal(checked.fault, []);
    const { rows } = checked;
    const faulty = rows.filter(({ faults }) => faults.length > 0);
    if (faulty.length > 0) {
      const lines = faulty.map(({ line, faults }) => ({ line, faults }));
      throw refusal("Nothing was imported: some rows need attention.", lines);
    }
    const keys = [...new Set(rows.map((row) => row.taskKey ?? ""))];
    const names = new Map(plan.tasks.map(({ key, name }) => [key, name]));
    const tasks: {
      taskKey: string;
      name: string;
      effortPersonDays: { before: number | null; after: number | null };
    }[] = [];
    for (const taskKey of keys) {
      const { before, after } = await countEntries(tx, db, { projectId, taskKey }, async () => {
        await tx.timeEntry.createMany({
          data: rows
            .filter((row) => row.taskKey === taskKey)
            .map(({ workedOn, hours, note }) => ({
              organizationId,
              id: uuidv7(),
              projectId,
              taskKey,
              memberId: member.id,
              workedOn: fromDay(workedOn),
              hours: hours ?? 0,
              note,
              bookedById: actor.membershipId,
            })),
        });
      });
      tasks.push({ taskKey, name: names.get(taskKey) ?? taskKey, effortPersonDays: { before, after } });
    }
    await recalibrate(tx, db, projectId);
    return {
      answer: { entries: rows.length },
      event: eventAbout("time.imported", projectId, {
        member: member.name,
        tasks,
        after: {
          entries: rows.map(({ taskKey, workedOn, hours, note }) => ({ taskKey, workedOn, hours, note })),
        },
      }),
    };
  });
}

function refusal(message: string, rows: readonly { line: number; faults: readonly string[] }[]): AppError {
  return new AppError("INVALID", "IMPORT_REFUSED", message, { rows });
}
