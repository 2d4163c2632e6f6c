import { type SizingFigure, tell, tellRough } from "@/planning";

/** Figures with unit and range, the one asked for first and largest. */
export function Figures({ figures, range }: { figures: readonly SizingFigure[]; range: string | null }) {
  return (
    <div>
      <dl aria-label="Result" className="grid grid-cols-2 gap-x-5 gap-y-3">
        {figures.map((figure, place) => (
          <div key={figure.name} className={place === 0 ? "col-span-2" : "min-w-0"}>
            <dt className="text-xs text-muted">{figure.name}</dt>
            <dd className="tabular-nums">
              <span className={place === 0 ? "text-2xl font-semibold" : "text-lg font-semibold"}>
                {figure.low === undefined ? tell(figure.value) : tellRough(figure.value)}
              </span>{" "}
              <span className="text-sm text-muted">{figure.unit}</span>
              <span className="block text-xs text-muted">
                {figure.low === undefined || figure.high === undefined
                  ? "no range"
                  : `${tellRough(figure.low)} to ${tellRough(figure.high)}`}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-xs text-muted">
        {range === null
          ? "Counted, not estimated: no range."
          : `Ranges: ${range} Figures without one are counted.`}
      </p>
    </div>
  );
}
