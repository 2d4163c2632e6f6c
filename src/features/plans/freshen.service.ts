import { setImmediate } from "node:timers/promises";
import { nextDayBegins } from "@/platform/days";
import type { BackgroundDb } from "@/platform/db/background";
import { recurringTask } from "@/platform/jobs/job";
import { freshenJob } from "./freshen.schema";
import { forecastAnew, lookForStale } from "./service";

/** Few, since whoever changes one of these projects waits for the transaction. */
const projectsAtOnce = 4;

/**
 * At each start, since a new version may forecast differently, and as each day begins: so that nobody's first look at a large workspace
 * waits for all of its forecasts.
 */
export const freshenTask = recurringTask(freshenJob.name, nextDayBegins, freshenAll);

/** Makes anew what is stale, a few projects per transaction, between which others get their turn. */
export async function freshenAll(db: BackgroundDb): Promise<void> {
  const { organizationId } = db;
  let last = "";
  for (;;) {
    const ids = await db.transaction(async (tx) => {
      // Others may have made some of them anew meanwhile.
      const { staleIds, standardsVersion } = await lookForStale(tx, organizationId);
      const next = staleIds.filter((id) => id > last).slice(0, projectsAtOnce);
      await forecastAnew(tx, organizationId, next, standardsVersion);
      return next;
    });
    last = ids.at(-1) ?? last;
    if (ids.length < projectsAtOnce) return;
    await setImmediate();
  }
}
