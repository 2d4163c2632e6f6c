import clsx from "clsx";
import type { Choice } from "./radio-group";

/** One of two to five short words, side by side: a way of looking, an answer of a person. Native radio buttons inside. */
export function SegmentedControl<Value extends string>({
  label,
  name,
  choices,
  value,
  defaultValue,
  onChange,
  className,
}: {
  label: string;
  name: string;
  choices: readonly Choice<Value>[];
  /** With `value` the parent keeps the choice (null: none yet); without it the form does. */
  value?: Value | null;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  className?: string;
}) {
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={clsx("inline-flex w-fit max-w-full flex-wrap gap-0.5 rounded-md bg-sunk p-0.5", className)}
    >
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="relative grid min-h-7 cursor-pointer place-items-center rounded border border-transparent px-2.5 text-sm text-muted transition-colors hover:text-ink has-checked:border-line has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:min-h-9"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            {...(value === undefined
              ? { defaultChecked: choice.value === defaultValue }
              : { checked: choice.value === value })}
            {...(onChange === undefined ? {} : { onChange: () => onChange(choice.value) })}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  );
}
