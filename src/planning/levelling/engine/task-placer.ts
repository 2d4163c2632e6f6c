import type { CompiledProblem } from "./compiled-problem";
import { contentionOf } from "./contention";
import type { ScheduleDraft } from "./schedule-draft";
import { Timeline } from "./timeline";

/**
 * Places one task on the timeline, early or late. Of several able resources the one that finishes first (backwards: that may
 * start last) gets the piece, of those the one that other pieces want least.
 */
export class TaskPlacer {
  private readonly timeline: Timeline;
  private readonly contention: Float64Array;
  /** What the last search for a choice found. */
  private foundChoice = 0;
  private foundStart = 0;

  constructor(private readonly problem: CompiledProblem) {
    this.timeline = new Timeline(problem);
    this.contention = contentionOf(problem);
  }

  clear(): void {
    this.timeline.clear();
  }

  placeFixed(task: number, draft: ScheduleDraft): void {
    const { firstPiece, fixedChoice, fixedStart } = this.problem;
    const start = fixedStart[task] ?? 0;
    for (let piece = firstPiece[task] ?? 0; piece < (firstPiece[task + 1] ?? 0); piece += 1)
      this.take(piece, fixedChoice[piece] ?? -1, start, draft);
    this.settle(task, start, draft);
  }

  /** `wanted`: by piece the choice it must take, −1 where the rule decides; null when it decides everywhere. */
  placeEarly(task: number, ready: number, wanted: Int32Array | null, draft: ScheduleDraft): void {
    const first = this.problem.firstPiece[task] ?? 0;
    const end = this.problem.firstPiece[task + 1] ?? 0;
    let start = end > first ? noLimit : ready;
    if (this.problem.startsTogether[task] === 1) start = this.placeTogetherEarly(first, end, ready, draft);
    else
      for (let piece = first; piece < end; piece += 1) {
        this.findEarliest(piece, ready, wanted);
        this.take(piece, this.foundChoice, this.foundStart, draft);
        if (this.foundStart < start) start = this.foundStart;
      }
    this.settle(task, start, draft);
  }

  /** False when there is no place at or after `release`. */
  placeLate(task: number, release: number, finishBy: number, draft: ScheduleDraft): boolean {
    const { firstPiece, minimumSteps, startsTogether } = this.problem;
    const first = firstPiece[task] ?? 0;
    const end = firstPiece[task + 1] ?? 0;
    const atMost = finishBy - (minimumSteps[task] ?? 0);
    let start = atMost;
    if (startsTogether[task] === 1) start = this.placeTogetherLate(first, end, atMost, finishBy, draft);
    else
      for (let piece = first; piece < end && start >= release; piece += 1) {
        this.findLatest(piece, atMost, finishBy);
        if (this.foundStart < start) start = this.foundStart;
        if (start >= release) this.take(piece, this.foundChoice, this.foundStart, draft);
      }
    if (start < release) return false;
    this.settle(task, start, draft);
    return true;
  }

  /** Agree on a start first, then take. */
  private placeTogetherEarly(first: number, end: number, ready: number, draft: ScheduleDraft): number {
    const { firstChoice, choiceResource, choiceSteps, choiceLoad } = this.problem;
    let start = ready;
    let agreed = 0;
    for (let piece = first; agreed < end - first; piece = piece + 1 < end ? piece + 1 : first) {
      const choice = firstChoice[piece] ?? 0;
      const found = this.timeline.earliestStart(
        choiceResource[choice] ?? 0,
        start,
        choiceSteps[choice] ?? 0,
        choiceLoad[choice] ?? 0,
        noLimit,
      );
      agreed = found > start ? 1 : agreed + 1;
      start = found;
    }
    this.takeAll(first, end, start, draft);
    return start;
  }

  private placeTogetherLate(
    first: number,
    end: number,
    atMost: number,
    finishBy: number,
    draft: ScheduleDraft,
  ): number {
    const { firstChoice, choiceResource, choiceSteps, choiceLoad } = this.problem;
    let start = atMost;
    let agreed = 0;
    for (let piece = first; agreed < end - first; piece = piece + 1 < end ? piece + 1 : first) {
      const choice = firstChoice[piece] ?? 0;
      const found = this.timeline.latestStart(
        choiceResource[choice] ?? 0,
        start,
        finishBy,
        choiceSteps[choice] ?? 0,
        choiceLoad[choice] ?? 0,
      );
      if (found < 0) return -1;
      agreed = found < start ? 1 : agreed + 1;
      start = found;
    }
    this.takeAll(first, end, start, draft);
    return start;
  }

  private findEarliest(piece: number, from: number, wanted: Int32Array | null): void {
    const { firstChoice, choiceResource, choiceSteps, choiceLoad } = this.problem;
    const asked = wanted ? (wanted[piece] ?? -1) : -1;
    const begin = asked >= 0 ? asked : (firstChoice[piece] ?? 0);
    const end = asked >= 0 ? asked + 1 : (firstChoice[piece + 1] ?? 0);
    let best = -1;
    let bestStart = from;
    let bestFinish = noLimit;
    let leastWanted = Number.POSITIVE_INFINITY;
    for (let choice = begin; choice < end; choice += 1) {
      const resource = choiceResource[choice] ?? 0;
      const steps = choiceSteps[choice] ?? 0;
      const start = this.timeline.earliestStart(
        resource,
        from,
        steps,
        choiceLoad[choice] ?? 0,
        bestFinish - steps,
      );
      const finish = this.timeline.finish(resource, start, steps);
      const contention = this.contention[resource] ?? 0;
      if (finish > bestFinish || (finish === bestFinish && contention >= leastWanted)) continue;
      best = choice;
      bestStart = start;
      bestFinish = finish;
      leastWanted = contention;
    }
    this.foundChoice = best;
    this.foundStart = bestStart;
  }

  private findLatest(piece: number, atMost: number, finishBy: number): void {
    const { firstChoice, choiceResource, choiceSteps, choiceLoad } = this.problem;
    const begin = firstChoice[piece] ?? 0;
    const end = firstChoice[piece + 1] ?? 0;
    let best = -1;
    let bestStart = begin === end ? atMost : -1;
    let leastWanted = Number.POSITIVE_INFINITY;
    for (let choice = begin; choice < end; choice += 1) {
      const resource = choiceResource[choice] ?? 0;
      const start = this.timeline.latestStart(
        resource,
        atMost,
        finishBy,
        choiceSteps[choice] ?? 0,
        choiceLoad[choice] ?? 0,
      );
      const contention = this.contention[resource] ?? 0;
      if (start < bestStart || (start === bestStart && contention >= leastWanted)) continue;
      best = choice;
      bestStart = start;
      leastWanted = contention;
    }
    this.foundChoice = best;
    this.foundStart = bestStart;
  }

  private takeAll(first: number, end: number, start: number, draft: ScheduleDraft): void {
    for (let piece = first; piece < end; piece += 1)
      this.take(piece, this.problem.firstChoice[piece] ?? 0, start, draft);
  }

  private take(piece: number, choice: number, start: number, draft: ScheduleDraft): void {
    const { choiceResource, choiceSteps, choiceLoad } = this.problem;
    draft.choices[piece] = choice;
    draft.pieceStarts[piece] = start;
    if (choice < 0) return;
    this.timeline.take(choiceResource[choice] ?? 0, start, choiceSteps[choice] ?? 0, choiceLoad[choice] ?? 0);
  }

  private settle(task: number, start: number, draft: ScheduleDraft): void {
    const { firstPiece, minimumSteps, choiceResource, choiceSteps } = this.problem;
    let finish = start + (minimumSteps[task] ?? 0);
    const end = firstPiece[task + 1] ?? 0;
    for (let piece = firstPiece[task] ?? 0; piece < end; piece += 1) {
      const choice = draft.choices[piece] ?? -1;
      if (choice < 0) continue;
      const begin = draft.pieceStarts[piece] ?? 0;
      const over = this.timeline.finish(choiceResource[choice] ?? 0, begin, choiceSteps[choice] ?? 0);
      if (over > finish) finish = over;
    }
    draft.starts[task] = start;
    draft.finishes[task] = finish;
  }
}

/** Later than any step; a small integer to the engine, unlike Infinity. */
const noLimit = 2 ** 30;
