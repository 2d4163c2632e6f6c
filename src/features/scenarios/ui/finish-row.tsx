import { formatDate, formatDateRange } from "@/ui/format";
import { ForecastBar } from "@/ui/glyphs/forecast-bar";
import { Td } from "@/ui/table";
import type { ScenarioFigures } from "../compare.queries";

type Finish = ScenarioFigures["finish"];

/** When each plan is done, from P10 to P95, drawn on one scale and equally wide: what is further right is later. */
export function FinishRow({
  plans,
  targetOn,
  className,
}: {
  plans: readonly { readonly id: string; readonly name: string; readonly finish: Finish }[];
  targetOn: string | null;
  /** Of each plan's cell. */
  className: string;
}) {
  const first = Math.min(...plans.map(({ finish }) => Date.parse(finish.p10)));
  const last = Math.max(...plans.map(({ finish }) => Date.parse(finish.p95)));
  const at = (day: string) => (last === first ? 0.5 : (Date.parse(day) - first) / (last - first));
  const target = targetOn === null ? null : at(targetOn);
  return plans.map(({ id, name, finish }) => (
    <Td key={id} numeric name={name} className={className}>
      <span className="ml-auto block w-34 shrink-0 text-right">
        <ForecastBar
          p10={at(finish.p10)}
          p50={at(finish.p50)}
          p80={at(finish.p80)}
          p95={at(finish.p95)}
          target={target !== null && target >= 0 && target <= 1 ? target : null}
          tone="select"
          label={`P50 ${formatDate(finish.p50)}, P80 ${formatDate(finish.p80)}`}
        />
        <span className="block text-xs text-muted">{formatDateRange(finish.p10, finish.p95)}</span>
      </span>
    </Td>
  ));
}
