"use client";

import clsx from "clsx";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "./link";

/** A place in a navigation; knows whether it is where the person is. */
export function NavLink({
  href,
  look = "side",
  exact = false,
  icon,
  count = 0,
  children,
}: {
  href: string;
  look?: "side" | "tab";
  /** Current only at this very address, not below it. */
  exact?: boolean;
  icon?: ReactNode;
  /** How many things wait there. */
  count?: number;
  children: ReactNode;
}) {
  const pathname = usePathname();
  const current = pathname === href || (!exact && pathname.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={clsx("transition-colors", looks[look].base, current ? looks[look].on : looks[look].off)}
    >
      {icon !== undefined && <span className="shrink-0">{icon}</span>}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {count > 0 && (
        <span className="shrink-0 rounded-full bg-accent px-1.5 text-xs font-medium text-on-accent tabular-nums">
          {count > 99 ? "99+" : count}
          <span className="sr-only"> waiting</span>
        </span>
      )}
    </Link>
  );
}

const looks = {
  side: {
    base: "flex min-h-8 items-center gap-2 rounded-md px-2 py-1.5 pointer-coarse:min-h-11",
    on: "bg-sunk font-medium text-ink",
    off: "text-muted hover:bg-sunk hover:text-ink",
  },
  tab: {
    base: "-mb-px inline-flex min-h-9 items-center gap-1.5 border-b-2 text-sm whitespace-nowrap",
    on: "border-ink font-medium text-ink",
    off: "border-transparent text-muted hover:text-ink",
  },
} as const;
