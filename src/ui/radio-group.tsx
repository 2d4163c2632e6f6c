import clsx from "clsx";
import type { ReactNode } from "react";

export type Choice<Value extends string> = { value: Value; label: ReactNode; hint?: ReactNode };

/** One of a few, all visible. Native radio buttons under a group name; `card` gives each a frame of its own. */
export function RadioGroup<Value extends string>({
  legend,
  name,
  choices,
  value,
  onChange,
  look = "list",
}: {
  legend: ReactNode;
  name: string;
  choices: readonly Choice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  look?: "list" | "card" | "segmented";
}) {
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      <div className={looks[look].group}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={clsx("has-focus-visible:outline-2 has-focus-visible:outline-accent", looks[look].item)}
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              className={look === "segmented" ? "sr-only" : "mt-0.5 size-4 shrink-0 accent-(--accent)"}
            />
            <span className="min-w-0">
              <span className={look === "card" ? "font-medium" : ""}>{choice.label}</span>
              {choice.hint !== undefined && <span className="block text-xs text-muted">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const looks = {
  list: { group: "grid gap-1.5", item: "flex min-h-6 items-start gap-2 rounded text-sm" },
  card: {
    group: "grid gap-2 sm:grid-cols-2",
    item: "flex items-start gap-2.5 rounded-lg border border-line bg-surface p-3 text-sm hover:bg-sunk has-checked:border-accent has-checked:bg-accent-soft",
  },
  segmented: {
    group: "inline-flex w-fit max-w-full flex-wrap gap-0.5 rounded-md border border-line bg-sunk p-0.5",
    item: "min-h-7 cursor-pointer rounded px-2.5 py-1 text-sm text-muted hover:text-ink has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:shadow-card",
  },
} as const;
