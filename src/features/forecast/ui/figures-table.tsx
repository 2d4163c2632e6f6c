import { formatDate, formatHours, formatMoney, formatPersonDays } from "@/ui/format";
import { Table, Td, Th } from "@/ui/table";
import type { Figures } from "./distributions";

const quantiles = ["p10", "p50", "p80", "p95"] as const;

/** The forecast in figures; what is tried out stands below each. */
export function FiguresTable({
  stored,
  tried,
  currency,
}: {
  stored: Figures;
  tried: Figures | null;
  currency: string;
}) {
  const rows = rowsIn(currency);
  return (
    <Table label="Forecast in figures" className="max-md:block">
      <thead className="max-md:block">
        <tr className="max-md:grid max-md:grid-cols-4">
          <Th className="max-md:hidden" />
          {quantiles.map((name) => (
            <Th key={name} numeric>
              {name.toUpperCase()}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map(({ name, at }) => (
          <tr key={name} className="max-md:grid max-md:grid-cols-4">
            <th
              scope="row"
              className="border-line px-2.5 py-2 text-left font-normal whitespace-nowrap max-md:col-span-4 max-md:px-0 max-md:pb-0 max-md:text-xs max-md:text-muted md:border-b"
            >
              {name}
            </th>
            {quantiles.map((quantile) => (
              <Td
                key={quantile}
                numeric
                className="whitespace-nowrap max-md:px-0 max-md:py-1.5 max-md:text-xs max-md:first-of-type:text-left"
              >
                {at(stored, quantile)}
                {tried !== null && (
                  <span className="block text-xs text-accent">
                    <span className="sr-only">what if: </span>
                    {at(tried, quantile)}
                  </span>
                )}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type Quantile = (typeof quantiles)[number];

function rowsIn(currency: string): { name: string; at: (of: Figures, quantile: Quantile) => string }[] {
  return [
    { name: "Finish", at: ({ finish }, quantile) => formatDate(finish[quantile]) },
    {
      name: "Effort, person-days",
      at: ({ effortPersonDays }, quantile) => formatPersonDays(effortPersonDays[quantile], { short: true }),
    },
    {
      name: "Cost: people, machines, one-off",
      at: ({ costMinor }, quantile) => formatMoney(costMinor[quantile], currency, { compact: true }),
    },
    {
      name: "Machine time, accelerator-hours",
      at: ({ machineHours }, quantile) => formatHours(machineHours[quantile]),
    },
  ];
}
