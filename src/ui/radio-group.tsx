import clsx from "clsx";
import { type ReactNode, useId } from "react";

export type Choice<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
};

/** One of a few, all visible: native radio buttons under a group's name. `card` gives each a frame of its own. */
export function RadioGroup<Value extends string>({
  legend,
  name,
  choices,
  value,
  defaultValue,
  onChange,
  look = "list",
  hint,
  error,
  required = false,
}: {
  legend: ReactNode;
  name: string;
  choices: readonly Choice<Value>[];
  /** With `value` the parent keeps the choice (null: none yet); without it the form does. */
  value?: Value | null;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  look?: "list" | "card";
  hint?: ReactNode;
  error?: string | readonly string[] | null | undefined;
  required?: boolean;
}) {
  const id = useId();
  const message = typeof error === "string" ? error : (error ?? []).join(" ");
  return (
    <fieldset className="grid gap-1.5" {...(message === "" ? {} : { "aria-describedby": `${id}-error` })}>
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      {hint !== undefined && <p className="text-xs text-muted">{hint}</p>}
      <div className={looks[look].group}>
        {choices.map((choice) => (
          <label key={choice.value} className={looks[look].item}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              required={required}
              {...(value === undefined
                ? { defaultChecked: choice.value === defaultValue }
                : { checked: choice.value === value })}
              {...(onChange === undefined ? {} : { onChange: () => onChange(choice.value) })}
              className="mt-0.5 size-4 shrink-0 accent-(--accent)"
            />
            <span className="min-w-0">
              <span className={clsx(look === "card" && "font-medium")}>{choice.label}</span>
              {choice.hint !== undefined && <span className="block text-xs text-muted">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {message !== "" && (
        <p id={`${id}-error`} className="text-xs text-warn">
          {message}
        </p>
      )}
    </fieldset>
  );
}

const looks = {
  list: { group: "grid gap-1", item: "flex min-h-6 w-fit items-start gap-2 py-0.5 text-sm" },
  card: {
    group: "grid gap-2 sm:grid-cols-2",
    item: "flex items-start gap-2.5 rounded-lg border border-line bg-surface p-3 text-sm transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft",
  },
} as const;
