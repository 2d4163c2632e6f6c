"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A place in a navigation; knows whether it is where the person is. */
export function NavLink({
  href,
  look = "side",
  exact = false,
  children,
}: {
  href: string;
  look?: "side" | "tab";
  /** Current only at this very address, not below it. */
  exact?: boolean;
  children: ReactNode;
}) {
  const pathname = usePathname();
  const current = pathname === href || (!exact && pathname.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={clsx(looks[look].base, current ? looks[look].on : looks[look].off)}
    >
      {children}
    </Link>
  );
}

const looks = {
  side: {
    base: "flex min-h-8 items-center justify-between gap-2 rounded-md px-2 py-1.5",
    on: "bg-sunk font-medium text-ink",
    off: "text-muted hover:bg-sunk hover:text-ink",
  },
  tab: {
    base: "-mb-px inline-flex min-h-9 items-center border-b-2 text-sm whitespace-nowrap",
    on: "border-ink font-medium text-ink",
    off: "border-transparent text-muted hover:text-ink",
  },
} as const;
