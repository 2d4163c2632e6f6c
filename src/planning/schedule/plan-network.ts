import { meanOf } from "../estimation/quantile-table";
import { factorSharesWith } from "../estimation/shared-factors";
import { threePoint } from "../estimation/three-point";
import type { SilentPlan } from "../plan";
import type { PlanStandards } from "../plan-input";
import type { PlannedTask } from "../planned-task";
import { endMoment, startMoment } from "./calendar";
import { finishToStart } from "./links";
import { loopOf } from "./loop";
import type { Network, NetworkTask, NetworkWork } from "./network";

/** A plan as a network: dates become moments of its calendar, records become work that is planned, begun or done. */
export function networkOf(plan: SilentPlan): Network {
  return networkMaker(plan.standards)(plan);
}

/** Makes networks of the plans of one input: a task that is the same object in several plans is one in their networks. */
export function networkMaker({ correlation }: PlanStandards): (plan: SilentPlan) => Network {
  const factorSharesOf = factorSharesWith(correlation);
  const made = new Map<PlannedTask, readonly NetworkTask[]>();
  return (plan) => networkWith(plan, factorSharesOf, made);
}

function networkWith(
  plan: SilentPlan,
  factorSharesOf: ReturnType<typeof factorSharesWith>,
  made: Map<PlannedTask, readonly NetworkTask[]>,
): Network {
  const base = startMoment(plan.startsOn, plan.calendar);
  const now = Math.max(base, startMoment(plan.asOf, plan.calendar));
  return {
    tasks: plan.tasks
      .filter((task) => task.status !== "dropped")
      .flatMap((task) => {
        const known = made.get(task);
        if (known) return known;
        const day = waitedForDay(plan, task, now);
        const factorShares = factorSharesOf(task.technique);
        const itself: NetworkTask = {
          id: task.key,
          effortId: effortId(task),
          effortPersonDays: task.effortPersonDays,
          durationWorkingDays: task.durationWorkingDays,
          machineHours: task.machineHours,
          links: day === null ? task.links : [...task.links, finishToStart(dayId(task))],
          inLoop: task.inLoop,
          factorShares,
          work: workOf(plan, task, now),
        };
        const tasks = day === null ? [itself] : [comingOf(day, task, factorShares), itself];
        made.set(task, tasks);
        return tasks;
      }),
    base,
    now,
    distribution: plan.distribution,
    loop: {
      ...loopOf(plan.standards.loop),
      budgetPasses: plan.parameters["loop-passes"],
      pass: plan.input.loopPass ?? 0,
    },
    spent: plan.tasks
      .filter((task) => task.status === "dropped")
      .map((task) => ({
        effortId: effortId(task),
        effortPersonDays: task.actualEffortPersonDays ?? 0,
        machineHours: task.actualMachineHours ?? 0,
      })),
    personDayCostMinor: plan.standards.personDayCostMinor,
    acceleratorHourCostMinor: plan.standards.acceleratorHourCostMinor,
    oneOffCostMinor: plan.oneOffCostMinor,
    monthlyCostMinor: plan.monthlyCostMinor,
  };
}

/** The moment that a planned task must not begin before, where that lies ahead. */
function waitedForDay(
  { calendar }: SilentPlan,
  { status, notBeforeOn }: PlannedTask,
  now: number,
): number | null {
  if (status !== "planned" || notBeforeOn === null) return null;
  const day = startMoment(notBeforeOn, calendar);
  return day > now ? day : null;
}

/** A day that is waited for is a task that is over on its morning: links and critical paths need to know nothing more. */
function comingOf(day: number, task: PlannedTask, factorShares: NetworkTask["factorShares"]): NetworkTask {
  return {
    id: dayId(task),
    effortId: effortId(task),
    effortPersonDays: nothing,
    durationWorkingDays: nothing,
    machineHours: null,
    links: [],
    inLoop: false,
    factorShares,
    work: { kind: "done", startedAt: day, finishedAt: day, effortPersonDays: 0, machineHours: 0 },
  };
}

const nothing = threePoint(0, 0, 0);

/** No task's key has a space. */
function dayId({ key }: PlannedTask): string {
  return `day of ${key}`;
}

/** An option may ask for another level of the same task's expertise. */
export function effortId(task: PlannedTask): string {
  return `${task.key} ${task.level}`;
}

function workOf({ calendar, distribution, asOf }: SilentPlan, task: PlannedTask, now: number): NetworkWork {
  if (task.status === "done") {
    const finishedAt = endMoment(task.finishedOn ?? asOf, calendar);
    const startedAt =
      task.startedOn === null
        ? finishedAt - meanOf(task.durationWorkingDays, distribution)
        : startMoment(task.startedOn, calendar);
    return {
      kind: "done",
      // Before the count of days begins there is no day to name.
      startedAt: Math.max(0, Math.min(startedAt, finishedAt)),
      finishedAt,
      effortPersonDays: task.actualEffortPersonDays ?? meanOf(task.effortPersonDays, distribution),
      machineHours:
        task.actualMachineHours ?? (task.machineHours ? meanOf(task.machineHours, distribution) : 0),
    };
  }
  if (task.status === "started")
    return {
      kind: "started",
      startedAt: task.startedOn === null ? now : startMoment(task.startedOn, calendar),
      spentPersonDays: task.actualEffortPersonDays,
      spentMachineHours: task.actualMachineHours,
    };
  return { kind: "planned" };
}
