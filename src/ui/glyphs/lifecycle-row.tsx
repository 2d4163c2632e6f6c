import { decisionClusters } from "./decision-clusters";
import { describeMap, type LifecycleMapData } from "./lifecycle-map-data";
import { phaseSteps, toneVariable } from "./phase-tone";

const width = 244;
const height = 34;
const segment = 60;
const middle = 20;
const mostDiamonds = 3;
const x = (station: number) => 9 + station * segment;

/** The map as one line of a list: read as a sentence by a screen reader. */
export function LifecycleRow(map: LifecycleMapData) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={describeMap(map)}
      className="block shrink-0"
    >
      {phaseSteps.map(({ tone }, place) => (
        <line
          key={tone}
          x1={x(place)}
          x2={place === 3 ? width - 2 : x(place + 1)}
          y1={middle}
          y2={middle}
          stroke={map.stations[place] === "done" ? toneVariable(tone) : "var(--line)"}
          strokeWidth="2"
        />
      ))}
      <line
        x1={width - 2}
        x2={width - 2}
        y1={middle - 4}
        y2={middle + 4}
        stroke={map.stations[3] === "done" ? "var(--build)" : "var(--line)"}
        strokeWidth="2"
        strokeLinecap="round"
      />
      {map.loopPass !== null && <Loop reached={map.stations[2] !== "ahead" && map.loopPass > 0} />}
      {phaseSteps.map(({ tone }, place) => (
        <Station key={tone} x={x(place)} tone={toneVariable(tone)} state={map.stations[place] ?? "ahead"} />
      ))}
      {phaseSteps.map(({ tone }, place) => (
        <Diamonds
          key={tone}
          from={x(place)}
          decisions={map.decisions.filter((decision) => decision.phaseIndex === place)}
        />
      ))}
    </svg>
  );
}

function Station({
  x,
  tone,
  state,
}: {
  x: number;
  tone: string;
  state: LifecycleMapData["stations"][number];
}) {
  return (
    <>
      <circle
        cx={x}
        cy={middle}
        r="5"
        fill={state === "done" ? tone : "var(--surface)"}
        stroke={state === "ahead" ? "var(--line-strong)" : tone}
        strokeWidth="2"
      />
      {state === "current" && <circle cx={x} cy={middle} r="2.3" fill={tone} />}
    </>
  );
}

function Loop({ reached }: { reached: boolean }) {
  return (
    <path
      d={`M${x(2) - 8} ${middle - 5} C ${x(2) - 12} ${middle - 19}, ${x(2) + 12} ${middle - 19}, ${x(2) + 8} ${middle - 5}`}
      fill="none"
      stroke="var(--align)"
      strokeWidth="1.5"
      strokeDasharray={reached ? undefined : "2.5 2.5"}
    />
  );
}

/** The decisions of one phase, evenly after its station; a count stands above a diamond that is several. */
function Diamonds({ from, decisions }: { from: number; decisions: LifecycleMapData["decisions"] }) {
  const clusters = decisionClusters(decisions, mostDiamonds);
  const step = (segment - 12) / (clusters.length + 1);
  return clusters.map((cluster, index) => {
    const center = from + 6 + step * (index + 1);
    const line = cluster.open ? "var(--accent)" : "var(--ink)";
    return (
      <g key={cluster.decisions[0]?.id}>
        <path
          d={`M${center} ${middle - 4}l4 4-4 4-4-4z`}
          fill={cluster.open ? "var(--surface)" : line}
          stroke={line}
          strokeWidth="1.6"
        />
        {cluster.decisions.length > 1 && (
          <text
            x={center}
            y={middle - 9}
            textAnchor="middle"
            fontSize="10"
            fontWeight="500"
            fill="var(--muted)"
          >
            {cluster.decisions.length}
          </text>
        )}
      </g>
    );
  });
}
