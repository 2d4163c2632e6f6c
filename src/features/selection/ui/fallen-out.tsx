import { Card } from "@/ui/card";
import { formatCount } from "@/ui/format";
import type { ShortlistAnswer } from "../queries";
import { ruleNames } from "./selection-words";

/** What fell out, each model once, under the first reason; with the shortlist they are the whole catalogue. */
export function FallenOut({ data }: { data: ShortlistAnswer }) {
  const count = data.total - data.rows.length;
  return (
    <Card title="What fell out" hint={formatCount(count, "model")}>
      {count === 0 ? (
        <p className="text-sm text-muted">Nothing did: what is asked rules out no model.</p>
      ) : (
        <>
          <ul className="grid gap-1">
            {data.fallen.map(({ rule, models }) => (
              <li key={rule}>
                <details className="text-sm">
                  <summary className="w-fit cursor-pointer rounded py-1 hover:underline">
                    <span className="font-medium">{ruleNames[rule]}</span>{" "}
                    <span className="text-muted tabular-nums">{formatCount(models.length, "model")}</span>
                  </summary>
                  <ul className="mt-1 mb-2 grid gap-1.5 border-l border-line pl-3 [overflow-wrap:anywhere]">
                    {models.map(({ id, name, reasons }) => (
                      <li key={id}>
                        <span className="font-medium">{name}</span>{" "}
                        <span className="text-muted">
                          {reasons.map(({ sentence }) => sentence).join(" ")}
                        </span>
                      </li>
                    ))}
                  </ul>
                </details>
              </li>
            ))}
          </ul>
          <p className="mt-2 text-xs text-muted">
            A model with several reasons is counted under the first, in the order above. {count} and{" "}
            {data.rows.length} on the shortlist are the {data.total} of the catalogue. Licences are summed up
            by us; read the terms before you rely on them.
          </p>
        </>
      )}
    </Card>
  );
}
