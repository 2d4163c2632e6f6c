import { formatCount, formatWorkedHours } from "@/ui/format";
import { Table, Td, Th } from "@/ui/table";
import type { ImportRow } from "../import-rules";

const mostShown = 100;

/** The rows of a file, those that need attention first. */
export function ImportPreview({
  rows,
  nameOf,
}: {
  rows: readonly ImportRow[];
  nameOf: (taskKey: string) => string;
}) {
  const sorted = rows.toSorted(
    (a, b) => Number(b.faults.length > 0) - Number(a.faults.length > 0) || a.line - b.line,
  );
  return (
    <>
      <Table label="Rows of the file" stacked>
        <thead>
          <tr>
            <Th numeric>Line</Th>
            <Th>Date</Th>
            <Th>Task</Th>
            <Th numeric>Hours</Th>
            <Th>Note</Th>
            <Th>What to do</Th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, mostShown).map((row) => (
            <tr key={row.line}>
              <Td numeric name="Line">
                {row.line}
              </Td>
              <Td name="Date" className="whitespace-nowrap">
                {row.workedOn}
              </Td>
              <Td name="Task">{row.taskKey === null ? row.task : nameOf(row.taskKey)}</Td>
              <Td numeric name="Hours" className="whitespace-nowrap">
                {row.hours === null ? "–" : formatWorkedHours(row.hours)}
              </Td>
              <Td name="Note" className="[overflow-wrap:anywhere]">
                {row.note}
              </Td>
              <Td name="What to do" className={row.faults.length > 0 ? "text-warn" : "text-muted"}>
                {row.faults.length === 0 ? "in order" : row.faults.join(" ")}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {rows.length > mostShown && (
        <p className="text-xs text-muted">and {formatCount(rows.length - mostShown, "row")} more</p>
      )}
    </>
  );
}
