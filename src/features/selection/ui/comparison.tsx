"use client";

import type { ReactNode } from "react";
import { tell } from "@/planning";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { formatDate } from "@/ui/format";
import { Table, Td, Th } from "@/ui/table";
import type { ShortlistAnswer, ShortlistRow } from "../queries";
import { tellPlaces } from "./model-row";
import {
  tellAccelerators,
  tellEnds,
  tellEstimate,
  tellGigabytes,
  tellParameters,
  tellUsd,
  tellUsdRange,
} from "./selection-words";
import type { Selection } from "./use-selection";

/** Up to four models side by side, each figure with its range and where it is from. */
export function Comparison({ data, selection }: { data: ShortlistAnswer; selection: Selection }) {
  const { view, change } = selection;
  const rows = view.compared.flatMap((id) => data.rows.find((row) => row.id === id) ?? []);
  if (rows.length === 0)
    return (
      <Card title="Side by side">
        <p className="text-sm text-muted">Mark up to four models of the shortlist with “Compare”.</p>
      </Card>
    );
  return (
    <Card
      title="Side by side"
      hint={`${rows.length} of 4`}
      actions={
        <Button size="sm" variant="ghost" onClick={() => change("compare", null)}>
          Clear
        </Button>
      }
    >
      <Table label="Models side by side" className="text-sm">
        <thead>
          <tr>
            <Th>Of each</Th>
            {rows.map(({ id, name }) => (
              <Th key={id} className="text-ink">
                {name}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linesFor(data).map(({ name, cell }) => (
            <tr key={name}>
              <th scope="row" className="border-b border-line px-2.5 py-2 text-left align-top font-medium">
                {name}
              </th>
              {rows.map((row) => (
                <Td key={row.id} className="min-w-44 align-top tabular-nums">
                  {cell(row)}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

type Line = { readonly name: string; readonly cell: (row: ShortlistRow) => ReactNode };

function linesFor(data: ShortlistAnswer): readonly Line[] {
  const { now, acceleratorName } = data;
  return [
    {
      name: `Place of ${data.rows.length}`,
      cell: ({ rank }) =>
        rank === null ? (
          "–"
        ) : (
          <>
            {tellPlaces(rank)}
            <Small>
              value {tell(Math.round(rank.low * 100))} to {tell(Math.round(rank.high * 100))} of 100
            </Small>
          </>
        ),
    },
    {
      name: "Maker",
      cell: (row) => (
        <>
          {row.organization}, {row.access === "hosted" ? "hosted" : "open weights"}
          <Small>
            {row.published !== null && `${formatDate(row.published)}, `}
            <Source address={row.source} name="model" />
          </Small>
        </>
      ),
    },
    {
      name: "Parameters",
      cell: ({ parameters }) => (parameters === null ? "not published" : tellParameters(parameters)),
    },
    {
      name: "Licence",
      cell: ({ licence, licenceSummary }) => (
        <>
          {licence}
          <Small>{licenceSummary}</Small>
        </>
      ),
    },
    { name: "Context", cell: ({ contextTokens }) => `${tell(contextTokens)} tokens` },
    {
      name: "Fit in memory",
      cell: ({ memory }) =>
        memory === null ? (
          "not served ourselves"
        ) : (
          <>
            {tellGigabytes(memory.bytes)} on {tell(memory.accelerators ?? 0)} × {acceleratorName}
            <Small>
              in {now.precision}
              {memory.contextTokens > 1
                ? `, with one request of ${tell(memory.contextTokens)} tokens`
                : ", weights alone"}
            </Small>
          </>
        ),
    },
    {
      name: "Throughput",
      cell: ({ served }) =>
        served === null ? (
          "not computed"
        ) : (
          <>
            {tellEstimate(served.requestsPerDayPerCopy.value)} ({tellEnds(served.requestsPerDayPerCopy)})
            requests a day and copy
            <Small>
              {tellAccelerators(served.accelerators)}, {tell(served.acceleratorsPerCopy)} to a copy
              {served.firstTokenSeconds !== null &&
                `; first token after ${tellEstimate(served.firstTokenSeconds.value)} s (${tellEnds(served.firstTokenSeconds)}) in the busiest hour`}
            </Small>
          </>
        ),
    },
    {
      name: "Called, a month",
      cell: ({ called, canBeCalled }) =>
        called === null ? (
          canBeCalled ? (
            "no volume in the brief"
          ) : (
            "not called"
          )
        ) : (
          <>
            {tellUsd(called.usdPerMonth)}
            <Small>
              {called.host}
              {called.ofHosts > 1 && `, cheapest of ${called.ofHosts}`}
              {called.asOf !== null && `, ${formatDate(called.asOf)}, `}
              {called.source !== null && <Source address={called.source} name="price" />}
            </Small>
          </>
        ),
    },
    {
      name: "Served, a month",
      cell: ({ served, canBeServed }) => {
        if (served === null) return canBeServed ? "no volume in the brief" : "not served";
        if (served.usdPerMonth === null) return "no rent known";
        return tellUsdRange(served.usdPerMonth);
      },
    },
    { name: "Published benchmarks", cell: (row) => <Benchmarks row={row} /> },
    {
      name: "Open points",
      cell: ({ unsaid }) =>
        unsaid.length === 0 ? (
          "none"
        ) : (
          <ul className="grid gap-1 text-xs">
            {unsaid.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ),
    },
  ];
}

function Benchmarks({ row: { benchmarks } }: { row: ShortlistRow }) {
  if (benchmarks.length === 0) return "No published benchmark in the catalogue";
  return (
    <ul className="grid gap-1">
      {benchmarks.map(({ name, percent, setting, measuredBy, source, asOf }) => (
        <li key={name}>
          {name} <b className="font-semibold">{percent} %</b>
          <Small>
            {setting}; by {measuredBy}, read {formatDate(asOf)}, <Source address={source} name="source" />
          </Small>
        </li>
      ))}
    </ul>
  );
}

function Small({ children }: { children: ReactNode }) {
  return <span className="block text-xs text-muted">{children}</span>;
}

function Source({ address, name }: { address: string; name: string }) {
  return (
    <a href={address} rel="noreferrer" target="_blank" className="text-accent underline underline-offset-2">
      {name}
    </a>
  );
}
