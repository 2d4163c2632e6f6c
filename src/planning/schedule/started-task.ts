import { normalCdf, normalQuantile } from "../estimation/normal";

/** Past its worst case, a started task takes up to this share of what it took so far, and up to half a day at least. */
const overrunShare = 0.25;
const leastOverrunWorkingDays = 0.5;

/** The same luck among the outcomes that are still possible once the likelier ones have passed. */
export function scoreBeyond(score: number, chancePassed: number): number {
  if (chancePassed <= 0) return score;
  return normalQuantile(Math.min(chancePassed + (1 - chancePassed) * normalCdf(score), 1 - 1e-9));
}

/** What a started task still takes. Within its estimate: the draw minus what has passed; beyond it: an overrun. */
export function remainingWorkingDays(durationWorkingDays: number, elapsed: number, ownScore: number): number {
  const remaining = durationWorkingDays - elapsed;
  if (remaining > 1e-6) return remaining;
  return overrunWorkingDays(elapsed) * normalCdf(ownScore);
}

/** At most this much is added to a task that has outlived its estimate. */
export function overrunWorkingDays(elapsed: number): number {
  return Math.max(leastOverrunWorkingDays, elapsed * overrunShare);
}
