import clsx from "clsx";
import { Link } from "../link";

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
  corner = "",
  columns,
  rows,
}: {
  label: string;
  /** Names the first column. */
  corner?: string;
  columns: readonly string[];
  rows: readonly { readonly id: string; readonly name: string; readonly cells: readonly HeatCell[] }[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto">
      <table className="w-full border-separate border-spacing-[3px] text-sm">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="text-xs text-muted">
            {corner === "" ? (
              <td />
            ) : (
              <th scope="col" className="sticky left-0 bg-surface pb-0.5 text-left font-normal">
                {corner}
              </th>
            )}
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="w-12 px-0.5 pb-0.5 align-bottom font-normal sm:w-auto sm:min-w-16 sm:px-1 sm:whitespace-nowrap"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th
                scope="row"
                className="sticky left-0 max-w-28 bg-surface pr-1 sm:pr-2 text-left font-normal sm:max-w-none sm:whitespace-nowrap"
              >
                {row.name}
              </th>
              {row.cells.map((cell) => (
                <td key={cell.id} className="rounded p-0" style={shade(cell.load)}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell }: { cell: HeatCell }) {
  const short = cell.load !== null && cell.load > 1;
  const classes = clsx(
    "grid min-h-7 place-items-center rounded px-0.5 text-center sm:px-2 text-xs whitespace-nowrap tabular-nums",
    short && "font-semibold",
  );
  const text = `${short ? "▲\u00a0" : ""}${cell.text}`;
  if (cell.href === undefined) {
    return (
      <span className={classes} title={cell.label}>
        <span aria-hidden="true">{text}</span>
        <span className="sr-only">{cell.label}</span>
      </span>
    );
  }
  return (
    <Link
      href={cell.href}
      scroll={false}
      aria-label={cell.label}
      title={cell.label}
      className={clsx(classes, "underline-offset-4 hover:underline")}
    >
      {text}
    </Link>
  );
}

function shade(load: number | null): { background: string; color: string } {
  if (load === null) return { background: "var(--sunk)", color: "var(--muted)" };
  const hue = load > 1 ? "var(--warn)" : "var(--select)";
  const strength = load > 1 ? Math.min(40, 16 + (load - 1) * 22) : 7 + load * 30;
  return {
    background: `color-mix(in srgb, ${hue} ${Math.round(strength)}%, var(--surface))`,
    color: "var(--ink)",
  };
}
