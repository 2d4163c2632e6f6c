import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "@/ui/card";
import { drawnFirst } from "@/ui/drawn-first";
import { formatCount, formatMonth } from "@/ui/format";
import { Link } from "@/ui/link";
import { Table, Th } from "@/ui/table";
import type { Portfolio } from "../queries";
import { columnNames, columnOrders } from "./columns";
import { type Column, columns, type PortfolioFilter } from "./filter";
import { filterAddress } from "./filter-address";
import { RowList } from "./row-list";

const FilterForm = drawnFirst(() => import("./filter-form"));

/** A row per project on one scale of time. What is shown stands in the address, so it can be kept and sent. */
export function PortfolioTable({
  workspace,
  data,
  filter,
  currency,
}: {
  workspace: string;
  data: Portfolio;
  filter: PortfolioFilter;
  currency: string;
}) {
  const { shownCount, projectCount, scale } = data;
  // Of the effort there is another column where a part of it is shown.
  const hidden = new Set<Column>(data.part === null ? filter.hide : [...filter.hide, "effort"]);
  const shown = columns.filter((column) => !hidden.has(column));
  const all = formatCount(projectCount, "project");
  return (
    <Card className="px-1.5! pt-2! pb-1!">
      <FilterForm
        workspace={workspace}
        filter={filter}
        count={shownCount === projectCount ? all : `${shownCount} of ${all}`}
      />
      <Table label="Projects" stacked role="grid" rowCount={shownCount + 1}>
        <thead>
          <tr>
            <Head workspace={workspace} filter={filter} order="name">
              Project
            </Head>
            {data.part !== null && (
              <Head workspace={workspace} filter={filter} order="part" numeric>
                Spent / planned
              </Head>
            )}
            {shown.map((column) => (
              <Head
                key={column}
                workspace={workspace}
                filter={filter}
                order={columnOrders[column]}
                numeric={numericColumns.has(column)}
                {...(column === "finish" ? { className: "min-w-60" } : {})}
              >
                {columnNames[column]}
                {column === "finish" && scale !== null && (
                  <span className="text-faint">
                    {" "}
                    · {formatMonth(scale.first)} – {formatMonth(scale.last)}
                  </span>
                )}
              </Head>
            ))}
          </tr>
        </thead>
        <RowList workspace={workspace} data={data} filter={filter} shown={shown} currency={currency} />
      </Table>
      {shownCount === 0 && (
        <p className="px-2.5 py-6 text-center text-muted">
          No project matches.{" "}
          <Link href={`/w/${workspace}/portfolio`} className="text-accent underline underline-offset-2">
            Show all
          </Link>
        </p>
      )}
    </Card>
  );
}

const numericColumns: ReadonlySet<Column> = new Set(["decisions", "effort", "cost"]);

/** A head that orders the rows by its column. */
function Head({
  workspace,
  filter,
  order,
  numeric = false,
  className,
  children,
}: {
  workspace: string;
  filter: PortfolioFilter;
  order: PortfolioFilter["sort"] | undefined;
  numeric?: boolean;
  className?: string;
  children: ReactNode;
}) {
  if (order === undefined) return <Th numeric={numeric}>{children}</Th>;
  const isSorted = filter.sort === order;
  const isRising = rising.has(order);
  const Arrow = isRising ? ArrowUp : ArrowDown;
  return (
    <Th
      numeric={numeric}
      className={className}
      aria-sort={isSorted ? (isRising ? "ascending" : "descending") : "none"}
    >
      <Link
        href={filterAddress(workspace, { ...filter, sort: order })}
        scroll={false}
        className={`inline-flex min-h-6 items-center gap-1 rounded hover:text-ink ${isSorted ? "text-ink" : ""}`}
      >
        {children}
        {isSorted && <Arrow aria-hidden="true" className="size-3" />}
      </Link>
    </Th>
  );
}

const rising: ReadonlySet<string> = new Set(["name", "health", "finish"]);
