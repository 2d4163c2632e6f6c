import { describeMap, type LifecycleMapData } from "./lifecycle-map";
import { toneVariable } from "./phase-tone";

const width = 236;
const height = 34;
const segment = 60;
const middle = 19;
const mostDiamonds = 4;

/** The map as one line of a list: read as a sentence by a screen reader. */
export function LifecycleRow({ map }: { map: LifecycleMapData }) {
  const x = (station: number) => 12 + station * segment;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={describeMap(map)}
      className="block max-w-full"
    >
      {map.stations.map((station, place) => (
        <line
          key={station.name}
          x1={x(place)}
          x2={place === map.stations.length - 1 ? width - 4 : x(place + 1)}
          y1={middle}
          y2={middle}
          stroke={station.state === "done" ? toneVariable(station.tone) : "var(--line)"}
          strokeWidth="2"
        />
      ))}
      {map.loopPass > 0 && <Loop x={x(2)} />}
      {map.stations.map((station, place) => (
        <g key={station.name}>
          <circle
            cx={x(place)}
            cy={middle}
            r="5"
            fill={station.state === "done" ? toneVariable(station.tone) : "var(--surface)"}
            stroke={station.state === "ahead" ? "var(--faint)" : toneVariable(station.tone)}
            strokeWidth="2"
          />
          {station.state === "current" && (
            <circle cx={x(place)} cy={middle} r="2.3" fill={toneVariable(station.tone)} />
          )}
        </g>
      ))}
      {map.stations.map((station, place) => (
        <Diamonds key={station.name} map={map} station={place} from={x(place)} />
      ))}
    </svg>
  );
}

function Loop({ x }: { x: number }) {
  return (
    <path
      d={`M${x - 8} ${middle - 5} C ${x - 11} ${middle - 18}, ${x + 11} ${middle - 18}, ${x + 8} ${middle - 5}`}
      fill="none"
      stroke="var(--align)"
      strokeWidth="1.5"
    />
  );
}

/** The decisions of one phase, evenly after its station; more than fit are counted. */
function Diamonds({ map, station, from }: { map: LifecycleMapData; station: number; from: number }) {
  const decisions = map.decisions.filter((decision) => decision.station === station);
  const crowded = decisions.length > mostDiamonds;
  const shown = crowded ? decisions.slice(0, mostDiamonds - 1) : decisions;
  const step = (segment - 14) / ((crowded ? mostDiamonds : shown.length) + 1);
  const place = (index: number) => from + 8 + step * (index + 1);
  return (
    <>
      {shown.map((decision, index) => (
        <path
          key={decision.id}
          d={`M${place(index)} ${middle - 4}l4 4-4 4-4-4z`}
          fill={decision.open ? "var(--surface)" : "var(--ink)"}
          stroke={decision.open ? "var(--accent)" : "var(--ink)"}
          strokeWidth="1.6"
        />
      ))}
      {crowded && (
        <text x={place(mostDiamonds - 1) - 5} y={middle - 6} fontSize="9" fill="var(--muted)">
          +{decisions.length - shown.length}
        </text>
      )}
    </>
  );
}
