"use client";

import clsx from "clsx";

const steps = 1000;

/** A native range beside a number field, for trying out: evenly by value, or by ratio where sizes span several powers of ten. */
export function Slider({
  label,
  value,
  text,
  min,
  max,
  scale,
  whole = false,
  onChange,
  className,
}: {
  label: string;
  /** Null: no value yet; the handle stands at the beginning. */
  value: number | null;
  /** The value with its unit, for who hears it. */
  text: string;
  min: number;
  max: number;
  scale: "even" | "ratio";
  whole?: boolean;
  onChange: (value: number) => void;
  className?: string;
}) {
  const place = value === null ? 0 : placeOf(value, { min, max, scale });
  return (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={text}
      min={0}
      max={steps}
      step={scale === "ratio" ? 5 : 1}
      value={Math.round(place * steps)}
      onChange={(event) => {
        const moved = valueAt(Number(event.target.value) / steps, { min, max, scale });
        onChange(whole ? Math.max(min, Math.round(moved)) : moved);
      }}
      className={clsx("h-6 w-full cursor-pointer accent-accent", className)}
    />
  );
}

type Range = { readonly min: number; readonly max: number; readonly scale: "even" | "ratio" };

function placeOf(value: number, { min, max, scale }: Range): number {
  const inside = Math.min(max, Math.max(min, value));
  if (scale === "even") return (inside - min) / (max - min);
  return Math.log(inside / min) / Math.log(max / min);
}

/** Rounded to two digits, as somebody would say it; the ends are reached exactly. */
function valueAt(place: number, { min, max, scale }: Range): number {
  if (place <= 0) return min;
  if (place >= 1) return max;
  const exact = scale === "even" ? min + place * (max - min) : min * (max / min) ** place;
  return Math.min(max, Math.max(min, Number(exact.toPrecision(2))));
}
