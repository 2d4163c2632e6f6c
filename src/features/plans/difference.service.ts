import { differencePlans } from "@/planning";
import type { PlanFigures, PlanRecord } from "./record.schema";
import type { PlannedProject } from "./service";

/** The figures of two plans of a project and their difference. */
export function compare(before: PlannedProject, after: PlannedProject): PlanRecord {
  return { before: figuresOf(before), after: figuresOf(after), difference: differencePlans(before, after) };
}

export function figuresOf({ forecast }: PlannedProject): PlanFigures {
  const { finish, effortPersonDays, costMinor, machineCostMinor, monthlyCostMinor, expertisePeak } = forecast;
  return { finish, effortPersonDays, costMinor, machineCostMinor, monthlyCostMinor, expertisePeak };
}
