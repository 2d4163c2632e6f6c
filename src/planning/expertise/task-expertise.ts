import type { DisciplineId } from "./disciplines";
import type { ExpertiseLevel } from "./levels";

/** Whom a task needs: anybody with this expertise. */
export interface TaskExpertise {
  readonly discipline: DisciplineId;
  readonly level: ExpertiseLevel;
}
