import clsx from "clsx";
import { Slot } from "radix-ui";
import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from "react";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: ButtonVariant;
  size?: "sm" | "md";
  /** The action is under way: the button keeps its width and its focus, and takes no second click. */
  pending?: boolean;
  icon?: ReactNode;
  /** Gives the look to the one child, usually a link. */
  asChild?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({
  variant = "secondary",
  size = "md",
  pending = false,
  icon,
  asChild = false,
  className,
  children,
  type,
  ...rest
}: ButtonProps) {
  const classes = clsx(base, sizes[size], variants[variant], className);
  if (asChild) {
    return (
      <Slot.Root className={classes} {...rest}>
        {icon !== undefined && <span className="shrink-0">{icon}</span>}
        <Slot.Slottable>{children}</Slot.Slottable>
      </Slot.Root>
    );
  }
  return (
    <button type={type ?? "button"} className={classes} {...rest} {...(pending ? busy : {})}>
      {icon !== undefined && <span className={clsx("shrink-0", pending && "opacity-0")}>{icon}</span>}
      <span className={clsx("inline-flex items-center gap-1.5", pending && "opacity-0")}>{children}</span>
      {pending && <Spinner />}
    </button>
  );
}

/** Not `disabled`: that would take the focus away from who pressed it by keyboard, and not give it back. */
const busy = {
  "aria-busy": true,
  "aria-disabled": true,
  onClick: (event: MouseEvent) => event.preventDefault(),
} as const;

const base =
  "relative inline-flex items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress";

const sizes = {
  sm: "h-7 px-2 text-xs pointer-coarse:h-9",
  md: "h-8 px-3 text-sm pointer-coarse:h-10",
} as const;

const variants = {
  primary: "border-ink bg-ink text-paper not-disabled:hover:bg-ink/85 not-disabled:active:bg-ink/75",
  secondary:
    "border-line bg-surface text-ink not-disabled:hover:bg-sunk not-disabled:active:border-line-strong",
  ghost:
    "border-transparent bg-transparent text-muted not-disabled:hover:bg-sunk not-disabled:hover:text-ink",
  danger: "border-line bg-surface text-warn not-disabled:hover:border-warn not-disabled:hover:bg-warn-soft",
} satisfies Record<ButtonVariant, string>;

function Spinner() {
  return (
    <span className="absolute inset-0 grid place-items-center" aria-hidden="true">
      <span className="size-3.5 animate-spin rounded-full border-2 border-current border-t-transparent" />
    </span>
  );
}
