"use client";

import type { CatalogueEntry, SizingAnswer } from "@/planning";
import { Card } from "@/ui/card";
import { Figures } from "./figures";

/** The answer at once, and everything that is to be said about it. */
export function AnswerCard({
  answer,
  reasons,
}: {
  answer: SizingAnswer | null;
  /** Why there is none, where no field says it. */
  reasons: readonly string[];
}) {
  if (answer === null)
    return (
      <Card title="Answer">
        <p role="status" className="text-sm text-warn">
          {reasons.length === 0 ? "Nothing to show yet: a field needs attention." : reasons.join(" ")}
        </p>
      </Card>
    );
  return (
    <div className="grid gap-4">
      <Card title="Answer">
        <Figures figures={answer.figures} range={answer.range} />
      </Card>
      <Card title="How it is computed">
        <ol className="grid gap-3 text-sm">
          {answer.steps.map((step) => (
            <li key={step.name} className="[overflow-wrap:anywhere]">
              <span className="font-medium">{step.name}</span>
              <span className="block text-xs text-muted">= {step.formula}</span>
              <span className="block tabular-nums">
                = {step.numbers} = <b className="font-semibold">{step.result}</b>
              </span>
            </li>
          ))}
        </ol>
      </Card>
      <Card title="How far to trust it">
        <div className="grid gap-3 text-sm">
          <Said title="Measured error" lines={[answer.validation]} />
          <Said title="Valid for" lines={answer.validity} />
          <Said title="Assumed" lines={answer.assumptions} />
          <Said title="Sources" lines={answer.sources} />
          <Entries entries={answer.entries} />
        </div>
      </Card>
    </div>
  );
}

function Said({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className="text-xs font-medium text-muted">{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

export function Entries({ entries }: { entries: readonly CatalogueEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <div>
      <h3 className="text-xs font-medium text-muted">From the catalogues</h3>
      <ul className="[overflow-wrap:anywhere]">
        {entries.map(({ what, source, asOf }) => (
          <li key={what}>
            {what}:{" "}
            {/^https?:\/\//.test(source) ? (
              <a
                href={source}
                target="_blank"
                rel="noreferrer"
                className="text-accent underline underline-offset-2"
              >
                {new URL(source).host}
              </a>
            ) : (
              source
            )}
            {asOf !== null && `, ${asOf}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
