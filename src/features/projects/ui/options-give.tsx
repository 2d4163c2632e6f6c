import { ChevronRight } from "lucide-react";
import type { OptionForecast } from "@/planning";
import { formatDate, formatMoney, formatPercent, formatPersonDays } from "@/ui/format";
import { Table, Td, Th } from "@/ui/table";

/** What the forecast gives with each option of an open decision, over the runs that drew it. */
export function OptionsGive({
  question,
  options,
  titles,
  currency,
  unfolded,
}: {
  question: string;
  options: readonly OptionForecast[];
  titles: readonly { readonly id: string; readonly title: string }[];
  currency: string;
  unfolded: boolean;
}) {
  const money = (minor: number) => formatMoney(minor, currency, { compact: true });
  return (
    <details className="group" open={unfolded}>
      <summary className="flex min-h-6 w-fit cursor-pointer list-none items-center gap-1 rounded text-xs text-accent [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 shrink-0 transition-transform group-open:rotate-90"
        />
        What each option gives<span className="sr-only">: {question}</span>
      </summary>
      <Table label={`What each option gives: ${question}`} stacked className="mt-1 text-sm">
        <thead>
          <tr>
            <Th>Option</Th>
            <Th numeric>Drawn in</Th>
            <Th numeric>Finish, P50 – P80</Th>
            <Th numeric>Effort, P50 – P80</Th>
            <Th numeric>Cost, P50 – P80</Th>
          </tr>
        </thead>
        <tbody>
          {options.map((option) => (
            <tr key={option.optionId}>
              <Td className="max-md:col-span-2 max-md:font-medium md:min-w-36">
                {titles.find(({ id }) => id === option.optionId)?.title ?? "An option"}
              </Td>
              <Td numeric name="Drawn in" className="whitespace-nowrap text-muted">
                {formatPercent(option.chance)}
                <span className="md:sr-only"> of runs</span>
              </Td>
              <Td numeric name="Finish, P50 – P80">
                <Pair p50={formatDate(option.finishP50)} p80={formatDate(option.finishP80)} />
              </Td>
              <Td numeric name="Effort, P50 – P80">
                <Pair
                  p50={formatPersonDays(option.effortP50PersonDays, { short: true })}
                  p80={formatPersonDays(option.effortP80PersonDays, { short: true })}
                />
              </Td>
              <Td numeric name="Cost, P50 – P80">
                <Pair p50={money(option.costP50Minor)} p80={money(option.costP80Minor)} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}

/** Breaks between the two, never within one. */
function Pair({ p50, p80 }: { p50: string; p80: string }) {
  return (
    <>
      <span className="whitespace-nowrap">{p50}</span>{" "}
      <span className="whitespace-nowrap md:block">– {p80}</span>
    </>
  );
}
