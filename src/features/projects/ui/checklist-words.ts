import type { ProjectTask } from "@/features/plans/queries";

/** "2 of 5 done" */
export function tellChecklist(items: ProjectTask["checklist"]): string {
  return `${items.filter(({ done }) => done).length} of ${items.length} done`;
}
