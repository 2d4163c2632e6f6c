import { formatDate } from "@/ui/format";
import { letterOf } from "@/ui/option-letter";
import { Table, Td, Th } from "@/ui/table";
import type { EvidenceItem } from "../evidence.queries";
import { formatFigure } from "./evidence-words";
import type { Option } from "./option-card";

type Result = Extract<EvidenceItem["content"], { kind: "result" }> & {
  readonly id: string;
  readonly optionId: string;
};
type Metric = { readonly name: string; readonly results: readonly Result[] };

/** Where several options were measured alike: one row per metric and data set, one column per option. */
export function ResultsTables({
  options,
  evidence,
}: {
  options: readonly Option[];
  evidence: readonly EvidenceItem[];
}) {
  const metrics = comparable(evidence);
  const measured = options
    .map((option, place) => ({ ...option, letter: letterOf(place) }))
    .filter((option) =>
      metrics.some(({ results }) => results.some(({ optionId }) => optionId === option.id)),
    );
  if (metrics.length === 0) return null;
  return (
    <section aria-labelledby="results">
      <h2 id="results" className="mb-2 text-sm font-semibold">
        Evaluation results side by side
      </h2>
      <Table label="Evaluation results of the options">
        <thead>
          <tr>
            <Th>Metric and data set</Th>
            {measured.map((option) => (
              <Th key={option.id} numeric title={option.title}>
                {option.letter}
                <span className="sr-only"> {option.title}</span>
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {metrics.map(({ name, results }) => {
            const [first] = results;
            const best = bestOf(results);
            return (
              <tr key={name}>
                <th scope="row" className="border-b border-line px-2.5 py-2 text-left font-normal">
                  {first?.metric}
                  {first !== undefined && first.unit !== "" && ` (${first.unit})`}
                  <span className="block text-xs text-muted">
                    {first?.dataSet}, {first?.better} is better
                  </span>
                </th>
                {measured.map((option) => (
                  <Td key={option.id} numeric>
                    {results
                      .filter(({ optionId }) => optionId === option.id)
                      .map((result) => (
                        <span key={result.id} className="block" title={tellWhen(result)}>
                          {result.value === best ? (
                            <b className="font-semibold">
                              {formatFigure(result.value)}
                              <span className="text-ok"> best</span>
                            </b>
                          ) : (
                            formatFigure(result.value)
                          )}
                        </span>
                      ))}
                  </Td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}

function tellWhen({ measuredOn, measuredBy }: Result): string {
  return `${formatDate(measuredOn)} by ${measuredBy}`;
}

/** Only what was measured in the same unit on the same data compares; and only where at least two options were. */
function comparable(evidence: readonly EvidenceItem[]): Metric[] {
  const metrics = new Map<string, Result[]>();
  for (const { id, optionId, content } of evidence) {
    if (content.kind !== "result" || optionId === null) continue;
    const name = [content.metric, content.unit, content.dataSet, content.better].join("\n").toLowerCase();
    metrics.set(name, [...(metrics.get(name) ?? []), { ...content, id, optionId }]);
  }
  return [...metrics]
    .map(([name, results]) => ({ name, results }))
    .filter(({ results }) => new Set(results.map(({ optionId }) => optionId)).size > 1);
}

function bestOf(results: readonly Result[]): number {
  const values = results.map(({ value }) => value);
  return results[0]?.better === "lower" ? Math.min(...values) : Math.max(...values);
}
