"use client";

import { Card } from "@/ui/card";
import { formatPercent } from "@/ui/format";
import type { Matrix, Scoring } from "./scoring-data";
import { tellCell } from "./scoring-matrix";

const mostShown = 5;

/** Where members are farthest apart: what is worth talking about before deciding. */
export function ScoringAgreement({ scoring, matrix }: { scoring: Scoring; matrix: Matrix }) {
  const apart = scoring.options
    .flatMap((option, row) =>
      scoring.criteria.flatMap((criterion, column) => {
        const cell = matrix.cells[row]?.[column] ?? null;
        if (cell === null || cell.agreement === null || cell.differ === 0) return [];
        return [{ id: `${option.id} ${criterion.id}`, option, criterion, cell, agreement: cell.agreement }];
      }),
    )
    .sort((a, b) => a.agreement - b.agreement);
  return (
    <Card title="Talk about these" hint="where members are farthest apart">
      {apart.length === 0 && (
        <p className="text-sm text-muted">
          {matrix.members.length < 2 ? "It takes two to differ." : "Nobody is far from the others."}
        </p>
      )}
      <ul className="grid text-sm">
        {apart.slice(0, mostShown).map(({ id, option, criterion, cell, agreement }) => (
          <li key={id} className="border-t border-line py-1.5 first:border-0">
            <span className="flex justify-between gap-3">
              <span className="font-medium">
                {option.title} · {criterion.name}
              </span>
              <span className="shrink-0 tabular-nums">{formatPercent(agreement)} agreement</span>
            </span>
            <span className="text-muted">{tellCell(cell, matrix.members)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
