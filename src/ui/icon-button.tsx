import clsx from "clsx";
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";

/** A button that shows only an icon; its label is what a screen reader says and what a pointer sees on resting. */
export function IconButton({
  label,
  children,
  className,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & {
  label: string;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={clsx(
        "inline-grid size-8 shrink-0 place-items-center rounded-md text-muted transition-colors hover:bg-sunk hover:text-ink disabled:opacity-55",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}
