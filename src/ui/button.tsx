import clsx from "clsx";
import { Slot } from "radix-ui";
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: ButtonVariant;
  size?: "sm" | "md";
  /** The action is under way: the button keeps its width and takes no second click. */
  pending?: boolean;
  icon?: ReactNode;
  /** Gives the look to the one child, usually a link. */
  asChild?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

export function Button(props: ButtonProps) {
  const {
    variant = "secondary",
    size = "md",
    pending = false,
    icon,
    asChild = false,
    className,
    children,
    disabled,
    type,
    ...rest
  } = props;
  const classes = buttonClasses(variant, size, className);
  if (asChild) {
    return (
      <Slot.Root className={classes} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type={type ?? "button"}
      className={classes}
      disabled={disabled === true || pending}
      aria-busy={pending || undefined}
      {...rest}
    >
      {icon !== undefined && <span className={clsx("shrink-0", pending && "invisible")}>{icon}</span>}
      <span className={clsx("inline-flex items-center gap-1.5", pending && "invisible")}>{children}</span>
      {pending && <Spinner />}
    </button>
  );
}

export function buttonClasses(variant: ButtonVariant, size: "sm" | "md", className?: string): string {
  return clsx(
    "relative inline-flex items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-55",
    size === "sm" ? "h-7 px-2 text-xs" : "h-8 px-3 text-sm",
    variants[variant],
    className,
  );
}

const variants = {
  primary: "border-ink bg-ink text-paper hover:opacity-90",
  secondary: "border-line bg-surface text-ink hover:bg-sunk",
  ghost: "border-transparent bg-transparent text-muted hover:bg-sunk hover:text-ink",
  danger: "border-line bg-surface text-warn hover:bg-warn-soft",
} satisfies Record<ButtonVariant, string>;

function Spinner() {
  return (
    <span className="absolute inset-0 grid place-items-center" aria-hidden="true">
      <span className="size-3.5 animate-spin rounded-full border-2 border-current border-t-transparent" />
    </span>
  );
}
