import { type PertSampler, pertProbability, pertSampler } from "../estimation/pert-beta";
import { randomStream } from "../estimation/random";
import { threePointMean } from "../estimation/three-point";
import { taskStandards } from "../lifecycle/techniques";
import type { Plan } from "../plan";
import type { PlannedTask } from "../planned-task";
import { endMoment, startMoment } from "./calendar";
import { executionOrder } from "./execution-order";
import { demandSlot } from "./run-results";

/** A task made ready for thousands of runs. Moments are working-day indices with fractions. */
export interface CompiledTask {
  /** Its place among all task standards: where its results are kept, whatever plan it is in. */
  readonly place: number;
  readonly demandSlot: number;
  readonly stream: number;
  readonly effort: PertSampler;
  readonly duration: PertSampler;
  readonly machineHours: PertSampler | null;
  /** Positions in the execution order. */
  readonly after: readonly number[];
  readonly afterInLoop: readonly number[];
  readonly work: CompiledWork;
}

export type CompiledWork =
  | { readonly kind: "planned" }
  | {
      readonly kind: "started";
      readonly startedAt: number;
      /** Working days since the start, up to now. */
      readonly elapsed: number;
      /** The chance that it would have been finished by now: draws come from above it. */
      readonly chancePassed: number;
      readonly spentPersonDays: number | null;
    }
  | {
      readonly kind: "done";
      readonly startedAt: number;
      readonly finishedAt: number;
      readonly effortPersonDays: number;
      readonly machineHours: number;
    };

export interface CompiledPlan {
  readonly tasks: readonly CompiledTask[];
  /** The loop's tasks stand together in the execution order: [loopFrom, loopTo). */
  readonly loopFrom: number;
  readonly loopTo: number;
  readonly loopBudget: number;
  readonly loopPass: number;
  readonly base: number;
  readonly now: number;
  /** Effort of dropped tasks. */
  readonly spent: readonly { readonly demandSlot: number; readonly effortPersonDays: number }[];
  readonly personDayCostMinor: number;
  readonly acceleratorHourCostMinor: number;
  readonly oneOffCostMinor: number;
  readonly monthlyCostMinor: number;
}

const placeByKey = new Map(taskStandards.map((standard, place) => [standard.key, place]));

export function compilePlan(plan: Plan, seed: number): CompiledPlan {
  const { order, loopFrom, loopTo } = executionOrder(plan.tasks.filter((task) => task.status !== "dropped"));
  const positions = new Map(order.map((task, position) => [task.key, position]));
  const base = startMoment(plan.startsOn);
  const now = Math.max(base, startMoment(plan.asOf));
  const inLoop = (position: number) => position >= loopFrom && position < loopTo;
  return {
    tasks: order.map((task): CompiledTask => {
      const after = task.after.flatMap((key) => positions.get(key) ?? []);
      return {
        place: placeByKey.get(task.key) ?? 0,
        demandSlot: demandSlot(placeByKey.get(task.key) ?? 0, task.level),
        stream: randomStream(seed, `task ${task.key}`),
        effort: pertSampler(task.effortPersonDays),
        duration: pertSampler(task.durationWorkingDays),
        machineHours: task.machineHours ? pertSampler(task.machineHours) : null,
        after,
        afterInLoop: after.filter(inLoop),
        work: compileWork(task, now, endMoment(plan.asOf)),
      };
    }),
    loopFrom,
    loopTo,
    loopBudget: plan.parameters["loop-passes"],
    loopPass: plan.input.loopPass ?? 0,
    base,
    now,
    spent: plan.tasks
      .filter((task) => task.status === "dropped")
      .map((task) => ({
        demandSlot: demandSlot(placeByKey.get(task.key) ?? 0, task.level),
        effortPersonDays: task.actualEffortPersonDays ?? 0,
      })),
    personDayCostMinor: plan.standards.personDayCostMinor,
    acceleratorHourCostMinor: plan.standards.acceleratorHourCostMinor,
    oneOffCostMinor: plan.oneOffCostMinor,
    monthlyCostMinor: plan.monthlyCostMinor,
  };
}

function compileWork(task: PlannedTask, now: number, today: number): CompiledWork {
  if (task.status === "done") {
    const finishedAt = task.finishedOn === null ? today : endMoment(task.finishedOn);
    const startedAt =
      task.startedOn === null
        ? finishedAt - threePointMean(task.durationWorkingDays)
        : startMoment(task.startedOn);
    return {
      kind: "done",
      startedAt: Math.min(startedAt, finishedAt),
      finishedAt,
      effortPersonDays: task.actualEffortPersonDays ?? threePointMean(task.effortPersonDays),
      machineHours: task.machineHours ? threePointMean(task.machineHours) : 0,
    };
  }
  if (task.status === "started") {
    const startedAt = task.startedOn === null ? now : startMoment(task.startedOn);
    const elapsed = Math.max(0, now - startedAt);
    return {
      kind: "started",
      startedAt,
      elapsed,
      chancePassed: pertProbability(pertSampler(task.durationWorkingDays), elapsed),
      spentPersonDays: task.actualEffortPersonDays,
    };
  }
  return { kind: "planned" };
}
