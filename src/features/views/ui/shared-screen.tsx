import { Fragment } from "react";
import { formatCount, formatDate } from "@/ui/format";
import { Logo } from "@/ui/logo";
import { Table, Td, Th } from "@/ui/table";
import type { SharedView } from "../shares.queries";

/** A view as whoever has its link sees it: rows to read, and no way on into the workspace. */
export function SharedScreen({ shown }: { shown: SharedView }) {
  const { name, organizationName, asOf, expiresAt, columns, rows, sums } = shown;
  return (
    <main className="mx-auto w-full max-w-[1500px] px-4 py-6">
      <div className="mb-4 flex items-center gap-2 text-sm font-semibold">
        <Logo size={22} />
        Phasewise
      </div>
      <h1 className="text-xl font-semibold tracking-tight text-balance [overflow-wrap:anywhere]">{name}</h1>
      <p className="mt-1 mb-4 text-muted [overflow-wrap:anywhere]">
        {organizationName} · {formatCount(rows.length, "project")} · forecasts as of {formatDate(asOf)} · to
        read only, until {formatDate(expiresAt)}
      </p>
      <div className="rounded-lg border border-line bg-surface px-1.5 py-1">
        <Table label={name} stacked>
          <thead>
            <tr>
              {columns.map(({ title, isNumber }) => (
                <Th key={title} numeric={isNumber}>
                  {title}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ group, cells }, place) => (
              <Fragment key={cells[1]}>
                {group !== null && group !== rows[place - 1]?.group && (
                  <tr className="max-md:block! max-md:p-0!">
                    <th
                      scope="rowgroup"
                      colSpan={columns.length}
                      className="border-b border-line bg-sunk/60 px-2.5 py-1.5 text-left text-xs font-medium max-md:block"
                    >
                      {group}
                    </th>
                  </tr>
                )}
                <tr>
                  {columns.map(({ title, isNumber }, at) => (
                    <Td
                      key={title}
                      numeric={isNumber}
                      name={title}
                      className={at === 0 ? "min-w-40 font-medium" : "whitespace-nowrap"}
                    >
                      {cells[at]}
                    </Td>
                  ))}
                </tr>
              </Fragment>
            ))}
          </tbody>
          {rows.length > 0 && (
            <tbody>
              <tr>
                {columns.map(({ title, isNumber }, at) => (
                  <Td key={title} numeric={isNumber} name={title} className="font-medium whitespace-nowrap">
                    {at === 0 ? "Sum" : sums[at]}
                  </Td>
                ))}
              </tr>
            </tbody>
          )}
        </Table>
        {rows.length === 0 && <p className="px-2.5 py-6 text-center text-muted">No project matches today.</p>}
      </div>
    </main>
  );
}
