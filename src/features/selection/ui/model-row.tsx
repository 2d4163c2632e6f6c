import { tell } from "@/planning";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { formatCount } from "@/ui/format";
import { Td } from "@/ui/table";
import type { ShortlistRow } from "../queries";
import {
  tellAccelerators,
  tellEnds,
  tellEstimate,
  tellGigabytes,
  tellParameters,
  tellUsd,
} from "./selection-words";

/** One model of the shortlist. */
export function ModelRow({
  row,
  of,
  isCompared,
  mayCompare,
  onCompare,
  onHide,
  onChoose,
}: {
  row: ShortlistRow;
  /** How many models are ranked. */
  of: number;
  isCompared: boolean;
  mayCompare: boolean;
  onCompare: () => void;
  onHide: () => void;
  /** Null: who looks may not add options. */
  onChoose: (() => void) | null;
}) {
  return (
    <tr>
      <th
        scope="row"
        className="min-w-44 border-b border-line px-2.5 py-2 text-left align-top font-normal max-md:col-span-2 max-md:border-0 max-md:p-0"
      >
        <a href={row.source} rel="noreferrer" target="_blank" className="font-medium hover:underline">
          {row.name}
        </a>
        <span className="block text-xs text-muted">
          {row.organization}, {row.access === "hosted" ? "hosted" : "open weights"}
          {row.parameters !== null && `, ${tellParameters(row.parameters)}`}
        </span>
        {row.unsaid.length > 0 && (
          <details className="text-xs">
            <summary className="w-fit cursor-pointer rounded text-warn hover:underline">
              {formatCount(row.unsaid.length, "open point")}
              <span className="sr-only"> about {row.name}</span>
            </summary>
            <ul className="mt-1 grid max-w-prose gap-1 text-muted">
              {row.unsaid.map(({ sentence }) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </details>
        )}
      </th>
      <Td name={`Place of ${of}`} className="align-top tabular-nums">
        {row.rank === null ? "–" : tellPlaces(row.rank)}
      </Td>
      <Td name="Licence" className="align-top">
        {row.licence}
      </Td>
      <Td numeric name="Context, tokens" className="align-top">
        {tell(row.contextTokens)}
      </Td>
      <Td numeric name="Memory" className="align-top">
        {row.memory === null ? (
          <span className="text-muted">not served</span>
        ) : (
          <>
            {tellGigabytes(row.memory.bytes)}
            <span className="block text-xs text-muted">
              {formatCount(row.memory.accelerators ?? 0, "accelerator")}
            </span>
          </>
        )}
      </Td>
      <Td numeric name="Requests a day and copy" className="align-top">
        {row.served === null ? (
          "–"
        ) : (
          <>
            {tellEstimate(row.served.requestsPerDayPerCopy.value)}
            <span className="block text-xs whitespace-nowrap text-muted">
              {tellEnds(row.served.requestsPerDayPerCopy)}
            </span>
          </>
        )}
      </Td>
      <Td numeric name="Called, a month" className="align-top">
        {row.called === null ? (
          <span className="text-muted">{row.canBeCalled ? "no volume" : "not called"}</span>
        ) : (
          <>
            {tellUsd(row.called.usdPerMonth)}
            <span className="block text-xs text-muted">
              {row.called.host}
              {row.called.ofHosts > 1 && `, cheapest of ${row.called.ofHosts}`}
            </span>
          </>
        )}
      </Td>
      <Td numeric name="Served, a month" className="align-top">
        <ServedPrice row={row} />
      </Td>
      <Td className="align-top max-md:col-span-2">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 md:w-36">
          <Checkbox
            label={
              <>
                Compare<span className="sr-only"> {row.name}</span>
              </>
            }
            checked={isCompared}
            disabled={!mayCompare}
            onChange={onCompare}
          />
          <Button size="sm" variant="ghost" onClick={onHide} aria-label={`Hide ${row.name}`}>
            Hide
          </Button>
          {onChoose !== null && (
            <Button size="sm" onClick={onChoose} aria-label={`Make ${row.name} an option`}>
              Make it an option
            </Button>
          )}
        </span>
      </Td>
    </tr>
  );
}

export function tellPlaces({ bestPlace, worstPlace }: NonNullable<ShortlistRow["rank"]>): string {
  return bestPlace === worstPlace ? `${bestPlace}` : `${bestPlace} to ${worstPlace}`;
}

function ServedPrice({ row: { served, canBeServed } }: { row: ShortlistRow }) {
  if (served === null) return <span className="text-muted">{canBeServed ? "no volume" : "not served"}</span>;
  const { usdPerMonth } = served;
  return (
    <>
      {usdPerMonth === null ? "no rent known" : tellUsd(usdPerMonth.value)}
      {usdPerMonth !== null && usdPerMonth.low !== usdPerMonth.high && (
        <span className="block text-xs whitespace-nowrap text-muted">
          {tellUsd(usdPerMonth.low)} to {tellUsd(usdPerMonth.high)}
        </span>
      )}
      <span className="block text-xs text-muted">{tellAccelerators(served.accelerators)}</span>
    </>
  );
}
