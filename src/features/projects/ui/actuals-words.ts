import type { ProjectTask } from "@/features/plans/queries";
import { hoursPerPersonDay } from "@/planning";
import { formatCount, formatDays, formatWorkedHours } from "@/ui/format";

/** Why a task's effort can't be typed. */
export function tellEntries({ count, hours }: NonNullable<ProjectTask["timeEntries"]>): string {
  const from = formatCount(count, "time entry", "time entries");
  return `The sum of ${from}, ${formatWorkedHours(hours)} at ${hoursPerPersonDay} h a person-day. Correct the entries on the time sheet.`;
}

/** A sum of entries is exact to many digits, of which two are worth reading. */
export function tellSum(personDays: string): string {
  return personDays === "" ? "" : String(Math.round(Number(personDays) * 100) / 100);
}

/** What the machine time is to be held against. */
export function tellMachineEstimate({ machineHours, status }: ProjectTask): string {
  if (machineHours === null) return "The estimate has none.";
  const { optimistic, mostLikely, pessimistic } = machineHours;
  const range = [optimistic, mostLikely, pessimistic].map(formatDays).join(" – ");
  return status === "done" ? `Estimated: ${range} h.` : `Estimated: ${range} h in all.`;
}
