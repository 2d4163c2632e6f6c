"use client";

import { type ReactNode, useMemo } from "react";
import {
  type BriefPart,
  narrownessOf,
  raisedDecisions,
  type ScopingBrief,
  type VaguePart,
  vaguenessOf,
} from "@/planning";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { formatPercent } from "@/ui/format";
import { narrownessNames, partNames } from "./brief-names";
import { RaisedProvider } from "./raised";

/** What the brief says about itself, at once while it is typed: how narrow it is, what is vague, what it calls to be decided. */
export default function BriefAside({ brief, decisions }: { brief: ScopingBrief; decisions: ReactNode }) {
  const raised = useMemo(() => raisedDecisions(brief), [brief]);
  return (
    <>
      <NarrownessCard brief={brief} />
      <VaguenessCard brief={brief} />
      <RaisedProvider value={raised}>{decisions}</RaisedProvider>
    </>
  );
}

/** How narrow the scope is, and what made it so; at once while typing. */
function NarrownessCard({ brief }: { brief: ScopingBrief }) {
  const { level, score, range, parts } = narrownessOf(brief);
  return (
    <Card title="How narrow" hint={level === null ? "not to be told yet" : narrownessNames[level]}>
      {score !== null && (
        <>
          <div aria-hidden="true" className="relative h-2 rounded-full bg-sunk">
            <span
              className="absolute inset-y-0 rounded-full bg-scope-soft"
              style={{ left: `${range[0] * 100}%`, right: `${100 - range[1] * 100}%` }}
            />
            <span
              className="absolute inset-y-0 w-1 -translate-x-1/2 rounded-full bg-scope"
              style={{ left: `${score * 100}%` }}
            />
          </div>
          <p aria-hidden="true" className="mt-1 flex justify-between text-xs text-faint">
            <span>wide</span>
            <span>narrow</span>
          </p>
          <p className="text-xs text-muted tabular-nums">
            {formatPercent(score)} of the way from wide to narrow
            {range[1] - range[0] > 0.005 &&
              `; what is not settled may make it ${formatPercent(range[0])} to ${formatPercent(range[1])}`}
          </p>
        </>
      )}
      <details className="mt-1.5 text-xs" open={score === null}>
        <summary className="w-fit rounded text-muted hover:text-ink">What it is told by</summary>
        <table className="mt-1 w-full">
          <thead className="sr-only">
            <tr>
              <th scope="col">Part, and why it counts</th>
              <th scope="col">What the brief says</th>
              <th scope="col">Narrow by</th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ id, name, said, score: own, weight, why }) => (
              <tr key={id} className="border-t border-line align-top first:border-0">
                <th scope="row" className="py-1 pr-2 text-left font-medium">
                  {name}
                  <span className="block font-normal text-muted">
                    {why} Counts {formatPercent(weight)}.
                  </span>
                </th>
                <td className="py-1 pr-2 text-muted">{said ?? "not said"}</td>
                <td className="py-1 text-right tabular-nums">{own === null ? "–" : formatPercent(own)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mt-1 text-muted">Weights and marks are Phasewise defaults: an aid for talking.</p>
      </details>
    </Card>
  );
}

/** What nobody has settled, and what each holds up. */
function VaguenessCard({ brief }: { brief: ScopingBrief }) {
  const vague = vaguenessOf(brief);
  const parts = allParts.flatMap((part) => {
    const said = vague.filter((one) => one.part === part);
    return said.length === 0 ? [] : [{ part, said }];
  });
  return (
    <Card title="Still vague" hint={vague.length === 0 ? "nothing" : `${parts.length} of ${allParts.length}`}>
      {vague.length === 0 ? (
        <p className="text-sm text-muted">Every part is settled. A sponsor could sign this.</p>
      ) : (
        <>
          <VagueList parts={parts.slice(0, shownAtOnce)} />
          {parts.length > shownAtOnce && (
            <details className="mt-2 text-xs">
              <summary className="w-fit rounded text-muted hover:text-ink">
                {parts.length - shownAtOnce} more
              </summary>
              <div className="mt-2">
                <VagueList parts={parts.slice(shownAtOnce)} />
              </div>
            </details>
          )}
        </>
      )}
    </Card>
  );
}

function VagueList({ parts }: { parts: readonly { part: BriefPart; said: readonly VaguePart[] }[] }) {
  return (
    <ul className="grid gap-2">
      {parts.map(({ part, said }) => (
        <li key={part} className="text-xs">
          <Badge>{partNames[part]}</Badge>
          {said.map(({ what, why }) => (
            <p key={what} className="mt-0.5 text-muted">
              {what !== partNames[part] && <span className="text-ink">{what}. </span>}
              {why}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

const shownAtOnce = 5;

function isBriefPart(part: string): part is BriefPart {
  return Object.hasOwn(partNames, part);
}

const allParts = Object.keys(partNames).filter(isBriefPart);
