import { meetsTarget } from "@/planning";
import type { TargetLine } from "@/ui/charts/target-lines";
import { metricKey } from "../criteria-rules";
import type { PassesView } from "../queries";

/** A line per criterion of the brief, then one per other metric that was measured; a metric measured twice in a pass counts as last. */
export function passLines({ criteria, passes }: Pick<PassesView, "criteria" | "passes">): TargetLine[] {
  const measured = passes.flatMap(({ number, results }) => results.map((result) => ({ number, ...result })));
  const known = new Set(criteria.map(({ metric }) => metricKey(metric)));
  const others = new Map(
    measured.flatMap(({ metric }) => (known.has(metricKey(metric)) ? [] : [[metricKey(metric), metric]])),
  );
  const pointsOf = (key: string, met: (value: number) => boolean | null) => {
    const latest = new Map(
      measured.flatMap((result) => (metricKey(result.metric) === key ? [[result.number, result]] : [])),
    );
    return [...latest].map(([step, { value, unit }]) => ({
      step,
      value,
      text: figureText(value, unit),
      met: met(value),
    }));
  };
  return [
    ...criteria.map((criterion) => ({
      id: metricKey(criterion.metric),
      name: criterion.metric,
      asked: criterion.words,
      target: criterion.target,
      points: pointsOf(metricKey(criterion.metric), (value) => meetsTarget(criterion, value)),
    })),
    ...[...others].map(([id, name]) => ({
      id,
      name,
      asked: "",
      target: null,
      points: pointsOf(id, () => null),
    })),
  ];
}

export function figureText(value: number, unit: string): string {
  const figure = value.toLocaleString("en-GB", { maximumSignificantDigits: 6 });
  return unit === "" ? figure : `${figure} ${unit}`;
}
