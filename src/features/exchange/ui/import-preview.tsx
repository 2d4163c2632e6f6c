import { Badge, type Tone } from "@/ui/badge";
import { formatCount } from "@/ui/format";
import { Table, Td, Th } from "@/ui/table";
import type { CheckedRow } from "../import-rules";

const mostShown = 100;

const order: readonly CheckedRow["outcome"][] = ["error", "new", "changed", "same"];
const outcomes: Readonly<Record<CheckedRow["outcome"], { readonly tone: Tone; readonly name: string }>> = {
  error: { tone: "warn", name: "error" },
  new: { tone: "ok", name: "new" },
  changed: { tone: "accent", name: "changed" },
  same: { tone: "neutral", name: "as it is" },
};

/** What each row of a file would do, those that need attention first. */
export function ImportPreview({ rows }: { rows: readonly CheckedRow[] }) {
  const count = (outcome: CheckedRow["outcome"]) => rows.filter((row) => row.outcome === outcome).length;
  const sorted = rows.toSorted(
    (a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.line - b.line,
  );
  const told = order.filter((outcome) => count(outcome) > 0);
  return (
    <div className="grid gap-2">
      <p role="status" className="text-sm">
        {formatCount(rows.length, "row")}:{" "}
        {told.map((outcome) => `${count(outcome)} ${outcomes[outcome].name}`).join(", ")}.
        {count("error") > 0 && " Nothing is imported before all are in order."}
      </p>
      <Table label="Rows of the file" stacked>
        <thead>
          <tr>
            <Th numeric>Row</Th>
            <Th>Task</Th>
            <Th>Outcome</Th>
            <Th>What changes, or what to do</Th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, mostShown).map(({ line, name, outcome, changes, faults }) => (
            <tr key={line}>
              <Td numeric name="Row">
                {line}
              </Td>
              <Td name="Task" className="[overflow-wrap:anywhere]">
                {name === "" ? "–" : name}
              </Td>
              <Td name="Outcome">
                <Badge tone={outcomes[outcome].tone}>{outcomes[outcome].name}</Badge>
              </Td>
              <Td name="What to do" className={faults.length > 0 ? "text-warn" : "text-muted"}>
                {faults.length > 0 ? faults.join(" ") : changes.join(", ") || "–"}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {rows.length > mostShown && (
        <p className="text-xs text-muted">and {formatCount(rows.length - mostShown, "row")} more</p>
      )}
    </div>
  );
}
