import Link from "next/link";

export type HeatCell = {
  readonly id: string;
  /** What stands in the cell, like "34 / 12". */
  readonly text: string;
  /** The cell in a sentence. */
  readonly label: string;
  /** Demand over supply: 0 none, 1 fully used, above 1 short. Null: nothing demanded. */
  readonly load: number | null;
  readonly href?: string;
};

/** A table whose cells are shaded by how much of the supply they use; short ones are marked, not only coloured. */
export function HeatGrid({
  label,
  columns,
  rows,
}: {
  label: string;
  columns: readonly string[];
  rows: readonly { readonly id: string; readonly name: string; readonly cells: readonly HeatCell[] }[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={label} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-separate border-spacing-[3px] text-sm">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="pb-0.5 text-xs font-normal whitespace-nowrap text-muted"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="pr-2 text-left font-normal whitespace-nowrap">
                {row.name}
              </th>
              {row.cells.map((cell) => (
                <td
                  key={cell.id}
                  className="rounded p-0 text-center text-xs tabular-nums"
                  style={shade(cell.load)}
                >
                  {cell.href === undefined ? (
                    <span className="block px-2 py-1.5">
                      <span aria-hidden="true">{cell.text}</span>
                      <span className="sr-only">{cell.label}</span>
                    </span>
                  ) : (
                    <Link
                      href={cell.href}
                      scroll={false}
                      aria-label={cell.label}
                      title={cell.label}
                      className="block rounded px-2 py-1.5 hover:underline"
                    >
                      {cell.load !== null && cell.load > 1 ? `▲ ${cell.text}` : cell.text}
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function shade(load: number | null): { background: string; color: string } {
  if (load === null) return { background: "var(--sunk)", color: "var(--muted)" };
  const hue = load > 1 ? "var(--warn)" : "var(--select)";
  const strength = load > 1 ? Math.min(38, 14 + (load - 1) * 14) : 8 + load * 26;
  return {
    background: `color-mix(in srgb, ${hue} ${Math.round(strength)}%, var(--surface))`,
    color: "var(--ink)",
  };
}
