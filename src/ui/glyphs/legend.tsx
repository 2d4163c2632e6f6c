import type { ReactNode } from "react";
import { DecisionDiamond } from "./decision-diamond";
import { ExpertiseDots } from "./expertise-dots";
import { ForecastBar } from "./forecast-bar";
import { PhaseMark } from "./phase-mark";
import { phaseSteps } from "./phase-tone";

/** What the glyphs mean; the same ones stand everywhere. */
export function Legend() {
  return (
    <ul aria-label="Legend" className="flex flex-wrap items-center gap-x-5 gap-y-1.5 text-xs text-muted">
      {phaseSteps.map(({ tone, name }) => (
        <li key={tone}>
          <PhaseMark tone={tone}>{name}</PhaseMark>
        </li>
      ))}
      <Entry glyph={<DecisionDiamond open size={13} label={null} />}>open decision</Entry>
      <Entry glyph={<DecisionDiamond open={false} size={13} label={null} />}>decided</Entry>
      <Entry glyph={<DecisionDiamond open={false} superseded size={13} label={null} />}>superseded</Entry>
      <Entry
        glyph={
          <span aria-hidden="true" className="w-24">
            <ForecastBar
              p10={0.05}
              p50={0.4}
              p80={0.65}
              p95={0.95}
              target={0.8}
              tone="select"
              label="Forecast"
            />
          </span>
        }
      >
        P10 to P95; line P50, dashes P80, flag the target
      </Entry>
      <Entry glyph={<ExpertiseDots level={3} label={null} />}>expertise, one to four</Entry>
    </ul>
  );
}

function Entry({ glyph, children }: { glyph: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      {glyph}
      {children}
    </li>
  );
}
