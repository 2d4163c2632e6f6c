import clsx from "clsx";
import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from "react";

export function Checkbox({
  label,
  hint,
  className,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & {
  label: ReactNode;
  hint?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}) {
  const hintId = useId();
  return (
    <div className={clsx("text-sm", className)}>
      <label className="flex min-h-6 w-fit items-start gap-2 py-0.5 has-disabled:text-muted">
        <input
          type="checkbox"
          className="mt-px size-4 shrink-0 rounded-sm accent-(--accent)"
          {...(hint === undefined ? {} : { "aria-describedby": hintId })}
          {...rest}
        />
        {label}
      </label>
      {hint !== undefined && (
        <p id={hintId} className="pl-6 text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
