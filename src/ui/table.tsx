import clsx from "clsx";
import type { ReactNode, TdHTMLAttributes, ThHTMLAttributes } from "react";

/**
 * A table that scrolls sideways inside its frame on small screens; the region can be reached and scrolled by keyboard. A stacked
 * one turns its rows into blocks of two columns there instead, in which cells say with `name` what they hold.
 */
export function Table({
  label,
  stacked = false,
  role,
  rowCount,
  children,
  className,
}: {
  label: string;
  stacked?: boolean;
  /** A grid is one whose cells are reached by arrow keys. */
  role?: "grid";
  /** How many rows there are, heads included, where not all are drawn. */
  rowCount?: number;
  children: ReactNode;
  className?: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto">
      <table
        role={role}
        aria-rowcount={rowCount}
        className={clsx(
          "w-full border-collapse text-left [&_tbody_tr:last-child>*]:border-b-0 [&_tbody_tr]:transition-colors [&_tbody_tr:hover]:bg-sunk/60",
          stacked && stackedClasses,
          className,
        )}
      >
        <caption className="sr-only">{label}</caption>
        {children}
      </table>
    </section>
  );
}

const stackedClasses = [
  "max-md:block max-md:[&_thead]:sr-only max-md:[&_tbody]:block",
  "max-md:[&_tbody_tr]:grid max-md:[&_tbody_tr]:grid-cols-2 max-md:[&_tbody_tr]:gap-x-4 max-md:[&_tbody_tr]:gap-y-2",
  "max-md:[&_tbody_tr]:border-b max-md:[&_tbody_tr]:border-line max-md:[&_tbody_tr]:px-2.5 max-md:[&_tbody_tr]:py-3 max-md:[&_tbody_tr:last-child]:border-b-0",
  "max-md:[&_td]:min-w-0 max-md:[&_td]:border-0 max-md:[&_td]:p-0 max-md:[&_td]:text-left",
].join(" ");

export function Th({
  numeric = false,
  className,
  ...rest
}: ThHTMLAttributes<HTMLTableCellElement> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={clsx(
        "border-b border-line px-2.5 py-2 text-xs font-medium whitespace-nowrap text-muted",
        numeric && "text-right",
        className,
      )}
      {...rest}
    />
  );
}

export function Td({
  numeric = false,
  name,
  className,
  children,
  ...rest
}: TdHTMLAttributes<HTMLTableCellElement> & {
  numeric?: boolean;
  /** What the cell holds, shown above it where a stacked table shows no heads. */
  name?: string;
}) {
  return (
    <td
      className={clsx(
        "border-b border-line px-2.5 py-2 align-middle",
        numeric && "text-right tabular-nums",
        className,
      )}
      {...rest}
    >
      {name !== undefined && (
        <span aria-hidden="true" className="block text-xs whitespace-normal text-muted md:hidden">
          {name}
        </span>
      )}
      {children}
    </td>
  );
}
