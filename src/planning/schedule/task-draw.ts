import { normalCdf, normalQuantile } from "../estimation/normal";
import { pertValue } from "../estimation/pert-beta";
import { uniformAt } from "../estimation/random";
import type { CompiledTask } from "./compile";
import { laterPassShare } from "./loop";

/**
 * How strongly tasks of one project move together: every draw is √ρ · shared + √(1 − ρ) · own, both standard normal
 * (a one-factor Gaussian copula), so that any two tasks correlate with ρ. Phasewise default 0.3. Independent draws
 * (ρ = 0) would average delays away and make dates look far safer than they are.
 */
const taskCorrelation = 0.3;
const sharedWeight = Math.sqrt(taskCorrelation);
const ownWeight = Math.sqrt(1 - taskCorrelation);

/** Each pass reads its own part of a task's stream. */
const countsPerPass = 1_000_003;

/** Past its worst case, a started task takes up to this share of what it took so far, and up to half a day at least. */
const overrunShare = 0.25;
const leastOverrunWorkingDays = 0.5;

/** One task in one pass of one run. Reused from draw to draw: read it before the next. */
export interface TaskDraw {
  own: number;
  durationWorkingDays: number;
  effortPersonDays: number;
  machineHours: number;
}

/** One score moves a task's effort, duration and machine time together: what is harder is so in all three. */
export function drawTask(
  task: CompiledTask,
  run: number,
  pass: number,
  shared: number,
  chancePassed: number,
  draw: TaskDraw,
): void {
  draw.own = normalQuantile(uniformAt(task.stream, run + (pass - 1) * countsPerPass));
  let score = sharedWeight * shared + ownWeight * draw.own;
  if (chancePassed > 0) score = scoreBeyond(score, chancePassed);
  const share = pass === 1 ? 1 : laterPassShare;
  draw.durationWorkingDays = pertValue(task.duration, score) * share;
  draw.effortPersonDays = pertValue(task.effort, score) * share;
  draw.machineHours = task.machineHours ? pertValue(task.machineHours, score) : 0;
}

/** The same luck among the outcomes that are still possible once the likelier ones have passed. */
function scoreBeyond(score: number, chancePassed: number): number {
  return normalQuantile(Math.min(chancePassed + (1 - chancePassed) * normalCdf(score), 1 - 1e-9));
}

/** What a started task still takes. Within its estimate: the draw minus what has passed; beyond it: an overrun. */
export function remainingWorkingDays(durationWorkingDays: number, elapsed: number, own: number): number {
  const remaining = durationWorkingDays - elapsed;
  if (remaining > 1e-6) return remaining;
  return Math.max(leastOverrunWorkingDays, elapsed * overrunShare) * normalCdf(own);
}
