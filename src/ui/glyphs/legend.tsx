import { DecisionDiamond } from "./decision-diamond";
import { ExpertiseDots } from "./expertise-dots";
import { ForecastBar } from "./forecast-bar";

/** What the glyphs mean; the same ones stand everywhere. */
export function Legend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-xs text-muted">
      <li className="flex items-center gap-1.5">
        <DecisionDiamond state="open" size={13} /> open decision
      </li>
      <li className="flex items-center gap-1.5">
        <DecisionDiamond state="decided" size={13} /> decided
      </li>
      <li className="flex items-center gap-1.5">
        <span className="w-24">
          <ForecastBar
            p10={0.05}
            p50={0.4}
            p80={0.65}
            p95={0.95}
            target={0.8}
            tone="select"
            label="Example of a forecast"
          />
        </span>
        P10 to P95; line P50, dashes P80, flag the target
      </li>
      <li className="flex items-center gap-1.5">
        <ExpertiseDots level={3} label="Example of a level" /> expertise, one to four
      </li>
    </ul>
  );
}
