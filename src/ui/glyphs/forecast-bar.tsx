import { type PhaseTone, toneVariable } from "./phase-tone";

/**
 * A forecast as a fading bar from P10 to P95, densest at P50 (the line), with P80 dashed and the target as a flag. All places
 * are shares of the scale's width, 0 to 1. The label says the same in a sentence.
 */
export function ForecastBar({
  p10,
  p50,
  p80,
  p95,
  target = null,
  tone,
  label,
}: {
  p10: number;
  p50: number;
  p80: number;
  p95: number;
  target?: number | null;
  tone: PhaseTone;
  label: string;
}) {
  const left = percent(p10);
  const width = Math.max(1, percent(p95) - left);
  const peak = ((percent(p50) - left) / width) * 100;
  const hue = toneVariable(tone);
  const flag = target !== null && target < p80 ? "var(--warn)" : "var(--ok)";
  return (
    <span role="img" aria-label={label} title={label} className="relative block h-[22px] w-full min-w-24">
      <span className="absolute inset-x-0 top-[11px] h-px bg-line" />
      <span
        className="absolute top-1.5 h-2.5 rounded-[3px]"
        style={{
          left: `${left}%`,
          width: `${width}%`,
          background: `linear-gradient(90deg, color-mix(in srgb, ${hue} 20%, transparent), ${hue} ${peak}%, color-mix(in srgb, ${hue} 12%, transparent))`,
        }}
      />
      <span className="absolute top-1 h-3.5 w-[1.6px] bg-ink" style={{ left: `${percent(p50)}%` }} />
      <span
        className="absolute top-1.5 h-2.5 border-l border-dashed border-ink"
        style={{ left: `${percent(p80)}%` }}
      />
      {target !== null && (
        <svg
          viewBox="0 0 8 20"
          width="8"
          height="20"
          aria-hidden="true"
          className="absolute top-0"
          style={{ left: `${Math.min(percent(target), 99)}%` }}
        >
          <path d="M.8 1v18" stroke={flag} strokeWidth="1.6" />
          <path d="M.8 1h6.4L5.4 3.8l1.8 2.8H.8z" fill={flag} />
        </svg>
      )}
    </span>
  );
}

function percent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
}
