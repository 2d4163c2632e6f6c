import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

/** The table behind a chart: for screen readers, for copying into a spreadsheet, and for who would rather read. */
export function ChartTable({
  caption,
  columns,
  rows,
  of,
}: {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly ReactNode[])[];
  /** Which it is, where a chart has several. */
  of?: string | undefined;
}) {
  return (
    <details className="group mt-2 text-xs">
      <summary className="flex min-h-6 w-fit list-none items-center gap-1 rounded text-muted hover:text-ink">
        <ChevronRight aria-hidden="true" className="size-3 transition-transform group-open:rotate-90" />
        Show as table{of === undefined ? "" : `: ${of}`}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard (WCAG 2.1.1) */}
      <section aria-label={`${caption}, as a table`} tabIndex={0} className="mt-1 max-h-72 overflow-auto">
        <table className="w-full border-collapse text-left tabular-nums">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className="border-b border-line py-1 pr-3 font-medium text-muted"
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are data without an identity of their own, never reordered
              <tr key={index}>
                {row.map((cell, place) => (
                  <td key={columns[place]} className="border-b border-line py-1 pr-3">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
