import clsx from "clsx";
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";

/** A button that shows only an icon; its label is what a screen reader says and what a pointer sees on resting. */
export function IconButton({
  label,
  size = "md",
  children,
  className,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & {
  label: string;
  size?: "sm" | "md";
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={clsx(
        "inline-grid shrink-0 place-items-center rounded-md text-muted transition-colors not-disabled:hover:bg-sunk not-disabled:hover:text-ink aria-expanded:bg-sunk aria-expanded:text-ink disabled:cursor-not-allowed disabled:opacity-55",
        size === "sm" ? "size-6 pointer-coarse:size-9" : "size-8 pointer-coarse:size-10",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}
