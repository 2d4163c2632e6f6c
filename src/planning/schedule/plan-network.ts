import { meanOf } from "../estimation/quantile-table";
import { factorSharesWith } from "../estimation/shared-factors";
import type { Plan } from "../plan";
import type { PlannedTask } from "../planned-task";
import { endMoment, startMoment } from "./calendar";
import { loopOf } from "./loop";
import type { Network, NetworkWork } from "./network";

/** A plan as a network: dates become moments of its calendar, records become work that is planned, begun or done. */
export function networkOf(plan: Plan): Network {
  const base = startMoment(plan.startsOn, plan.calendar);
  const factorSharesOf = factorSharesWith(plan.standards.correlation);
  const now = Math.max(base, startMoment(plan.asOf, plan.calendar));
  return {
    tasks: plan.tasks
      .filter((task) => task.status !== "dropped")
      .map((task) => ({
        id: task.key,
        effortId: effortId(task),
        effortPersonDays: task.effortPersonDays,
        durationWorkingDays: task.durationWorkingDays,
        machineHours: task.machineHours,
        links: task.links,
        inLoop: task.inLoop,
        factorShares: factorSharesOf(task.technique),
        work: workOf(plan, task, now),
      })),
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

/** An option may ask for another level of the same task's expertise. */
export function effortId(task: PlannedTask): string {
  return `${task.key} ${task.level}`;
}

function workOf({ calendar, distribution, asOf }: Plan, task: PlannedTask, now: number): NetworkWork {
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
