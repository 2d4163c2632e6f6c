import { Button } from "@/ui/button";
import { type CellField, cellFields } from "./task-change";
import { taskFieldNames } from "./task-draft";
import type { TaskEdit, TaskEdits } from "./use-task-edits";

/** What is to be settled about an edit: somebody settled the same cell meanwhile, or it could not be saved. */
export function CellNote({
  edit,
  field,
  sides,
  onSettle,
}: {
  edit: TaskEdit;
  /** The cell it stands in; null where a task is one thing, as on a card. */
  field: CellField | null;
  sides: (field: CellField) => ReturnType<TaskEdits["sides"]>;
  onSettle: (whose: "mine" | "theirs") => void;
}) {
  const open = edit.contested.filter((cell) => field === null || cell === field);
  const [first] = cellFields.filter((cell) => edit.change[cell] !== undefined);
  if (edit.failure !== null && (field === null || field === first)) {
    return (
      <span role="alert" className={noteClasses}>
        <span>{edit.failure}</span>
        <span className="flex flex-wrap gap-1">
          <Button size="sm" onClick={() => onSettle("mine")}>
            Try again
          </Button>
          <Button size="sm" variant="ghost" onClick={() => onSettle("theirs")}>
            Undo
          </Button>
        </span>
      </span>
    );
  }
  if (open.length === 0) return null;
  return (
    <span role="alert" className={noteClasses}>
      {open.map((cell) => {
        const { mine, theirs } = sides(cell);
        return (
          <span key={cell} className="grid grid-cols-[auto_1fr] gap-x-2 tabular-nums">
            <span className="col-span-2 font-medium">
              {field === null ? `${taskFieldNames[cell]}: somebody` : "Somebody"} changed this too
            </span>
            <span>Yours</span>
            <span>{mine}</span>
            <span>Theirs</span>
            <span>{theirs}</span>
          </span>
        );
      })}
      <span className="flex flex-wrap gap-1">
        <Button size="sm" onClick={() => onSettle("mine")}>
          Keep mine
        </Button>
        <Button size="sm" onClick={() => onSettle("theirs")}>
          Take theirs
        </Button>
      </span>
    </span>
  );
}

const noteClasses =
  "mt-1 grid max-w-64 gap-1.5 rounded-md bg-warn-soft p-2 text-left text-xs whitespace-normal text-ink";
