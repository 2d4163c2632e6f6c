import type { ThreePoint } from "../estimation/three-point";
import type { DisciplineId } from "../expertise/disciplines";
import type { ExpertiseLevel } from "../expertise/levels";
import type { CheatSheetColumnId, TechniqueId } from "./technique-ids";

export const cheatSheetRowIds = ["training-duration", "customization", "objective", "expertise"] as const;
export type CheatSheetRowId = (typeof cheatSheetRowIds)[number];

export interface CheatSheetRow {
  readonly id: CheatSheetRowId;
  readonly name: string;
  /** How to read the row: our note, not the source's. */
  readonly note: string;
}

export interface CheatSheetColumn {
  readonly id: CheatSheetColumnId;
  readonly name: string;
  /** The source's facts, in our words, one list of statements per row. */
  readonly facts: Readonly<Record<CheatSheetRowId, readonly string[]>>;
  readonly expertise: ExpertiseLevel;
  /** What Phasewise adds; not in the source. */
  readonly ours: {
    readonly techniques: readonly TechniqueId[];
    /** One pass, at the parameters' defaults: the sum of the standard tasks. */
    readonly effortPersonDays: ThreePoint;
    readonly disciplines: readonly DisciplineId[];
    readonly note: string;
  };
}

export interface CheatSheet {
  readonly title: string;
  readonly source: {
    readonly title: string;
    readonly author: string;
    readonly date: string;
    readonly after: string;
  };
  readonly rows: readonly CheatSheetRow[];
  readonly columns: readonly CheatSheetColumn[];
}

export const cheatSheet: CheatSheet = {
  title: "Time and effort",
  source: { title: "", author: "", date: "", after: "" },
  rows: [],
  columns: [],
};
