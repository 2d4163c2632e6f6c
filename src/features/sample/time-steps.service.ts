import { bookInput } from "@/features/time/schema";
import { bookTime } from "@/features/time/service";
import { sumOfHours } from "@/planning";
import type { OrganizationDb } from "@/platform/db/organization-db";
import type { StepOf } from "./story";
import type { Telling } from "./telling";
import { workingDay } from "./timetable";

/** Books what was worked; days that fall on one, because a weekend is between them, are one entry. */
export async function timeStep(
  telling: Telling,
  db: OrganizationDb,
  projectId: string,
  { task, entries }: StepOf<"time">,
): Promise<void> {
  const byDay = new Map<string, { hours: number; note: string }>();
  for (const { daysAgo, hours, note } of entries) {
    const day = workingDay(telling.today, daysAgo);
    const there = byDay.get(day);
    byDay.set(day, { hours: sumOfHours([there?.hours ?? 0, hours]), note: there?.note || note });
  }
  for (const [workedOn, worked] of byDay) {
    await bookTime(
      db,
      bookInput.parse({
        mutationId: crypto.randomUUID(),
        projectId,
        taskKey: task,
        memberId: null,
        workedOn,
        ...worked,
      }),
    );
  }
}
