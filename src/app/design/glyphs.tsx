import { DecisionDiamond, SuggestionDiamond } from "@/ui/glyphs/decision-diamond";
import { ExpertiseDots } from "@/ui/glyphs/expertise-dots";
import { ForecastBar } from "@/ui/glyphs/forecast-bar";
import { Legend } from "@/ui/glyphs/legend";
import { phaseTones } from "@/ui/glyphs/phase-tone";
import { Specimen } from "./specimen";

export function Glyphs() {
  return (
    <>
      <Specimen name="Decisions: open, decided, superseded">
        <div className="flex items-center gap-4">
          <DecisionDiamond open size={22} />
          <DecisionDiamond open={false} size={22} />
          <DecisionDiamond open={false} superseded size={22} />
          <SuggestionDiamond size={22} />
        </div>
      </Specimen>
      <Specimen name="Expertise">
        <div className="flex flex-wrap items-center gap-4">
          {([1, 2, 3, 4] as const).map((level) => (
            <ExpertiseDots key={level} level={level} />
          ))}
        </div>
      </Specimen>
      <Specimen name="Forecast: safe, at risk, no target, nearly certain, off the scale">
        <div className="grid max-w-96 gap-1.5">
          <ForecastBar
            p10={0.22}
            p50={0.34}
            p80={0.46}
            p95={0.62}
            target={0.52}
            tone={phaseTones["model-selection"]}
            label="P50 12 January, P80 3 February, P95 9 March; target 20 February, safe"
          />
          <ForecastBar
            p10={0.38}
            p50={0.55}
            p80={0.7}
            p95={0.92}
            target={0.6}
            tone="scope"
            label="P50 20 February, P80 2 April, P95 30 May; target 1 March, at risk"
          />
          <ForecastBar
            p10={0.45}
            p50={0.62}
            p80={0.74}
            p95={0.95}
            tone="align"
            label="P50 15 February, no target"
          />
          <ForecastBar p10={0.08} p50={0.08} p80={0.08} p95={0.08} tone="build" label="3 November, certain" />
          <ForecastBar
            p10={0.8}
            p50={1.1}
            p80={1.3}
            p95={1.6}
            target={1.4}
            tone="select"
            label="Beyond the scale"
          />
        </div>
      </Specimen>
      <Specimen name="Legend">
        <Legend />
      </Specimen>
    </>
  );
}
