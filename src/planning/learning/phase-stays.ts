import { type PhaseId, phaseIds } from "../lifecycle/phase-ids";

/** One stay of a project in a phase that is over. */
export interface PhaseStay {
  readonly phase: PhaseId;
  readonly calendarDays: number;
}

const msOfDay = 86_400_000;

/**
 * How long a project was in each phase it has left, one entry a stay: from its start, or from when it came, to when it went. A later
 * pass of the alignment goes on in the phase. What it is in now is not over, and tells nothing yet.
 */
export function phaseStays(
  startedAt: Date,
  passages: readonly { readonly fromPhase: string; readonly toPhase: string; readonly at: Date }[],
): PhaseStay[] {
  const stays: PhaseStay[] = [];
  let since = startedAt.getTime();
  for (const { fromPhase, toPhase, at } of passages.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    if (fromPhase === toPhase) continue;
    const phase = phaseIds.find((id) => id === fromPhase);
    if (phase !== undefined) {
      stays.push({ phase, calendarDays: Math.max(0, Math.round((at.getTime() - since) / msOfDay)) });
    }
    since = at.getTime();
  }
  return stays;
}
