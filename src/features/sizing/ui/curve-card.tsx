"use client";

import { type SizingCurve, tell } from "@/planning";
import { Card } from "@/ui/card";
import { LineChart } from "@/ui/charts/line-chart";

/** How the cost moves with volume or utilisation, with where the calculation stands. */
export function CurveCard({ curve }: { curve: SizingCurve | null }) {
  if (curve === null) return null;
  const { over, unit, costUnit, lines, at, scale } = curve;
  return (
    <Card title={`Cost over ${over.toLowerCase()}`} hint={costUnit}>
      <LineChart
        label={`Cost in ${costUnit} over ${over.toLowerCase()}`}
        over={`${over}, ${unit}`}
        lines={lines}
        at={at}
        scale={scale}
        tell={tell}
        columns={[`${over}, ${unit}`, ...lines.map(({ name }) => `${name}, ${costUnit}`)]}
      />
    </Card>
  );
}
